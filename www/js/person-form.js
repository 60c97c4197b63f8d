import { post } from "./api.js"
import { focusField, readFields, showFieldError } from "./form.js"
import { mask } from "./masks.js"
import { bindPapers, paperNames, readPapers } from "./paper-fields.js"
import { bindParticulars, particularsNames, readParticulars } from "./particulars-form.js"
import { personFields } from "./person-text.js"
import { PersonWarnings } from "./person-warnings.js"
import { nameHere } from "./visit-fields.js"

/**
 * The fields of a person, and of what stands beside it where the form has that: masks, the tick of no
 * patronymic, the check of each field as it is left.
 */
export class PersonForm {
  #form
  #names
  #warnings
  #visited = new Set()
  #checked = ""
  #answer = null
  #turn = 0

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.#form = form
    this.#names = personFields.concat(paperNames(form), particularsNames(form))
    this.#warnings = new PersonWarnings(form)
    const fields = form.elements
    mask(fields.phone, "phone")
    mask(fields.snils, "snils")
    mask(fields.birth_date, "date")
    bindPapers(form)
    bindParticulars(form)
    fields.patronymic_absent.addEventListener("change", () => this.followTick(true))
    form.addEventListener("focusout", (event) => this.#left(event.target))
    form.addEventListener("change", (event) => {
      if (event.target.matches("[type=radio], select")) this.#left(event.target)
    })
    form.addEventListener("input", (event) => this.#soften(event.target))
  }

  /** What the server calls a PatientInput. */
  get input() {
    const values = readFields(this.#form)
    const input = { patronymic_absent: values.patronymic_absent === "true" }
    for (const name of personFields) input[name] = values[name] ?? ""
    return input
  }

  /** What the server takes beside it: the papers that were shown, and what else is known. */
  get beside() {
    const values = readFields(this.#form)
    return { ...readPapers(values), ...readParticulars(values) }
  }

  get accepted() { return this.#warnings.accepted }
  get reason() { return this.#warnings.reason }

  /** «Отчество отсутствует» clears and closes the field; unticking opens it again. @param {boolean} byHand */
  followTick(byHand = false) {
    const { patronymic, patronymic_absent: tick } = this.#form.elements
    patronymic.disabled = tick.checked
    if (tick.checked) {
      patronymic.value = ""
      showFieldError(this.#form, "patronymic", "")
    } else if (byHand) patronymic.focus()
  }

  /** Checks what a restored draft or a loaded card holds. */
  checkAll() {
    const values = readFields(this.#form)
    for (const name of this.#names) if (values[name]) this.#visit(name)
    return this.#check(null)
  }

  /**
   * Shows why the server did not take the form.
   * @param {import("./api.js").Problem} problem
   */
  failed(problem) {
    // The cursor leaves for the field now; a check of the same content must not wipe what stands here.
    this.#turn += 1
    this.#checked = this.#content
    this.#answer = null
    for (const name of this.#names) this.#visited.add(name)
    this.#warnings.failed(problem, nameHere)
  }

  /** A sentence about the old value goes as soon as the value is being changed. */
  #soften(control) {
    if (this.#names.includes(control.name)) showFieldError(this.#form, control.name, "")
  }

  #left(control) {
    if (!this.#names.includes(control.name)) return
    // Passing an empty field by is no mistake yet.
    if (readFields(this.#form)[control.name]) this.#visit(control.name)
    void this.#check(control)
  }

  get #content() { return JSON.stringify([this.input, this.beside]) }

  /** A paper is of the kind that its list stands at, whether or not anybody went there. */
  #visit(name) {
    this.#visited.add(name)
    const [paper] = name.match(/^(document|policy)_/) ?? []
    if (paper) this.#visited.add(`${paper}kind`)
  }

  async #check(left) {
    const values = readFields(this.#form)
    const asked = this.#content
    if (document.documentElement.dataset.locked) return
    // The same content has the same answer; another field may have been visited since.
    if (asked === this.#checked) return void (this.#answer && this.#show(this.#answer, values, left))
    this.#checked = asked
    this.#answer = null
    const turn = ++this.#turn
    try {
      const patient = this.#form.dataset.patient || null
      const body = { person: this.input, patient, ...this.beside }
      const answer = await post("/api/v1/patients/check", body)
      if (turn !== this.#turn) return
      this.#answer = answer
      this.#show(answer, values, left)
    } catch (problem) {
      this.#checked = ""
      if (!("code" in problem)) throw problem
      // A check only helps; saving says what is wrong in any case.
    }
  }

  #show({ fields, normal }, asked, left) {
    const now = readFields(this.#form)
    const here = fields.map((field) => ({ ...field, name: nameHere(field.name) }))
    for (const name of this.#names) {
      // Typed on meanwhile: the answer is about another value.
      if (now[name] !== asked[name] || !this.#visited.has(name)) continue
      const errors = here.filter((field) => field.name === name && field.severity === "error")
      showFieldError(this.#form, name, errors.map((error) => error.text).join(" "))
      const isTidy = errors.length === 0 && normal[name] && name !== "sex" && name !== "note"
      if (isTidy && (left === null || left.name === name)) this.#tidy(name, normal[name])
    }
    const warnings = here.filter((field) => field.severity === "warning" && this.#visited.has(field.name))
    this.#warnings.show(warnings, readFields(this.#form))
  }

  #tidy(name, text) {
    const control = this.#form.elements[name]
    if (control.value === text || document.activeElement === control) return
    control.value = text
    this.#checked = this.#content
    control.dispatchEvent(new Event("desk:tidied", { bubbles: true }))
  }

  /** @param {string} name */
  focus(name) { focusField(this.#form, name) }
}
