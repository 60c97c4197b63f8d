import { readFields, showProblem } from "./form.js"
import { clone, fill } from "./template.js"

/** A passport and a policy can both stand on somebody else's card: one question each. */
const keyOf = ({ name, code }) => `${name} ${code}`

/**
 * What may be wrong but may also be true: shown by the field, accepted by a tick, some only with a reason.
 * An acceptance holds for the value it was given for; another value asks again.
 */
export class PersonWarnings {
  #form
  #accepted = new Map()
  #reasoned = new Set()

  /** @param {HTMLFormElement} form */
  constructor(form) { this.#form = form }

  /** The codes that the operator has read and confirmed, wherever they stand. */
  get accepted() {
    const ticks = Array.from(this.#form.querySelectorAll("[data-accepts]"))
    const open = new Set(ticks.filter((tick) => !tick.checked).map((tick) => tick.dataset.accepts))
    return Array.from(new Set(Array.from(this.#accepted.values(), ({ code }) => code)))
      .filter((code) => !open.has(code))
  }

  /** Why, where a reason is asked for. */
  get reason() { return this.#form.querySelector("[data-reason]")?.value.trim() || null }

  /**
   * @param {{name: string, code: string, text: string, needs_reason: boolean}[]} warnings
   * @param {Record<string, string>} values
   */
  show(warnings, values) {
    const reason = this.reason
    this.#reasoned = new Set(warnings.filter((warning) => warning.needs_reason).map(({ code }) => code))
    const focused = document.activeElement?.dataset.warning
    for (const [key, { value }] of this.#accepted) {
      const still = warnings.find((warning) => keyOf(warning) === key)
      if (!still || value !== values[still.name]) this.#accepted.delete(key)
    }
    for (const place of this.#form.querySelectorAll("[data-warnings]")) {
      const mine = warnings.filter((warning) => warning.name === place.dataset.warnings)
      place.replaceChildren(...mine.map((warning) => this.#item(warning, values[warning.name])))
    }
    this.#askReason(reason)
    if (focused) this.#form.querySelector(`[data-warning="${focused}"]`)?.focus()
  }

  /** Another value is another question: what was accepted for the old one is not accepted for it. */
  askAnewOnInput() {
    this.#form.addEventListener("input", ({ target }) => {
      if (target.name && !target.matches("[data-reason]")) this.show([], {})
    })
  }

  /**
   * Shows why the form was not taken; where only warnings stand against it, the cursor is at the first.
   * @param {import("./api.js").Problem} problem
   * @param {(name: string) => string} [nameHere] the server's field name → the name in this form
   */
  failed(problem, nameHere = (name) => name) {
    const odd = problem.fields.filter((field) => field.severity === "warning")
    const here = odd.map((warning) => ({ ...warning, name: nameHere(warning.name) }))
    if (odd.length) this.show(here, readFields(this.#form))
    showProblem(this.#form, problem, nameHere)
    if (odd.length > 0 && odd.length === problem.fields.length) this.#focusFirst()
  }

  /** The first one not confirmed yet gets the focus. */
  #focusFirst() {
    const ticks = Array.from(this.#form.querySelectorAll("[data-accepts]"))
    const tick = ticks.find((one) => !one.checked) ?? this.#form.querySelector("[data-reason]")
    tick?.focus()
  }

  #item(warning, value) {
    const item = fill(clone("warning"), { text: warning.text })
    const key = keyOf(warning)
    const link = item.querySelector("a")
    // Another answer of the check draws it anew, and the focus finds it again.
    link.dataset.warning = `${key} card`
    link.hidden = !warning.patient
    link.href = `/patient?id=${warning.patient}`
    // A page that shows cards beside its form takes it; any other goes there, and keeps what is typed.
    link.addEventListener("click", (event) => {
      const { patient: id, text } = warning
      const asks = new CustomEvent("desk:card", { detail: { id, text }, cancelable: true })
      if (!document.dispatchEvent(asks)) event.preventDefault()
    })
    const tick = item.querySelector("input")
    tick.dataset.accepts = warning.code
    tick.dataset.warning = key
    tick.checked = this.#accepted.has(key)
    tick.addEventListener("change", () => {
      if (tick.checked) this.#accepted.set(key, { code: warning.code, value })
      else this.#accepted.delete(key)
      this.#askReason(this.reason)
    })
    return item
  }

  /** One reason serves all that need one; it stands by the first of them. */
  #askReason(text) {
    for (const old of this.#form.querySelectorAll("[data-reason-part]")) old.remove()
    const tick = Array.from(this.#form.querySelectorAll("[data-accepts]:checked"))
      .find((one) => this.#reasoned.has(one.dataset.accepts))
    if (!tick) return
    const part = clone("warning-reason")
    tick.closest(".warning").append(part)
    part.querySelector("[data-reason]").value = text ?? ""
  }
}
