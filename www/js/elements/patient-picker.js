import { day } from "../dates.js"
import { fullName, searchPatients, showFound } from "../search.js"
import { clone, fill } from "../template.js"

const pauseMilliseconds = 120
const shown = 6

/**
 * A field that finds a person as the one at the top does, and keeps the one who was chosen: fires
 * "desk:chosen".
 */
class PatientPicker extends HTMLElement {
  #input
  #list
  #timer = 0
  #asked = null
  #people = []
  // What is shown belongs to what is typed now: a quick Enter must not take somebody of a shorter text.
  #isFresh = false
  #at = -1
  #chosen = null

  connectedCallback() {
    this.#input = this.querySelector("input")
    this.#list = this.querySelector("[role=listbox]")
    this.#input.addEventListener("input", () => this.#typed())
    this.#input.addEventListener("keydown", (event) => this.#key(event))
    this.addEventListener("focusout", (event) => {
      if (!this.contains(event.relatedTarget)) this.#close()
    })
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault())
    this.#list.addEventListener("click", (event) => {
      this.#take(Array.from(this.#list.children).indexOf(event.target.closest("[role=option]")))
    })
    document.addEventListener("desk:covered", () => {
      this.#close()
      this.#people = []
      this.#isFresh = false
      this.#list.replaceChildren()
    })
  }

  /** Whom not to offer: nobody is a relative of their own. */
  except = ""

  /** The chosen person's id, or "". */
  get value() { return this.#chosen?.id ?? "" }

  /** @param {object|null} person as the search found one */
  choose(person) {
    this.#chosen = person
    this.#input.value = person ? `${fullName(person)}, ${day(person.birth_date)}` : ""
    this.#close()
    this.#people = []
    this.#isFresh = false
    this.#list.replaceChildren()
    this.dispatchEvent(new CustomEvent("desk:chosen", { detail: person }))
  }

  #typed() {
    clearTimeout(this.#timer)
    this.#asked?.abort()
    this.#chosen = null
    this.#isFresh = false
    this.#timer = setTimeout(() => void this.#ask(), pauseMilliseconds)
  }

  async #ask() {
    clearTimeout(this.#timer)
    this.#asked?.abort()
    const text = this.#input.value.trim()
    if (text === "") return this.#close()
    this.#asked = new AbortController()
    try {
      const { items } = await searchPatients(text, shown + 1, { signal: this.#asked.signal })
      this.#draw(items.filter((person) => person.id !== this.except).slice(0, shown))
    } catch (problem) {
      if (problem.name === "AbortError" || problem.isTold) return
      if (!("code" in problem)) throw problem
      this.#people = []
      this.#open([fill(clone("found-failed"), { why: problem.message })])
    }
  }

  #draw(people) {
    this.#people = people
    this.#isFresh = true
    const options = people.map((person) => settled(showFound(clone("found-option"), person)))
    this.#open(options.length > 0 ? options : [clone("picker-nobody")])
    if (people.length === 1) this.#point(0)
  }

  #open(options) {
    options.forEach((option, index) => { option.id = `${this.#list.id}-${index}` })
    this.#list.replaceChildren(...options)
    this.#point(-1)
    this.#list.hidden = document.activeElement !== this.#input
    this.#input.setAttribute("aria-expanded", String(!this.#list.hidden))
  }

  #close() {
    clearTimeout(this.#timer)
    this.#asked?.abort()
    this.#list.hidden = true
    this.#input.setAttribute("aria-expanded", "false")
    this.#point(-1)
  }

  #point(at) {
    const options = Array.from(this.#list.children)
    this.#at = at
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === at)))
    if (at < 0) this.#input.removeAttribute("aria-activedescendant")
    else this.#input.setAttribute("aria-activedescendant", options[at].id)
    options[at]?.scrollIntoView({ block: "nearest" })
  }

  /** What is done with the list is no key of the form around it. */
  #key(event) {
    if (event.ctrlKey || event.altKey) return
    const isOpen = !this.#list.hidden
    const isWaiting = this.#input.value.trim() !== "" && !this.#chosen
    const doing = {
      ArrowDown: () => this.#move(1), ArrowUp: () => this.#move(-1),
      Enter: () => void this.#enter(), NumpadEnter: () => void this.#enter(), Escape: () => this.#close(),
    }[event.code]
    const isMine = /Enter$/.test(event.code) ? isWaiting : isOpen
    if (!doing || !isMine) return
    event.preventDefault()
    event.stopPropagation()
    doing()
  }

  #move(by) {
    const count = this.#people.length
    if (count > 0) this.#point((this.#at + by + count) % count)
  }

  async #enter() {
    if (!this.#isFresh) await this.#ask()
    if (!this.#isFresh) return
    if (this.#at >= 0) this.#take(this.#at)
    else if (this.#people.length > 0) this.#point(0)
  }

  #take(index) { if (this.#people[index]) this.choose(this.#people[index]) }
}
/** The page around fills slots of the same names anew with its own person: these are not its slots. */
function settled(option) {
  for (const slot of option.querySelectorAll("[data-text]")) delete slot.dataset.text
  return option
}
customElements.define("patient-picker", PatientPicker)
