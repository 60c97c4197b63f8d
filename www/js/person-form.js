import { post } from "./api.js"
import { focusField, readFields, showFieldError, showProblem } from "./form.js"
import { mask } from "./masks.js"
import { PersonWarnings } from "./person-warnings.js"

const names = ["surname", "name", "patronymic", "birth_date", "sex", "phone", "email", "snils", "note"]

/** The fields of a person: masks, the tick of no patronymic, the check of each field as it is left. */
export class PersonForm {
  #form
  #warnings
  #visited = new Set()
  #checked = ""
  #turn = 0

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.#form = form
    this.#warnings = new PersonWarnings(form)
    const fields = form.elements
    mask(fields.phone, "phone")
    mask(fields.snils, "snils")
    mask(fields.birth_date, "date")
    fields.patronymic_absent.addEventListener("change", () => this.followTick(true))
    form.addEventListener("focusout", (event) => this.#left(event.target))
    form.addEventListener("change", (event) => {
      if (event.target.type === "radio") this.#left(event.target)
    })
    form.addEventListener("input", (event) => this.#soften(event.target))
  }

  /** What the server calls a PatientInput. */
  get input() {
    const values = readFields(this.#form)
    const input = { patronymic_absent: values.patronymic_absent === "true" }
    for (const name of names) input[name] = values[name] ?? ""
    return input
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
    for (const name of names) if (this.input[name]) this.#visited.add(name)
    return this.#check(null)
  }

  /**
   * Shows why the server did not take the form.
   * @param {import("./api.js").Problem} problem
   * @param {(name: string) => string} nameHere
   */
  failed(problem, nameHere) {
    const warnings = problem.fields.filter((field) => field.severity === "warning")
    // The cursor leaves for the summary now; a check of the same content must not wipe what stands here.
    this.#turn += 1
    this.#checked = JSON.stringify(this.input)
    for (const name of names) this.#visited.add(name)
    const here = warnings.map((warning) => ({ ...warning, name: nameHere(warning.name) }))
    if (warnings.length) this.#warnings.show(here, this.input)
    showProblem(this.#form, problem, nameHere)
    if (warnings.length > 0 && warnings.length === problem.fields.length) this.#warnings.focusFirst()
  }

  /** A sentence about the old value goes as soon as the value is being changed. */
  #soften(control) {
    if (names.includes(control.name)) showFieldError(this.#form, control.name, "")
  }

  #left(control) {
    if (!names.includes(control.name)) return
    // Passing an empty field by is no mistake yet.
    if (this.input[control.name]) this.#visited.add(control.name)
    void this.#check(control)
  }

  async #check(left) {
    const input = this.input
    const asked = JSON.stringify(input)
    if (asked === this.#checked || document.documentElement.dataset.locked) return
    this.#checked = asked
    const turn = ++this.#turn
    try {
      const patient = this.#form.dataset.patient || null
      const answer = await post("/api/v1/patients/check", { person: input, patient })
      if (turn === this.#turn) this.#show(answer, input, left)
    } catch (problem) {
      this.#checked = ""
      if (!("code" in problem)) throw problem
      // A check only helps; saving says what is wrong in any case.
    }
  }

  #show({ fields, normal }, input, left) {
    const now = this.input
    for (const name of names) {
      // Typed on meanwhile: the answer is about another value.
      if (now[name] !== input[name] || !this.#visited.has(name)) continue
      const errors = fields.filter((field) => field.name === name && field.severity === "error")
      showFieldError(this.#form, name, errors.map((error) => error.text).join(" "))
      const isTidy = errors.length === 0 && normal[name] && name !== "sex" && name !== "note"
      if (isTidy && (left === null || left.name === name)) this.#tidy(name, normal[name])
    }
    const warnings = fields.filter((field) => field.severity === "warning" && this.#visited.has(field.name))
    this.#warnings.show(warnings, this.input)
  }

  #tidy(name, text) {
    const control = this.#form.elements[name]
    if (control.value === text || document.activeElement === control) return
    control.value = text
    this.#checked = JSON.stringify(this.input)
    control.dispatchEvent(new Event("desk:tidied", { bubbles: true }))
  }

  /** @param {string} name */
  focus(name) { focusField(this.#form, name) }
}
