import { get, Submission, submissionTo } from "./api.js"
import { asking } from "./asking.js"
import { CardDraft } from "./card-draft.js"
import { day, moment } from "./dates.js"
import { clearErrors, enterGoesOn, onSend } from "./form.js"
import { ListView } from "./list-view.js"
import { changed } from "./live.js"
import { bindPapers, readPapers } from "./paper-fields.js"
import { PersonWarnings } from "./person-warnings.js"
import { clone, fill, setIcon } from "./template.js"
import { say } from "./words.js"

const sorts = { "document-form": "document", "policy-form": "policy" }
const ends = { document: "documents", policy: "policies" }

/** The documents and policies that the person showed; what was typed wrong is struck and typed anew. */
export class PatientPapers {
  #root
  #view
  #askToStrike = asking(document.querySelector("#strike"), async ({ reason }, paper) => {
    await submissionTo(`/api/v1/papers/${paper.id}/strike`).send({ reason })
    changed()
  })
  #drafts = {}

  /**
   * @param {HTMLElement} root
   * @param {string} patient the address of the card
   * @param {string} id
   */
  constructor(root, patient, id) {
    this.#root = root
    const read = (options) => get(`${patient}/papers`, options)
    this.#view = new ListView(root, read, (answer) => this.#show(answer))
    for (const form of root.querySelectorAll("form")) this.#bind(form, patient, id)
    for (const button of root.querySelectorAll("[data-form]")) {
      button.addEventListener("click", () => void this.add(button.dataset.form))
    }
  }

  /** @param {{background?: boolean}} [options] */
  load(options) { return this.#view.load(options) }

  /** Opens the form for another paper. @param {string} id */
  async add(id) {
    if (this.#root.querySelector("[data-body]").hidden) await this.load()
    for (const form of this.#root.querySelectorAll("form")) form.hidden = form.id !== id
    this.#root.querySelector(`#${id} [data-begins]`).focus()
  }

  /** Opens a form with what was left half typed in it. @param {object} draft */
  async restore(draft) {
    if (this.#root.querySelector("form:not([hidden])")) return
    await this.add(`${draft.form}-form`)
    this.#drafts[draft.form].take(draft)
  }

  /** Puts the form that is open aside, with what is typed in it; false when none is to be seen. */
  cancel() {
    const form = this.#root.hidden ? null : this.#root.querySelector("form:not([hidden])")
    if (!form) return false
    form.hidden = true
    this.#root.querySelector(`[data-form=${form.id}]`).focus()
    return true
  }

  #bind(form, patient, id) {
    const sort = sorts[form.id]
    const nameHere = (name) => name === "reason" ? name : `${sort}_${name}`
    const warnings = new PersonWarnings(form)
    const submission = new Submission(`${patient}/${ends[sort]}`)
    bindPapers(form)
    const draft = this.#drafts[sort] = new CardDraft(form, sort, id)
    warnings.askAnewOnInput()
    enterGoesOn(form)
    onSend(form, async (values) => {
      const { accepted, reason } = warnings
      const body = { [sort]: readPapers(values)[sort], accepted, reason }
      await draft.use(() => submission.send(body))
      this.#close(form, warnings)
      changed()
    }, (problem) => warnings.failed(problem, nameHere))
    form.querySelector("[data-cancel]").addEventListener("click", () => {
      void draft.discard()
      this.#close(form, warnings)
    })
  }

  #close(form, warnings) {
    form.reset()
    form.dispatchEvent(new Event("change"))
    // With them goes the field of the reason: an empty form is one without it.
    warnings.show([], {})
    this.#drafts[sorts[form.id]].begin()
    form.hidden = true
    clearErrors(form)
    this.#root.querySelector(`[data-form=${form.id}]`).focus()
  }

  #show({ items, identity_level: level }) {
    const isSeen = level >= 2
    fill(this.#root, { level: say(`paper.level.${Math.min(level, 2)}`) })
    const mark = this.#root.querySelector(".state")
    mark.dataset.state = isSeen ? "done" : "none"
    setIcon(mark, isSeen ? "done" : "wait")
    const list = this.#root.querySelector("[data-papers]")
    const at = list.contains(document.activeElement) ? document.activeElement.closest("li") : null
    const focused = at?.dataset.paper
    list.replaceChildren(...items.map((one) => this.#row(one)))
    if (!focused) return 1
    const again = list.querySelector(`[data-paper="${focused}"] button:not([hidden])`)
    const next = again ?? this.#root.querySelector("[data-form]")
    next.focus()
    return 1
  }

  #row(paper) {
    const issued = paper.issued_on && say("paper.issued", { day: day(paper.issued_on) })
    const until = paper.valid_to && say("paper.until", { day: day(paper.valid_to) })
    const about = [issued, paper.issuer, paper.department_code, paper.insurer, until]
    const row = fill(clone("paper-row"), {
      from: paper.from_card ? say("merge.from", { n: paper.from_card }) : null,
      kind: say(`paper.kind.${paper.kind}`), shown: paper.shown, about: about.filter(Boolean).join(" · "),
      noted: paper.struck_at
        ? say("paper.struck", { time: moment(paper.struck_at), why: paper.strike_reason })
        : say("paper.noted", { time: moment(paper.shown_at), name: paper.shown_by_name }),
    })
    row.dataset.paper = paper.id
    row.classList.toggle("consents__one--struck", paper.struck_at !== null)
    const button = row.querySelector("[data-strike]")
    button.hidden = paper.struck_at !== null
    const what = `${say(`paper.kind.${paper.kind}`)} ${paper.shown}`
    button.addEventListener("click", () => this.#askToStrike({ what }, paper))
    return row
  }
}
