import { submissionTo } from "./api.js"
import { roleOf } from "./kin.js"
import { changed } from "./live.js"
import { fullName } from "./search.js"
import { fill } from "./template.js"
import { say } from "./words.js"

/** Who came along to a visit that is open already: chosen and noted while nobody is. */
export class VisitCompanion {
  #root
  #choice
  #visit = null
  #links = []

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root
    this.#choice = root.querySelector("select")
    root.querySelector("button").addEventListener("click", () => void this.#note())
    document.addEventListener("desk:companions", ({ detail }) => this.#offer(detail))
  }

  /** @param {object|null} visit the open one */
  show(visit) {
    if (visit?.id !== this.#visit?.id) fill(this.#root, { trouble: null })
    this.#visit = visit
    this.#follow()
  }

  #offer(links) {
    // Whoever has a paper is likelier to have brought a child than an aunt without one.
    const proposed = links.find((link) => link.may_act) ?? links[0]
    const chosen = this.#links.length > 0
      ? this.#links.find(({ id }) => id === this.#choice.value) : proposed
    this.#choice.replaceChildren(...links.map((link) =>
      new Option(say("family.came.for", { who: fullName(link), role: roleOf(link) }), link.id)))
    // A newer paper makes a link of its own. Whoever is not offered any more is replaced by nobody.
    this.#choice.value = links.find(({ patient }) => patient === chosen?.patient)?.id ?? ""
    this.#links = links
    this.#follow()
  }

  #follow() {
    this.#root.hidden = !this.#visit || this.#visit.brought_by !== null || this.#choice.length === 0
  }

  async #note() {
    fill(this.#root, { trouble: null })
    if (this.#choice.value === "") return this.#choice.focus()
    try {
      const path = `/api/v1/visits/${this.#visit.id}/companion`
      const visit = await submissionTo(path).send({ link: this.#choice.value })
      this.show(visit)
      this.#root.parentElement.querySelector("[data-step]:not([hidden])").focus()
    } catch (problem) {
      if (!("code" in problem)) throw problem
      if (!problem.isTold) fill(this.#root, { trouble: problem.message })
    }
    changed()
  }
}
