import "./elements/patient-picker.js"
import { get, Submission, submissionTo } from "./api.js"
import { day, moment } from "./dates.js"
import { clearErrors, enterGoesOn, onSend, showFieldError } from "./form.js"
import { ListView } from "./list-view.js"
import { changed } from "./live.js"
import { mask } from "./masks.js"
import { firstSession, hasRole } from "./session.js"
import { clone, fill, setIcon } from "./template.js"
import { say } from "./words.js"

const marks = { active: "done", pending: "wait" }

/** The certificates in which the person sits: issued, and their patients added and changed in time. */
export class PatientCertificates {
  #root
  #view
  #form
  #seat
  #picker
  #issuing
  #isSenior = false
  #seating = null

  /** @param {HTMLElement} root @param {string} patient the address of the card */
  constructor(root, patient) {
    this.#root = root
    this.#form = root.querySelector("#certificate-form")
    this.#seat = root.querySelector("#seat-form")
    this.#picker = this.#seat.querySelector("patient-picker")
    this.#issuing = new Submission(`${patient}/certificates`)
    this.#view = new ListView(root, (options) => this.#read(patient, options), (items) => this.#show(items))
    for (const name of ["valid_from", "valid_to", "purchased_on"]) mask(this.#form.elements[name], "date")
    for (const form of [this.#form, this.#seat]) {
      enterGoesOn(form)
      form.querySelector("[data-cancel]").addEventListener("click", () => this.cancel())
    }
    onSend(this.#form, async ({ programme, valid_from, valid_to, purchased_on }) => {
      await this.#issuing.send({ programme, valid_from, valid_to, purchased_on, second: null })
      this.cancel()
      changed()
    })
    onSend(this.#seat, (values) => this.#sit(values))
    root.querySelector("[data-issue]").addEventListener("click", () => void this.issue())
  }

  /** @param {{background?: boolean}} [options] */
  load(options) { return this.#view.load(options) }

  async issue() {
    if (this.#root.querySelector("[data-body]").hidden) await this.load()
    const { items } = await get("/api/v1/programmes")
    const open = items.filter(({ closed }) => !closed)
    this.#form.elements.programme.replaceChildren(
      ...open.map((one) => new Option(`${one.title} · ${one.code}`, one.id)))
    this.#seat.hidden = true
    this.#form.hidden = false
    this.#form.elements.programme.focus()
  }

  /** Puts the form that is open aside; false when none is to be seen. */
  cancel() {
    const form = [this.#form, this.#seat].find((one) => one.checkVisibility())
    if (!form) return false
    form.reset()
    this.#picker.choose(null)
    clearErrors(form)
    form.hidden = true
    this.#root.querySelector("[data-issue]").focus()
    return true
  }

  async #read(patient, options) {
    const [{ items }, who] = await Promise.all([get(`${patient}/certificates`, options), firstSession()])
    this.#isSenior = hasRole(who, "senior")
    return items
  }

  #show(items) {
    const list = this.#root.querySelector("[data-list]")
    const focused = list.contains(document.activeElement)
    list.replaceChildren(...items.map((one) => this.#row(one)))
    if (focused) this.#root.querySelector("[data-issue]").focus()
    this.#root.querySelector("[data-none]").hidden = items.length > 0
    return 1
  }

  #row(one) {
    const row = fill(clone("certificate-row"), {
      number: one.number, state: say(`policies.status.${one.status}`),
      programme: `${one.programme_title} · ${one.programme_code} · ${
        say("catalogues.version", { n: one.programme_version })}`,
      period: say("policies.period", { from: day(one.valid_from), to: day(one.valid_to) }),
      due: say("certificates.due", { bought: day(one.purchased_on), due: day(one.entry_due) }),
      too_late: one.may_change ? null : say("certificates.too_late", { day: day(one.valid_from) }),
      from: one.from_card ? say("merge.from", { n: one.from_card }) : null,
    })
    row.toggleAttribute("data-current", one.status !== "expired")
    const mark = row.querySelector(".state")
    mark.dataset.state = { done: "done", wait: "none" }[marks[one.status]] ?? "cancelled"
    setIcon(mark, marks[one.status] ?? "cancelled")
    const reason = row.querySelector("[data-text=too_late]")
    reason.id = `too-late-${one.id}`
    const seats = ["first", "second"].map((seat) => this.#seatOf(one, seat, reason.id))
    row.querySelector("[data-seats]").replaceChildren(...seats)
    row.querySelector("[data-changes]").replaceChildren(...one.changes.map((change) =>
      fill(clone("certificate-change"), {
        told: say(change.late_reason ? "certificates.seated_late" : "certificates.seated", {
          time: moment(change.at), by: change.by_name, which: say(`certificates.seat.${change.seat}`),
          who: change.name, why: change.late_reason ?? "",
        }),
      })))
    return row
  }

  #seatOf(one, seat, reason) {
    const who = one[seat]
    const row = fill(clone("certificate-seat"), {
      which: say(`certificates.seat.${seat}`),
      who: who ? `${who.name}, ${day(who.birth_date)}` : say("certificates.nobody"),
    })
    const button = row.querySelector("[data-seat]")
    button.textContent = say(who ? "certificates.change" : "certificates.add")
    if (!one.may_change) {
      button.setAttribute("aria-disabled", "true")
      button.setAttribute("aria-describedby", reason)
    }
    button.addEventListener("click", () => { if (one.may_change) this.#open(one, seat, false) })
    const late = row.querySelector("[data-seat-late]")
    late.hidden = one.may_change || !this.#isSenior
    late.addEventListener("click", () => this.#open(one, seat, true))
    return row
  }

  #open(one, seat, isLate) {
    this.#seating = { one, seat, isLate }
    this.#form.hidden = true
    this.#seat.querySelector("h2").textContent =
      `${say(one[seat] ? "certificates.change" : "certificates.add")}: ${say(`certificates.seat.${seat}`)}`
    this.#seat.querySelector("[data-late]").hidden = !isLate
    this.#picker.choose(null)
    this.#seat.hidden = false
    this.#seat.elements.patient.focus()
  }

  async #sit({ late_reason }) {
    const { one, seat, isLate } = this.#seating
    clearErrors(this.#seat)
    if (this.#picker.value === "") {
      showFieldError(this.#seat, "patient", say("certificates.choose"))
      return this.#seat.elements.patient.focus()
    }
    const body = { version: one.version, seat, patient: this.#picker.value }
    const path = `/api/v1/certificates/${one.id}/${isLate ? "late-seat" : "seat"}`
    await submissionTo(path).send(isLate ? { ...body, late_reason } : body)
    this.cancel()
    changed()
  }
}
