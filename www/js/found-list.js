/** The list under a field that finds people: opens, points at one of its rows, and closes. */
export class FoundList {
  #input
  #list
  #question
  #at = -1
  // The only one found is pointed at before anybody moved: the first ↓ comes to it, not past it.
  #isPreset = false

  /**
   * @param {HTMLElement} root holds the field and the listbox
   * @param {import("./typed-question.js").TypedQuestion} question what the list answers
   * @param {(option: HTMLElement) => void} take called with the row that was clicked
   */
  constructor(root, question, take) {
    this.#input = root.querySelector("input")
    this.#list = root.querySelector("[role=listbox]")
    this.#question = question
    root.addEventListener("focusout", (event) => {
      if (!root.contains(event.relatedTarget)) this.close()
    })
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault())
    this.#list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]")
      if (option) take(option)
    })
    document.addEventListener("desk:covered", () => this.empty())
  }

  get isOpen() { return !this.#list.hidden }

  /** The row that Enter would take. @returns {HTMLElement|undefined} */
  get pointed() { return this.#options[this.#at] }

  get #options() { return this.#list.querySelectorAll("[role=option]:not([aria-disabled=true])") }

  /**
   * Puts other rows in, and opens unless the hand is somewhere else.
   * @param {HTMLElement[]} rows
   * @param {boolean} [isPreset] the first row is pointed at
   */
  show(rows, isPreset = false) {
    for (const [index, row] of rows.entries()) row.id = `${this.#list.id}-${index}`
    this.#list.replaceChildren(...rows)
    this.#open(document.activeElement === this.#input)
    this.point(isPreset ? 0 : -1)
    this.#isPreset = isPreset
  }

  /** What nobody sees is no answer: who comes back to the field asks again. */
  close() {
    this.#question.forget()
    this.#open(false)
    this.point(-1)
  }

  /** Closes, and keeps no name. */
  empty() {
    this.close()
    this.#list.replaceChildren()
  }

  /** @param {number} at −1 is none of them */
  point(at) {
    this.#isPreset = false
    this.#at = at
    for (const [index, option] of this.#options.entries()) option.ariaSelected = String(index === at)
    if (!this.pointed) return this.#input.removeAttribute("aria-activedescendant")
    this.#input.setAttribute("aria-activedescendant", this.pointed.id)
    this.pointed.scrollIntoView({ block: "nearest" })
  }

  /** The field itself is a stop of the round: ↑ from the first one found comes back to it. */
  move(by) {
    const stops = this.#options.length + 1
    const from = this.#isPreset && by > 0 ? -1 : this.#at
    this.point((from + 1 + by + stops) % stops - 1)
  }

  #open(is) {
    this.#list.hidden = !is
    this.#input.setAttribute("aria-expanded", String(is))
  }
}
