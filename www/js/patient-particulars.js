import { get, put } from "./api.js"
import { CardDraft } from "./card-draft.js"
import { day } from "./dates.js"
import { clearErrors, enterGoesOn, onSend, readFields, showFieldError, showProblem } from "./form.js"
import { changed } from "./live.js"
import { bindParticulars, fieldsOf, fillParticulars } from "./particulars-form.js"
import { offerPlaces, placeName, readParticulars } from "./particulars-form.js"
import { fill } from "./template.js"
import { say } from "./words.js"

/** What is known beside the card: phones, addresses, the tax number, the attachment; shown and typed. */
export class PatientParticulars {
  #panel
  #form
  #path
  #known = null
  #version = 0
  #isAside = false
  #draft

  /**
   * @param {HTMLElement} panel
   * @param {HTMLFormElement} form
   * @param {string} patient the address of the card
   * @param {string} id
   */
  constructor(panel, form, patient, id) {
    this.#panel = panel
    this.#form = form
    this.#path = `${patient}/particulars`
    bindParticulars(form)
    const version = () => ({ version: String(this.#version) })
    this.#draft = new CardDraft(form, "particulars", id, version)
    enterGoesOn(form)
    onSend(form, (values) => this.#save(values), (problem) => void this.#failed(problem))
    form.querySelector("[data-cancel]").addEventListener("click", () => {
      void this.#draft.discard()
      this.#close()
    })
  }

  get isOpen() { return !this.#form.hidden }

  /** @param {{background?: boolean}} [options] */
  async load(options) {
    try {
      this.#known = await get(this.#path, options)
    } catch (problem) {
      // The card beside it says what is wrong.
      if ("code" in problem) return
      throw problem
    }
    this.#show(this.#known)
  }

  /** Opens the form with what is known now, or with what was put aside. */
  async open() {
    if (!this.#known) await this.load()
    if (!this.#known || this.isOpen) return
    await offerPlaces(this.#form, this.#known.attachment)
    if (!this.#isAside) {
      this.#version = this.#known.version
      fillParticulars(this.#form, this.#known)
      this.#form.dispatchEvent(new Event("change"))
      clearErrors(this.#form)
      this.#draft.begin()
    }
    this.#form.hidden = false
    this.#form.elements.phone_2.focus()
  }

  /** Opens the form with what was left half typed in it. @param {object} draft */
  async restore(draft) {
    await this.open()
    if (!this.isOpen) return
    this.#draft.take(draft)
    this.#version = Number(draft.content.version)
  }

  /** Steps back; what is typed stays in the form. */
  putAside() {
    this.#close()
    this.#isAside = true
  }

  #close() {
    this.#isAside = false
    this.#form.hidden = true
    this.#form.dispatchEvent(new CustomEvent("desk:closed"))
  }

  async #save(values) {
    const body = { version: this.#version, ...readParticulars(values) }
    this.#known = await this.#draft.use(() => put(this.#path, body))
    this.#show(this.#known)
    this.#close()
    changed()
  }

  /** A colleague was first: what is noted now stands beside each field, and saving again is then meant. */
  async #failed(problem) {
    showProblem(this.#form, problem)
    if (problem.code !== "particulars_changed") return
    const theirs = await get(this.#path)
    this.#version = theirs.version
    const mine = readFields(this.#form)
    for (const [name, value] of Object.entries(fieldsOf(theirs))) {
      if (value === mine[name]) continue
      const shown = name === "attachment" && theirs.attachment ? placeName(theirs.attachment) : value
      showFieldError(this.#form, name, say("patient.now", { value: shown || say("patient.none") }))
    }
  }

  #show(known) {
    const none = say("patient.none")
    const place = known.attachment && placeName(known.attachment)
    const since = known.attached_since && say("patient.attached", { day: day(known.attached_since) })
    const phones = known.phones.map(({ phone, whose }) => whose ? `${phone} – ${whose}` : phone)
    fill(this.#panel.querySelector("[data-beside]"), {
      phones: phones.join(", ") || none,
      inn: known.inn ?? none,
      registered: known.address_registered ?? none,
      actual: known.address_same ? say("patient.same_address") : known.address_actual ?? none,
      attachment: [place, since].filter(Boolean).join(", ") || none,
    })
  }
}
