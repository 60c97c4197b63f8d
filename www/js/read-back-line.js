import { get } from "./api.js"
import { dayOf } from "./dates.js"
import { fill, setIcon } from "./template.js"
import { say } from "./words.js"

/** Says on the card whether the person has found it right, and since when it is another one. */
export class ReadBackLine {
  #root
  #path

  /** @param {HTMLElement} root @param {string} patient the address of the card */
  constructor(root, patient) {
    this.#root = root
    this.#path = `${patient}/read-back`
  }

  /** @param {{background?: boolean}} [options] */
  async load(options) {
    try {
      const { newest } = await get(this.#path, options)
      const told = !newest ? "never" : newest.outdated ? "outdated" : "done"
      const values = newest ? { day: dayOf(newest.at), v: newest.card_version } : {}
      fill(this.#root, { read_back: say(`readback.${told}`, values) })
      const mark = this.#root.querySelector(".state")
      mark.dataset.state = { done: "done", outdated: "locked", never: "none" }[told]
      setIcon(mark, { done: "done", outdated: "alert", never: "wait" }[told])
    } catch (problem) {
      if (!("code" in problem)) throw problem
      // The card itself tells of a silent server.
    }
  }
}
