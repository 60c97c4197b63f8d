import { Submission } from "./api.js"
import { DraftKeeper } from "./drafts.js"
import { moment, time, day } from "./dates.js"
import { clearErrors, enterGoesOn, fillFields, onSend, readFields, showProblem } from "./form.js"
import { changed } from "./live.js"
import { clone, fill, setIcon } from "./template.js"
import { newId } from "./uuid.js"
import { VisitCompanion } from "./visit-companion.js"
import { askIfSure, followDestination, nameHere, nextSheet, visitBody } from "./visit-fields.js"
import { stepsOf, takeStep } from "./visit-steps.js"
import { endingOf, lateOf } from "./visit-words.js"
import { say } from "./words.js"

/** What a person came for: opens a visit, or takes the open one a step on. */
export class PatientVisit {
  #root
  #form
  #visit = null
  #keeper = null
  #blank
  #companion
  #submission = new Submission("/api/v1/visits")

  /** @param {HTMLElement} root @param {string} patientId */
  constructor(root, patientId) {
    this.#root = root
    this.#form = root.querySelector("form")
    this.#blank = this.#content
    this.#companion = new VisitCompanion(root.querySelector("[data-companion]"))
    enterGoesOn(this.#form)
    followDestination(this.#form)
    const failed = (problem) => {
      askIfSure(this.#form, problem)
      showProblem(this.#form, problem, (name) => nameHere(`visit.${name}`))
    }
    onSend(this.#form, (values) => this.#open(values, patientId), failed)
    this.#keepAs(newId(), patientId)
    for (const type of ["input", "change"]) this.#form.addEventListener(type, () => this.#keeper.touch())
    document.querySelector("[data-take-sheet]").addEventListener("click", () => this.#takeSheet())
    for (const button of root.querySelectorAll("[data-step]")) {
      button.addEventListener("click", () => this.#step(button.dataset.step))
    }
  }

  /** @param {object|null} visit the open one */
  show(visit) {
    this.#visit = visit
    this.#root.hidden = false
    this.#form.hidden = visit !== null
    this.#companion.show(visit)
    const panel = this.#root.querySelector("[data-open-visit]")
    panel.hidden = visit === null
    if (!visit) return
    fill(panel, {
      number: say("visit.number", { n: visit.number }),
      since: say("visit.since", { time: time(visit.arrived_at) }),
      reason: visit.reason, destination: say(`visit.destination.${visit.destination}`), place: visit.place,
      brought: visit.brought_by && say("family.with", { who: visit.brought_by }),
      state: say(`visit.state.${visit.state}`), problem: null,
    })
    panel.querySelector(".state").dataset.state = visit.state
    setIcon(panel.querySelector(".state"), visit.state)
    const steps = stepsOf(visit.state)
    for (const button of panel.querySelectorAll("[data-step]")) {
      button.hidden = !steps.includes(button.dataset.step)
    }
  }

  /** The one key: to the form, or to the next step. */
  goOn() {
    if (document.body.hasAttribute("data-dead")) return this.#takeSheet()
    if (this.#visit) this.#step(stepsOf(this.#visit.state)[0])
    else this.#form.elements.visit_reason.focus()
  }

  /** Whoever has died since was here then: a sheet that tells the end can still be typed in. */
  #takeSheet() {
    document.body.toggleAttribute("data-sheet", true)
    nextSheet(this.#form, this.#form.elements.late_day.value)
    this.#form.elements.visit_reason.focus()
  }

  /** Brings back what was half typed here. @param {object} draft */
  restore(draft) {
    if (this.#typed !== null) return
    this.#keepAs(draft.id, draft.subject)
    fillFields(this.#form, draft.content)
    const { came } = draft.content
    if (came !== undefined) this.#form.elements.came.dataset.chosen = came
    this.#form.dispatchEvent(new Event("change"))
    this.#keeper.restored(draft)
  }

  #keepAs(id, subject) {
    this.#keeper?.stop()
    this.#keeper = new DraftKeeper({
      id, form: "visit", subject, note: this.#form.querySelector("[data-draft-note]"),
      read: () => this.#typed,
    })
  }

  /** What counts as typed: who comes along with a child is proposed by the card itself. */
  get #content() { return JSON.stringify({ ...readFields(this.#form), came: "" }) }

  /** What is typed, or null while nothing is. */
  get #typed() { return this.#content === this.#blank ? null : readFields(this.#form) }

  async #open(values, patientId) {
    clearErrors(this.#form)
    const body = { patient: patientId, ...visitBody(values), brought_by: values.came || null }
    const visit = await this.#keeper.use((draft) => this.#submission.send({ ...body, draft }))
    this.#form.reset()
    if (values.late === "true") nextSheet(this.#form, values.late_day)
    // What was put in for the next one was typed by nobody.
    this.#blank = this.#content
    this.#keepAs(newId(), patientId)
    if (visit.state === "arrived") {
      this.show(visit)
      this.#root.querySelector("[data-step]:not([hidden])").focus()
    }
    changed()
  }

  #step(step) {
    const problem = this.#root.querySelector("[data-text=problem]")
    void takeStep(this.#visit, step, (refused) => {
      problem.textContent = refused.message
      problem.hidden = false
    })
  }
}

/** One visit of the past as a row. @param {object} visit */
export function visitRow(visit) {
  const row = fill(clone("past-visit"), {
    at: visit.day ? `${day(visit.day)} ${time(visit.arrived_at)}` : moment(visit.arrived_at),
    reason: visit.reason, destination: say(`visit.destination.${visit.destination}`), place: visit.place,
    state: say(`visit.state.${visit.state}`),
    ending: endingOf(visit), late: lateOf(visit),
    from: visit.from_card ? say("merge.from", { n: visit.from_card }) : null,
    brought: visit.brought_by && say("family.with", { who: visit.brought_by }),
    operator: visit.operator_name,
  })
  const state = row.querySelector(".state")
  state.dataset.state = visit.state
  setIcon(state, visit.state)
  return row
}
