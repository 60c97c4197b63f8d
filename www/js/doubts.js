import { clone } from "./template.js"
import { say } from "./words.js"

/**
 * Fields that a program filled in and was not sure of. Each is marked until somebody has been in it and left
 * it; the marks are kept in the draft with the rest.
 */
export class Doubts {
  #form
  #marks = new Map()

  /** @param {HTMLFormElement} form with a hidden field "doubts" */
  constructor(form) {
    this.#form = form
    form.addEventListener("focusout", ({ target }) => this.#looked(target))
    form.addEventListener("change", ({ target, isTrusted }) => { if (isTrusted) this.#looked(target) })
  }

  /** @param {string} name @param {"guess"|"likely"|"certain"} certainty */
  set(name, certainty) {
    if (certainty === "certain") this.#marks.delete(name)
    else this.#marks.set(name, certainty)
    this.#write()
  }

  /** Marks what a draft says was not looked at yet. */
  restore() {
    const kept = this.#form.elements.doubts.value.split(" ").filter(Boolean)
    this.#marks = new Map(kept.map((one) => one.split(":")))
    this.#write()
  }

  has(name) { return this.#marks.has(name) }

  #looked({ name }) {
    if (this.#marks.delete(name)) this.#write()
  }

  #write() {
    this.#form.elements.doubts.value = Array.from(this.#marks, (mark) => mark.join(":")).join(" ")
    for (const old of this.#form.querySelectorAll("[data-doubt]")) old.remove()
    for (const [name, certainty] of this.#marks) {
      const control = this.#form.elements[name]
      const field = (control instanceof RadioNodeList ? control[0] : control)?.closest(".field")
      if (!field) continue
      const note = clone("doubt")
      note.dataset.doubt = name
      note.textContent = say(`doubt.${certainty}`)
      field.append(note)
    }
  }
}
