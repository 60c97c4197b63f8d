import { get, ifPossible, put } from "./api.js"
import { DraftKeeper } from "./drafts.js"
import { clearErrors, enterGoesOn, fillFields, onSend, readFields, showFieldError } from "./form.js"
import { changed } from "./live.js"
import { PersonForm } from "./person-form.js"
import { personTyped } from "./person-text.js"
import { newId } from "./uuid.js"
import { say } from "./words.js"

/**
 * Changes a card in place; what somebody else changed meanwhile is shown beside, never overwritten
 * unseen.
 */
export class PatientEdit {
  #form
  #person
  #keeper = null
  #patient = null
  #version = 0
  #loaded = ""
  #done

  /** @param {HTMLFormElement} form @param {(patient: object) => void} done */
  constructor(form, done) {
    this.#form = form
    this.#done = done
    this.#person = new PersonForm(form)
    enterGoesOn(form)
    onSend(form, () => this.#save(), (problem) => this.#failed(problem))
    for (const type of ["input", "change", "desk:tidied"]) {
      form.addEventListener(type, () => this.#keeper?.touch())
    }
    form.querySelector("[data-cancel]").addEventListener("click", () => void this.#cancel())
  }

  get isOpen() { return !this.#form.hidden }

  /** Opens the form, at a field. @param {object} patient @param {string} [field] */
  open(patient, field = "surname") {
    this.#begin(patient, newId())
    this.#person.focus(field)
  }

  /** Opens the form with a change that was left half typed. @param {object} patient @param {object} draft */
  restore(patient, draft) {
    if (this.isOpen) return
    this.#begin(patient, draft.id)
    fillFields(this.#form, draft.content)
    this.#version = Number(draft.content.version) || patient.version
    this.#person.followTick()
    this.#keeper.restored(draft)
    void this.#person.checkAll()
    this.#person.focus("surname")
  }

  /** Steps back; the draft stays. */
  async leave() {
    await this.#keeper.save()
    this.#close()
  }

  #begin(patient, draftId) {
    this.#patient = patient
    this.#version = patient.version
    this.#form.dataset.patient = patient.id
    clearErrors(this.#form)
    fillFields(this.#form, personTyped(patient))
    this.#person.followTick()
    this.#loaded = JSON.stringify(readFields(this.#form))
    this.#keeper = new DraftKeeper({
      id: draftId, form: "patient-edit", subject: patient.id,
      note: this.#form.querySelector("[data-draft-note]"), read: () => this.#typed(),
    })
    this.#form.hidden = false
    for (const note of document.querySelectorAll("[data-done]")) note.hidden = true
  }

  #typed() {
    const values = readFields(this.#form)
    return JSON.stringify(values) === this.#loaded ? null : { ...values, version: String(this.#version) }
  }

  async #save() {
    // Nothing was changed: history must not say that something was.
    if (this.#typed() === null) return this.#cancel()
    const body = {
      version: this.#version, person: this.#person.input,
      accepted: this.#person.accepted, reason: this.#person.reason,
    }
    const address = `/api/v1/patients/${this.#patient.id}`
    const patient = await this.#keeper.use((draft) => put(address, { ...body, draft }))
    this.#close()
    changed()
    this.#done(patient)
  }

  #failed(problem) {
    this.#person.failed(problem)
    if (problem.code === "patient_changed") void ifPossible(() => this.#showTheirs())
  }

  /** Beside each field that differs stands what the card says now; saving again decides knowingly. */
  async #showTheirs() {
    const theirs = await get(`/api/v1/patients/${this.#patient.id}`)
    const now = personTyped(theirs)
    const mine = readFields(this.#form)
    this.#version = theirs.version
    for (const name of Object.keys(now)) {
      if (now[name] !== mine[name]) {
        showFieldError(this.#form, name, say("patient.now", { value: now[name] || say("patient.none") }))
      }
    }
  }

  async #cancel() {
    await this.#keeper.discard()
    this.#close()
  }

  #close() {
    this.#keeper.stop()
    this.#keeper = null
    this.#form.hidden = true
    this.#form.querySelector("[data-draft-note]").textContent = ""
    this.#form.dispatchEvent(new CustomEvent("desk:closed"))
  }
}
