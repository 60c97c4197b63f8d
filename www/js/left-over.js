import { fill } from "./template.js"

/**
 * What stands in the one field yet when a form is saved would be lost with it. What fits a field goes there
 * first, to be looked at; the rest goes to the note, or is thrown away by a key of its own.
 */
export class LeftOver {
  #place
  #form
  #input
  #put

  /**
   * @param {HTMLElement} place
   * @param {HTMLFormElement} form
   * @param {HTMLTextAreaElement} input the one field
   * @param {() => Promise<boolean>} put puts into their fields what fits there, and says whether anything did
   */
  constructor(place, form, input, put) {
    this.#place = place
    this.#form = form
    this.#input = input
    this.#put = put
    form.addEventListener("submit", (event) => this.#ask(event))
    input.addEventListener("input", () => { place.hidden = true })
    place.querySelector("[data-to-note]").addEventListener("click", () => this.#keep())
    place.querySelector("[data-drop]").addEventListener("click", () => this.#goOn())
  }

  #ask(event) {
    const what = this.#input.value.trim()
    if (what === "") return
    event.preventDefault()
    event.stopImmediatePropagation()
    void this.#offer(what)
  }

  async #offer(what) {
    if (await this.#put()) return
    // As it was typed, not as a name would be written.
    this.#input.value = what
    fill(this.#place, { rest: what })
    this.#place.hidden = false
    this.#place.querySelector("[data-to-note]").focus()
    this.#place.scrollIntoView({ block: "nearest" })
  }

  #keep() {
    const { note } = this.#form.elements
    note.value = [note.value.trim(), this.#input.value.trim()].filter(Boolean).join("; ")
    note.dispatchEvent(new Event("input", { bubbles: true }))
    this.#goOn()
  }

  #goOn() {
    this.#input.value = ""
    this.#input.dispatchEvent(new Event("input", { bubbles: true }))
    // Where the form is not taken the first field with a mistake takes the cursor; else the page goes.
    this.#input.focus()
    this.#form.requestSubmit()
  }
}
