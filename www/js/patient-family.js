import "./elements/patient-picker.js"
import { get, Submission } from "./api.js"
import { CardDraft } from "./card-draft.js"
import { day, moment } from "./dates.js"
import { familyKeys } from "./family-keys.js"
import { clearErrors, enterGoesOn, onSend, showFieldError } from "./form.js"
import { roleOf } from "./kin.js"
import { ListView } from "./list-view.js"
import { changed } from "./live.js"
import { mask } from "./masks.js"
import { fullName, markOf } from "./search.js"
import { clone, fill, setIcon } from "./template.js"
import { say } from "./words.js"

const icons = { in_force: "done", noted: "wait", expired: "cancelled", ended: "left" }

/** Who stands for this person and for whom this person stands; links are made and ended here. */
export class PatientFamily {
  #root
  #view
  #picker
  #form
  #isByOther = true
  #certificate = null
  #own = null
  #bindKeys = familyKeys()
  #submission
  #draft

  /**
   * @param {HTMLElement} root
   * @param {string} id the patient
   * @param {(read: object) => void} told gets each answer, also while the tab is closed
   */
  constructor(root, id, told) {
    this.#root = root
    const path = `/api/v1/patients/${encodeURIComponent(id)}/family`
    this.#form = root.querySelector("#family-form")
    this.#picker = root.querySelector("patient-picker")
    this.#picker.except = id
    this.#submission = new Submission(path)
    this.#view = new ListView(root, (options) => get(path, options), (read) => {
      this.#show(read)
      told(read)
      return 1
    })
    for (const button of root.querySelectorAll("[data-link]")) {
      button.addEventListener("click", () => void this.add(button.dataset.link === "representative"))
    }
    root.querySelector("[data-relative]").href = `/register?relative=${encodeURIComponent(id)}`
    this.#draft = new CardDraft(this.#form, "family", id, () => ({
      other_id: this.#picker.value, is_by_other: String(this.#isByOther),
    }))
    this.#bindForm()
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

  /** Opens the form with what was left half typed in it. @param {object} draft */
  async restore(draft) {
    if (!this.#form.hidden) return
    const { other_id: other, is_by_other: isByOther } = draft.content
    await this.add(isByOther === "true")
    this.#draft.take(draft)
    this.#offer()
    if (other) this.#picker.choose(await get(`/api/v1/patients/${other}`))
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
    form.querySelector("[data-cancel]").addEventListener("click", () => {
      void this.#draft.discard()
      this.#close()
    })
    this.#picker.addEventListener("desk:chosen", ({ detail }) => void this.#chosen(detail))
    enterGoesOn(form)
    onSend(form, async ({ role, word, basis, valid_until }) => {
      clearErrors(form)
      if (this.#picker.value === "") {
        showFieldError(form, "other", say("family.choose"))
        return form.elements.other.focus()
      }
      const link = { other: this.#picker.value, represents: this.#isByOther, role, word, basis, valid_until }
      await this.#draft.use(() => this.#submission.send(link))
      this.#close()
      changed()
    })
  }

  async #chosen(person) {
    // What was read of another child is no basis for this one.
    if (!this.#isByOther) this.#certificate = null
    this.#offer()
    if (!person) return
    this.#draft.touch()
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
    this.#certificate = null
    this.#picker.choose(null)
    clearErrors(this.#form)
  }

  #close() {
    this.#empty()
    this.#draft.begin()
    this.#form.hidden = true
    this.#root.querySelector("[data-link]").focus()
  }

  #show(read) {
    this.#own = read.birth_certificate
    for (const side of ["representatives", "represented"]) {
      const list = this.#root.querySelector(`[data-list=${side}]`)
      const focused = list.contains(document.activeElement)
      list.replaceChildren(...read[side].map((link) => this.#row(link)))
      this.#root.querySelector(`[data-nobody=${side}]`).hidden = read[side].length > 0
      const next = list.querySelector("button:not([hidden])") ?? this.#root.querySelector("[data-link]")
      if (focused) next.focus()
    }
  }

  #row(link) {
    const ended = link.ended_at && say("family.ended", { time: moment(link.ended_at), why: link.end_reason })
    const until = link.last_day && say("family.until", { day: day(link.last_day) })
    const standing = link.standing === "in_force" && !link.basis ? "noted" : link.standing
    const lack = standing === "noted" && say("family.no_basis")
    const row = fill(clone("family-row"), {
      kin: fullName(link), dead: link.dead ? markOf(link) : null,
      about: [roleOf(link), day(link.birth_date), link.phone_shown].filter(Boolean).join(" · "),
      state: say(`family.standing.${standing}`), is_open: link.standing !== "ended",
      basis: [link.basis || lack, ended || until].filter(Boolean).join(" · "),
    })
    row.querySelector("[data-go]").href = `/patient?id=${link.patient}#family`
    const mark = row.querySelector(".state")
    mark.dataset.state = { in_force: "done", noted: "wait" }[standing] ?? "cancelled"
    setIcon(mark, icons[standing])
    this.#bindKeys(row, link)
    return row
  }
}
