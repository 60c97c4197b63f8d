import { FoundList } from "../found-list.js"
import { handSearch, recentPatients, registerFrom, searchPatients, showFound } from "../search.js"
import { clone, fill } from "../template.js"
import { TypedQuestion } from "../typed-question.js"

const pauseMilliseconds = 120
const shown = 8

/** The one field: finds a person as it is typed; on the page of results it drives that page, no list. */
class PatientSearch extends HTMLElement {
  #input
  #question
  #list
  #answer = null
  // The list was closed by Escape: ↓ brings it back.
  #isPutAside = false

  connectedCallback() {
    this.#input = this.querySelector("input")
    this.#question = new TypedQuestion({
      pause: pauseMilliseconds, ask: (signal) => this.#ask(signal),
      draw: (answer) => this.#draw(answer), fail: (problem) => this.#drawFailure(problem),
    })
    this.#list = new FoundList(this, this.#question, (option) => this.#take(option))
    this.#input.addEventListener("input", () => this.#typed())
    this.#input.addEventListener("keydown", (event) => this.#key(event))
    this.#input.addEventListener("focus", () => {
      if (this.#text !== "" && !this.#onResultsPage) void this.#question.now()
    })
    this.#input.addEventListener("blur", () => { this.#isPutAside = false })
    document.addEventListener("desk:find", () => void this.#showRecent())
  }

  /** As if it were typed and Enter pressed: the only one found opens. @param {string} text */
  look(text) {
    this.#input.value = text
    this.#input.focus()
    this.#question.forget()
    return this.#enter()
  }

  get #text() { return this.#input.value.trim() }
  get #onResultsPage() { return document.body.dataset.page === "patients" }

  /** Who was here a moment ago, while nothing is typed yet. */
  async #showRecent() {
    const items = await recentPatients()
    if (this.#text !== "" || document.activeElement !== this.#input) return
    this.#draw({ text: "", items, more: false, isRecent: true })
  }

  #typed() {
    this.#answer = null
    this.#isPutAside = false
    if (this.#onResultsPage) return this.#tellPage()
    this.#question.later()
  }

  #tellPage(enter = false) {
    this.#list.close()
    const detail = { text: this.#text, enter }
    document.dispatchEvent(new CustomEvent("desk:search", { detail }))
  }

  async #ask(signal) {
    const text = this.#text
    return text === "" ? null : { text, ...await searchPatients(text, shown, { signal }) }
  }

  #draw(answer) {
    this.#answer = answer
    if (!answer) return this.#list.close()
    const { text, items, more, isRecent } = answer
    const options = items.map((person) => {
      const option = showFound(clone("found-option"), person)
      option.dataset.href = `/patient?id=${person.id}`
      return option
    })
    if (more) options.push(this.#extra("found-more", text, "more"))
    const last = options.length === 0 ? "found-nobody" : "found-new"
    if (!isRecent) options.push(this.#extra(last, text, "new"))
    if (options.length === 0) this.#list.empty()
    else this.#list.show(options, items.length === 1 && !isRecent)
  }

  #drawFailure(problem) {
    this.#question.forget()
    this.#list.show([fill(clone("found-failed"), { why: problem.message })])
  }

  #extra(template, text, doing) {
    const option = fill(clone(template), { text })
    option.dataset.doing = doing
    return option
  }

  #key(event) {
    if (event.ctrlKey || event.altKey) return
    const doing = {
      ArrowDown: () => this.#move(1), ArrowUp: () => this.#move(-1),
      Enter: () => void this.#enter(), NumpadEnter: () => void this.#enter(), Escape: () => this.#escape(),
    }[event.code]
    const isIdle = event.code === "ArrowUp" || (event.code === "Escape" && this.#input.value === "")
    if (!doing || (isIdle && !this.#list.isOpen)) return
    event.preventDefault()
    event.stopPropagation()
    doing()
  }

  #move(by) {
    if (this.#list.isOpen) this.#list.move(by)
    else if (this.#isPutAside || (this.#text !== "" && !this.#onResultsPage)) void this.#reopen()
    else document.dispatchEvent(new CustomEvent("desk:enter-list"))
  }

  #reopen() { return this.#text === "" ? this.#showRecent() : this.#question.now() }

  #escape() {
    const isOpen = this.#list.isOpen
    if (!isOpen) {
      this.#input.value = ""
      this.#typed()
    }
    this.#list.close()
    this.#isPutAside = isOpen
  }

  /** A scanner or a quick hand presses Enter before the answer is here: then the answer decides. */
  async #enter() {
    if (this.#text === "") return this.#answer?.isRecent && this.#take(this.#list.pointed)
    if (this.#onResultsPage) return this.#tellPage(true)
    // Typed on meanwhile: what is pointed at belongs to another text.
    if (!this.#question.isFresh && !await this.#question.now()) return
    if (this.#list.pointed) this.#take(this.#list.pointed)
    else if (this.#answer.items.length) this.#goToResults()
    else this.#list.point(0)
  }

  #goToResults() {
    handSearch(this.#text)
    location.assign("/patients")
  }

  #take(option) {
    if (!option) return
    if (option.dataset.href) location.assign(option.dataset.href)
    else if (option.dataset.doing === "more") this.#goToResults()
    else if (option.dataset.doing === "new") void this.#register()
  }

  async #register() {
    try {
      await registerFrom(this.#input.value)
    } catch (problem) {
      if (!("code" in problem)) throw problem
      this.#drawFailure(problem)
    }
  }
}
customElements.define("patient-search", PatientSearch)
