import { clone, fill } from "./template.js"
import { say } from "./words.js"

/** What the card lacks, each one key away from being typed. */
export class PatientMissing {
  #root
  #give

  /** @param {HTMLElement} root @param {(field: string) => void} give begins to type it */
  constructor(root, give) {
    this.#root = root
    this.#give = give
  }

  /** @param {string[]} fields */
  show(fields) {
    this.#root.hidden = fields.length === 0
    this.#root.querySelector("ul").replaceChildren(...fields.map((field) => {
      const item = fill(clone("missing-item"), { field: say(`patient.missing.${field}`) })
      item.querySelector("button").addEventListener("click", () => this.#give(field))
      return item
    }))
  }
}
