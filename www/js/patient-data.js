import { submissionTo } from "./api.js"
import { day, moment } from "./dates.js"
import { changed } from "./live.js"
import { PatientEdit } from "./patient-edit.js"
import { PatientParticulars } from "./patient-particulars.js"
import { personText } from "./person-text.js"
import { fullName } from "./search.js"
import { fill } from "./template.js"
import { count, say } from "./words.js"

/** The card's first tab: what is known of the person, and the two forms that change it. */
export class PatientData {
  #card
  #panel
  #path
  #form
  #edit
  #beside
  #patient = null
  #saved

  /**
   * @param {HTMLElement} card
   * @param {string} path the address of the card
   * @param {string} id
   * @param {(patient: object) => void} saved told when a form has changed the card
   */
  constructor(card, path, id, saved) {
    this.#card = card
    this.#path = path
    this.#saved = saved
    this.#panel = card.querySelector("#panel-data")
    this.#form = card.querySelector("#edit")
    this.#edit = new PatientEdit(this.#form, saved)
    const beside = card.querySelector("#beside")
    this.#beside = new PatientParticulars(this.#panel, beside, path, id)
    this.#followForm(this.#form, "[data-edit]", () => this.open())
    this.#followForm(beside, "[data-edit-beside]", () => void this.openBeside())
    this.#panel.querySelector("[data-confirm]").addEventListener("click", () => void this.confirmPhone())
  }

  get isOpen() { return this.#edit.isOpen || this.#beside.isOpen }

  /** Whether the card's form is open, so that what is typed must not be written over. */
  get isEdited() { return this.#edit.isOpen }

  /** @param {object} read */
  show(read) {
    this.#patient = read
    const { name: firstname, ...texts } = personText(read)
    // Not the card as a whole: in its other tabs other people have slots of these names.
    fill(this.#card.querySelector("[data-head]"), {
      name: fullName(read), sex: texts.sex,
      age: count("patient.age", read.age_years),
      born: say("patient.born", { day: day(read.birth_date) }),
      number: say("patient.card", { n: read.card_number }),
    })
    fill(this.#panel, {
      ...texts, firstname,
      confirmed: read.phone_confirmed && say("patient.confirmed", {
        time: moment(read.phone_confirmed.at), name: read.phone_confirmed.operator_name,
      }),
      registered: moment(read.registered_at), changed: moment(read.changed_at),
    })
    this.#panel.querySelector("[data-confirm]").hidden = !read.phone || read.phone_confirmed !== null
    document.title = say("patient.title", { n: read.card_number })
  }

  /** @param {{background?: boolean}} [options] */
  load(options) { return this.#beside.load(options) }

  /** Opens the form with a change that was left half typed. @param {object} draft */
  restore(draft) {
    if (this.isOpen) return
    this.#choose()
    this.#edit.restore(this.#patient, draft)
  }

  /** @param {string} [field] @param {boolean} [anew] what is typed takes the place of what is there */
  open(field, anew = false) {
    if (!this.#patient || this.isOpen) return
    this.#choose()
    this.#panel.querySelector("[data-view]").hidden = true
    this.#edit.open(this.#patient, field)
    if (anew) this.#form.elements[field].select()
  }

  /** Opens the form at the first field that the card lacks. */
  openMissing() { this.open(this.#patient?.missing.find((field) => this.#form.elements[field])) }

  async openBeside() {
    if (!this.#patient || this.isOpen) return
    this.#choose()
    await this.#act(() => this.#beside.open())
  }

  /** Opens the other form with what was left half typed in it. @param {object} draft */
  async restoreBeside(draft) {
    if (this.isOpen) return
    this.#choose()
    await this.#beside.restore(draft)
  }

  /** Closes what is open, keeping it as a draft where there is one. @returns {boolean} */
  leave() {
    if (this.#beside.isOpen) this.#beside.putAside()
    else if (this.#edit.isOpen) void this.#edit.leave()
    else return false
    return true
  }

  /** The patient said that the number on the card is right. */
  async confirmPhone() {
    const patient = this.#patient
    if (!patient?.phone || patient.phone_confirmed || this.isOpen) return
    await this.#act(async () => {
      this.#saved(await submissionTo(`${this.#path}/phone-confirmation`).send({ version: patient.version }))
      changed()
    })
  }

  /** Why something was not done is said below what is known. */
  async #act(does) {
    const problem = this.#panel.querySelector("[data-confirm-problem]")
    problem.hidden = true
    try {
      await does()
    } catch (fault) {
      if (!("code" in fault)) throw fault
      problem.textContent = fault.isTold ? "" : fault.message
      problem.hidden = fault.isTold
    }
  }

  #choose() { this.#card.querySelector("tab-set").choose(this.#card.querySelector("[data-tab=data]")) }

  #followForm(form, opener, open) {
    const view = this.#panel.querySelector("[data-view]")
    const button = this.#panel.querySelector(opener)
    new MutationObserver(() => { view.hidden = this.isOpen })
      .observe(form, { attributes: true, attributeFilter: ["hidden"] })
    form.addEventListener("desk:closed", () => {
      view.hidden = false
      button.focus()
    })
    button.addEventListener("click", open)
  }
}
