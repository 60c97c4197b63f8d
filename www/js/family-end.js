import { submissionTo } from "./api.js"
import { clearErrors, enterGoesOn, onSend, showProblem } from "./form.js"
import { roleOf } from "./kin.js"
import { changed } from "./live.js"
import { fullName } from "./search.js"
import { fill } from "./template.js"
import { say } from "./words.js"

/** Asks why a link of a family ends, and ends it. */
export class FamilyEnd {
  #dialog
  #form
  #link = null

  /** @param {HTMLDialogElement} dialog */
  constructor(dialog) {
    this.#dialog = dialog
    this.#form = dialog.querySelector("form")
    enterGoesOn(this.#form)
    onSend(this.#form, async ({ reason }) => {
      await submissionTo(`/api/v1/family-links/${this.#link.id}/end`).send({ reason })
      this.#dialog.close()
      changed()
    }, (problem) => showProblem(this.#form, problem))
  }

  /** @param {object} link */
  ask(link) {
    this.#link = link
    this.#form.reset()
    clearErrors(this.#form)
    fill(this.#dialog, { what: say("family.came.for", { who: fullName(link), role: roleOf(link) }) })
    this.#dialog.showModal()
  }
}
