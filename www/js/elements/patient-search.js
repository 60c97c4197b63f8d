import { handSearch, recentPatients, registerFrom, searchPatients, showFound } from "../search.js"
import { clone, fill } from "../template.js"

const pauseMilliseconds = 120
const shown = 8

/** The one field: finds a person as it is typed; on the page of results it drives that page, no list. */
class PatientSearch extends HTMLElement {
  #input
  #list
  #timer = 0
  #asked = null
  #answer = null
  #at = -1
  // The only one found is pointed at before anybody moved: the first ↓ comes to it, not past it.
  #isPreset = false

  connectedCallback() {
    this.#input = this.querySelector("input")
    this.#list = this.querySelector("[role=listbox]")
    this.#input.addEventListener("input", () => this.#typed())
    this.#input.addEventListener("keydown", (event) => this.#key(event))
    this.#input.addEventListener("focus", () => {
      if (this.#answer && this.#input.value.trim()) this.#open(true)
    })
    this.addEventListener("focusout", (event) => {
      if (!this.contains(event.relatedTarget)) this.#open(false)
    })
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault())
    this.#list.addEventListener("click", (event) => this.#take(event.target.closest("[role=option]")))
    document.addEventListener("desk:covered", () => {
      this.#list.replaceChildren()
      this.#open(false)
    })
    document.addEventListener("desk:find", () => void this.#showRecent())
  }

  /** As if it were typed and Enter pressed: the only one found opens. @param {string} text */
  look(text) {
    this.#input.value = text
    this.#input.focus()
    this.#answer = null
    return this.#enter()
  }

  /** Who was here a moment ago, while nothing is typed yet. */
  async #showRecent() {
    const items = await recentPatients()
    if (this.#input.value.trim() !== "" || document.activeElement !== this.#input) return
    this.#answer = { items, more: false, isRecent: true }
    this.#draw("")
  }

  get #onResultsPage() { return document.body.dataset.page === "patients" }

  #typed() {
    clearTimeout(this.#timer)
    this.#asked?.abort()
    this.#answer = null
    if (this.#onResultsPage) return this.#tellPage()
    this.#timer = setTimeout(() => void this.#ask(), pauseMilliseconds)
  }

  #tellPage(enter = false) {
    this.#open(false)
    const detail = { text: this.#input.value.trim(), enter }
    document.dispatchEvent(new CustomEvent("desk:search", { detail }))
  }

  async #ask() {
    clearTimeout(this.#timer)
    this.#asked?.abort()
    const text = this.#input.value.trim()
    if (text === "") return this.#open(false)
    this.#asked = new AbortController()
    try {
      this.#answer = await searchPatients(text, shown, { signal: this.#asked.signal })
      this.#draw(text)
    } catch (problem) {
      if (problem.name === "AbortError" || problem.isTold) return
      if (!("code" in problem)) throw problem
      this.#drawFailure(problem)
    }
  }

  #draw(text) {
    const options = this.#answer.items.map((person) => {
      const option = showFound(clone("found-option"), person)
      option.dataset.href = `/patient?id=${person.id}`
      return option
    })
    if (this.#answer.more) options.push(this.#extra("found-more", text, "more"))
    const last = options.length === 0 ? "found-nobody" : "found-new"
    if (!this.#answer.isRecent) options.push(this.#extra(last, text, "new"))
    options.forEach((option, index) => { option.id = `found-${index}` })
    this.#list.replaceChildren(...options)
    this.#isPreset = this.#answer.items.length === 1 && !this.#answer.isRecent
    this.#point(this.#isPreset ? 0 : -1)
    this.#open(document.activeElement === this.#input)
  }

  #drawFailure(problem) {
    this.#list.replaceChildren(fill(clone("found-failed"), { why: problem.message }))
    this.#point(-1)
    this.#open(true)
  }

  #extra(template, text, doing) {
    const option = fill(clone(template), { text })
    option.dataset.doing = doing
    return option
  }

  #open(is) {
    const isMeant = this.#input.value.trim() !== "" || this.#answer?.isRecent
    const open = Boolean(is && this.#list.children.length > 0 && isMeant)
    this.#list.hidden = !open
    this.#input.setAttribute("aria-expanded", String(open))
    if (!open) this.#point(-1)
  }

  #point(at) {
    const options = Array.from(this.#list.children)
    this.#at = at
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === at)))
    if (at < 0) this.#input.removeAttribute("aria-activedescendant")
    else this.#input.setAttribute("aria-activedescendant", options[at].id)
    options[at]?.scrollIntoView({ block: "nearest" })
  }

  #key(event) {
    if (event.ctrlKey || event.altKey) return
    const doing = {
      ArrowDown: () => this.#move(1), ArrowUp: () => this.#move(-1),
      Enter: () => void this.#enter(), NumpadEnter: () => void this.#enter(), Escape: () => this.#escape(),
    }[event.code]
    const isIdle = event.code === "ArrowUp" || (event.code === "Escape" && this.#input.value === "")
    if (!doing || (isIdle && this.#list.hidden)) return
    event.preventDefault()
    event.stopPropagation()
    doing()
  }

  #move(by) {
    const options = this.#list.children.length
    if (this.#list.hidden || options === 0) {
      document.dispatchEvent(new CustomEvent("desk:enter-list"))
    } else {
      // The field itself is a stop of the round: ↑ from the first one found comes back to it.
      const from = this.#isPreset && by > 0 ? -1 : this.#at
      this.#isPreset = false
      this.#point((from + 1 + by + options + 1) % (options + 1) - 1)
    }
  }

  #escape() {
    if (this.#list.hidden) {
      this.#input.value = ""
      this.#typed()
    }
    this.#open(false)
  }

  /** A scanner or a quick hand presses Enter before the answer is here: then the answer decides. */
  async #enter() {
    const chosen = this.#answer?.isRecent ? this.#list.children[this.#at] : null
    if (chosen) return this.#take(chosen)
    if (this.#input.value.trim() === "") return
    if (this.#onResultsPage) return this.#tellPage(true)
    if (!this.#answer) await this.#ask()
    // Typed on meanwhile: what is pointed at belongs to another text.
    if (!this.#answer) return
    const pointed = this.#list.children[this.#at]
    if (pointed) this.#take(pointed)
    else if (this.#answer.items.length) this.#goToResults()
    else this.#point(0)
  }

  #goToResults() {
    handSearch(this.#input.value.trim())
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
