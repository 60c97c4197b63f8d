import { get, ifPossible, put } from "./api.js"
import { CardDraft } from "./card-draft.js"
import { day } from "./dates.js"
import { clearErrors, enterGoesOn, onSend, readFields, showFieldError } from "./form.js"
import { changed } from "./live.js"
import { bindParticulars, fieldsOf, fillParticulars } from "./particulars-form.js"
import { offerPlaces, placeName, readParticulars } from "./particulars-form.js"
import { PersonWarnings } from "./person-warnings.js"
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
  #warnings
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
    this.#warnings = new PersonWarnings(form)
    bindParticulars(form)
    this.#warnings.askAnewOnInput()
    const version = () => ({ version: String(this.#version) })
    this.#draft = new CardDraft(form, "particulars", id, version)
    enterGoesOn(form)
    onSend(form, (values) => this.#save(values), (problem) => this.#failed(problem))
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

  /** Opens the form with what is known now, or with what was put aside; throws while that cannot be read. */
  async open() {
    if (this.isOpen) return
    if (!this.#known) this.#show(this.#known = await get(this.#path))
    await offerPlaces(this.#form, this.#known.attachment)
    if (!this.#isAside) {
      this.#version = this.#known.version
      fillParticulars(this.#form, this.#known)
      this.#form.dispatchEvent(new Event("change"))
      clearErrors(this.#form)
      this.#warnings.show([], {})
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
    const { accepted, reason } = this.#warnings
    const body = { version: this.#version, ...readParticulars(values), accepted, reason }
    this.#known = await this.#draft.use(() => put(this.#path, body))
    this.#show(this.#known)
    this.#close()
    changed()
  }

  /** A colleague was first: what is noted now stands beside each field, and saving again is then meant. */
  #failed(problem) {
    this.#warnings.failed(problem)
    if (problem.code === "particulars_changed") void ifPossible(() => this.#showTheirs())
  }

  async #showTheirs() {
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
    const own = textsOf(known)
    if (known.address_same) own.actual = say("patient.same_address")
    const cards = known.gathered.map((card) => ({ n: card.from_card, texts: textsOf(card) }))
    const texts = {}
    for (const [name, text] of Object.entries(own)) {
      const others = cards.filter((card) => card.texts[name])
        .map((card) => `${card.texts[name]} (${say("merge.from", { n: card.n })})`)
      // Of phones a person has several; of the rest the card's own counts.
      const all = name === "phones" ? [text, ...others] : [text || others[0]]
      texts[name] = all.filter(Boolean).join(", ") || say("patient.none")
    }
    fill(this.#panel.querySelector("[data-beside]"), texts)
  }
}

/** What is noted at one card, as it is read; empty where nothing is. @param {object} noted */
function textsOf(noted) {
  const place = noted.attachment && placeName(noted.attachment)
  const since = noted.attached_since && say("patient.attached", { day: day(noted.attached_since) })
  return {
    phones: noted.phones.map(({ phone, whose }) => whose ? `${phone} – ${whose}` : phone).join(", "),
    inn: noted.inn,
    address: noted.address_registered,
    actual: noted.address_same ? noted.address_registered : noted.address_actual,
    attachment: [place, since].filter(Boolean).join(", "),
  }
}
