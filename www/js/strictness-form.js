import { get, ifPossible, put } from "./api.js"
import { clearErrors, enterGoesOn, onSend, showProblem } from "./form.js"
import { clone, fill } from "./template.js"

/** Check by check: only warn, or do not take. */
export class StrictnessForm {
  #form
  #version = 0

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.#form = form
    enterGoesOn(form)
    form.addEventListener("input", () => { this.#done(false) })
    onSend(form, () => this.#save(), (problem) => void this.#failed(problem))
  }

  /** Whether the checks have been read. */
  get isThere() { return !this.#form.hidden }

  /** @param {{background?: boolean}} [options] */
  async load(options) {
    await this.#read(options)
    this.#form.hidden = false
  }

  async #read(options) { this.#show(await get("/api/v1/strictness", options)) }

  #show({ version, checks }) {
    this.#version = version
    const focused = document.activeElement?.name
    this.#form.querySelector("[data-checks]").replaceChildren(...checks.map((check) => this.#row(check)))
    if (focused) this.#form.querySelector(`[name="${focused}"]:checked`)?.focus()
  }

  #row({ code, text, severity, usual }) {
    const row = fill(clone("check"), {
      text, usually_warning: usual === "warning", usually_error: usual === "error",
    })
    row.querySelector("[role=radiogroup]").setAttribute("aria-label", text)
    for (const radio of row.querySelectorAll("input")) {
      radio.name = code
      radio.checked = radio.value === severity
    }
    return row
  }

  async #save() {
    const refusing = Array.from(this.#form.querySelectorAll("[value=error]:checked"), ({ name }) => name)
    this.#show(await put("/api/v1/strictness", { version: this.#version, refusing }))
    clearErrors(this.#form)
    this.#done(true)
  }

  /** Another admin was quicker: what stands now is shown, and chosen from anew. */
  async #failed(problem) {
    if (problem.code === "settings_changed") await ifPossible(() => this.#read())
    showProblem(this.#form, problem)
  }

  #done(is) { this.#form.querySelector("[data-done]").hidden = !is }
}
