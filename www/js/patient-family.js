import "./elements/patient-picker.js"
import { get, Submission, submissionTo } from "./api.js"
import { day, moment } from "./dates.js"
import { clearErrors, enterGoesOn, onSend, showFieldError, showProblem } from "./form.js"
import { roleOf } from "./kin.js"
import { ListView } from "./list-view.js"
import { changed } from "./live.js"
import { mask } from "./masks.js"
import { fullName } from "./search.js"
import { clone, fill, setIcon } from "./template.js"
import { say } from "./words.js"

const icons = { in_force: "done", expired: "cancelled", ended: "left" }

/** Who stands for this person and for whom this person stands; links are made and ended here. */
export class PatientFamily {
  #root
  #path
  #view
  #picker
  #form
  #isByOther = true
  #certificate = null
  #own = null
  #ending = null
  #dialog = document.querySelector("#end-link")
  #submission

  /**
   * @param {HTMLElement} root
   * @param {string} id the patient
   * @param {(read: object) => void} told gets each answer, also while the tab is closed
   */
  constructor(root, id, told) {
    this.#root = root
    this.#path = `/api/v1/patients/${encodeURIComponent(id)}/family`
    this.#form = root.querySelector("#family-form")
    this.#picker = root.querySelector("patient-picker")
    this.#picker.except = id
    this.#submission = new Submission(this.#path)
    this.#view = new ListView(root, (options) => get(this.#path, options), (read) => {
      this.#show(read)
      told(read)
      return 1
    })
    for (const button of root.querySelectorAll("[data-link]")) {
      button.addEventListener("click", () => void this.add(button.dataset.link === "representative"))
    }
    root.querySelector("[data-relative]").href = `/register?relative=${encodeURIComponent(id)}`
    this.#bindForm()
    this.#bindEnd()
  }

  /** @param {{background?: boolean}} [options] */
  load(options) { return this.#view.load(options) }

  /**
   * Opens the form for another link.
   * @param {boolean} isByOther the other person stands for this one
   * @param {object|null} [other] already found
   */
  async add(isByOther, other = null) {
    if (this.#root.querySelector("[data-body]").hidden) await this.load()
    // What was put aside was said of the other direction.
    if (isByOther !== this.#isByOther) this.#empty()
    this.#isByOther = isByOther
    fill(this.#form, { is_by_other: isByOther, is_for_other: !isByOther })
    this.#form.hidden = false
    if (isByOther) this.#certificate = this.#own
    this.#offer()
    if (other) this.#picker.choose(other)
    else this.#form.elements.other.focus()
  }

  /** Puts the open form aside, with what is typed in it; false when it is not to be seen. */
  cancel() {
    if (this.#root.hidden || this.#form.hidden) return false
    this.#form.hidden = true
    this.#root.querySelector("[data-link]").focus()
    return true
  }

  /** Writes the birth certificate of the papers in as the basis; false when none is offered. */
  takeBasis() {
    if (this.#form.querySelector("[data-offer-basis]").hidden || !this.#form.checkVisibility()) return false
    this.#form.elements.basis.value = say("family.basis.certificate", { number: this.#certificate })
    this.#form.elements.basis.focus()
    return true
  }

  #bindForm() {
    const form = this.#form
    mask(form.elements.valid_until, "date")
    form.elements.role.addEventListener("change", () => this.#offer())
    form.querySelector("[data-take-basis]").addEventListener("click", () => this.takeBasis())
    form.querySelector("[data-cancel]").addEventListener("click", () => this.#close())
    this.#picker.addEventListener("desk:chosen", ({ detail }) => void this.#chosen(detail))
    enterGoesOn(form)
    onSend(form, async ({ role, word, basis, valid_until }) => {
      clearErrors(form)
      if (this.#picker.value === "") {
        showFieldError(form, "other", say("family.choose"))
        return form.elements.other.focus()
      }
      const link = { other: this.#picker.value, represents: this.#isByOther, role, word, basis, valid_until }
      await this.#submission.send(link)
      this.#close()
      changed()
    })
  }

  async #chosen(person) {
    if (!person) return
    showFieldError(this.#form, "other", "")
    this.#form.elements.role.focus()
    if (this.#isByOther) return
    try {
      const read = await get(`/api/v1/patients/${person.id}/family`)
      if (this.#picker.value === person.id) this.#certificate = read.birth_certificate
    } catch (problem) {
      // Only the offer is missing: the paper can be typed.
      if (!("code" in problem)) throw problem
    }
    this.#offer()
  }

  /** A parent may act by the child's birth certificate; another kin is named by a word. */
  #offer() {
    const role = this.#form.elements.role.value
    this.#form.querySelector("[data-word]").hidden = role !== "other"
    const place = this.#form.querySelector("[data-offer-basis]")
    place.hidden = role !== "parent" || !this.#certificate
    fill(place, { paper: say("family.basis.offer", { paper: this.#certificate ?? "" }) })
  }

  #empty() {
    this.#form.reset()
    this.#picker.choose(null)
    this.#certificate = null
    clearErrors(this.#form)
    this.#offer()
  }

  #close() {
    this.#empty()
    this.#form.hidden = true
    this.#root.querySelector("[data-link]").focus()
  }

  #bindEnd() {
    const form = this.#dialog.querySelector("form")
    enterGoesOn(form)
    onSend(form, async ({ reason }) => {
      await submissionTo(`/api/v1/family-links/${this.#ending.id}/end`).send({ reason })
      this.#dialog.close()
      changed()
    }, (problem) => showProblem(form, problem))
  }

  #show(read) {
    this.#own = read.birth_certificate
    for (const side of ["representatives", "represented"]) {
      const list = this.#root.querySelector(`[data-list=${side}]`)
      const focused = list.contains(document.activeElement)
      list.replaceChildren(...read[side].map((link) => this.#row(link)))
      this.#root.querySelector(`[data-nobody=${side}]`).hidden = read[side].length > 0
      if (!focused) continue
      const next = list.querySelector("button:not([hidden])") ?? this.#root.querySelector("[data-link]")
      next.focus()
    }
  }

  #row(link) {
    const ended = link.ended_at && say("family.ended", { time: moment(link.ended_at), why: link.end_reason })
    const until = link.last_day && say("family.until", { day: day(link.last_day) })
    const basis = [link.basis ?? say("family.no_basis"), ended || until].filter(Boolean).join(" · ")
    const row = fill(clone("family-row"), {
      kin: fullName(link), dead: link.dead ? say("death.mark") : null,
      about: [roleOf(link), day(link.birth_date), link.phone_shown].filter(Boolean).join(" · "),
      state: say(`family.standing.${link.standing}`), basis,
    })
    row.querySelector("[data-go]").href = `/patient?id=${link.patient}#family`
    const mark = row.querySelector(".state")
    mark.dataset.state = link.standing === "in_force" ? "done" : "cancelled"
    setIcon(mark, icons[link.standing])
    const button = row.querySelector("[data-end]")
    button.hidden = link.standing === "ended"
    button.addEventListener("click", () => this.#ask(link))
    return row
  }

  #ask(link) {
    this.#ending = link
    const form = this.#dialog.querySelector("form")
    form.reset()
    clearErrors(form)
    fill(this.#dialog, { what: say("family.came.for", { who: fullName(link), role: roleOf(link) }) })
    this.#dialog.showModal()
  }
}
