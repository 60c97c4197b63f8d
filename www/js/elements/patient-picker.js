import { day } from "../dates.js"
import { FoundList } from "../found-list.js"
import { fullName, searchPatients, showFound } from "../search.js"
import { clone, fill } from "../template.js"
import { TypedQuestion } from "../typed-question.js"

const pauseMilliseconds = 120
const shown = 6

/**
 * A field that finds a person as the one at the top does, and keeps the one who was chosen: fires
 * "desk:chosen".
 */
class PatientPicker extends HTMLElement {
  #input
  #question
  #list
  #chosen = null
  // Each row that was drawn → whom it shows.
  #people = new WeakMap()

  connectedCallback() {
    this.#input = this.querySelector("input")
    this.#question = new TypedQuestion({
      pause: pauseMilliseconds, ask: (signal) => this.#ask(signal), draw: (people) => this.#draw(people),
      fail: (problem) => this.#list.show([fill(clone("found-failed"), { why: problem.message })]),
    })
    this.#list = new FoundList(this, this.#question, (option) => this.#take(option))
    this.#input.addEventListener("input", () => {
      this.#chosen = null
      this.#question.later()
    })
    this.#input.addEventListener("keydown", (event) => this.#key(event))
  }

  /** Whom not to offer: nobody is a relative of their own. */
  except = ""

  /** The chosen person's id, or "". */
  get value() { return this.#chosen?.id ?? "" }

  /** @param {object|null} person as the search found one */
  choose(person) {
    this.#chosen = person
    this.#input.value = person ? `${fullName(person)}, ${day(person.birth_date)}` : ""
    this.#list.empty()
    this.dispatchEvent(new CustomEvent("desk:chosen", { detail: person }))
  }

  async #ask(signal) {
    const text = this.#input.value.trim()
    if (text === "") return null
    const { items } = await searchPatients(text, shown + 1, { signal })
    return items.filter((person) => person.id !== this.except).slice(0, shown)
  }

  #draw(people) {
    if (!people) return this.#list.close()
    const options = people.map((person) => {
      const option = showFound(clone("found-option"), person)
      this.#people.set(option, person)
      return option
    })
    this.#list.show(options.length > 0 ? options : [clone("picker-nobody")], people.length === 1)
  }

  /** What is done with the list is no key of the form around it. */
  #key(event) {
    if (event.ctrlKey || event.altKey) return
    const { isOpen } = this.#list
    const isWaiting = this.#input.value.trim() !== "" && !this.#chosen
    const doing = {
      ArrowDown: () => isOpen ? this.#list.move(1) : void this.#question.now(),
      ArrowUp: () => this.#list.move(-1),
      Enter: () => void this.#enter(), NumpadEnter: () => void this.#enter(),
      Escape: () => this.#list.close(),
    }[event.code]
    const isMine = /Enter$/.test(event.code) ? isWaiting : isOpen || event.code === "ArrowDown" && isWaiting
    if (!doing || !isMine) return
    event.preventDefault()
    event.stopPropagation()
    doing()
  }

  async #enter() {
    if (!this.#question.isFresh && !await this.#question.now()) return
    if (this.#list.pointed) this.#take(this.#list.pointed)
    else this.#list.point(0)
  }

  #take(option) { if (this.#people.has(option)) this.choose(this.#people.get(option)) }
}
customElements.define("patient-picker", PatientPicker)
