import { get, ifPossible, put } from "./api.js"
import { clearErrors, enterGoesOn, fillFields, onSend, showProblem } from "./form.js"

const path = "/api/v1/requisites"

/** What stands at the head of the clinic's papers. */
export class RequisitesForm {
  #form
  #version = 0
  #isTouched = false

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.#form = form
    enterGoesOn(form)
    form.addEventListener("input", () => {
      this.#isTouched = true
      form.querySelector("[data-done]").hidden = true
    })
    onSend(form, (values) => this.#save(values), (problem) => void this.#failed(problem))
  }

  /** What is typed stays, and stays built on what was read. @param {{background?: boolean}} [options] */
  async load(options) {
    const read = await get(path, options)
    if (!this.#isTouched) this.#take(read)
  }

  #take({ version, ...fields }) {
    this.#version = version
    this.#isTouched = false
    fillFields(this.#form, fields)
  }

  async #save(values) {
    this.#take(await put(path, { ...values, version: this.#version }))
    clearErrors(this.#form)
    this.#form.querySelector("[data-done]").hidden = false
  }

  /** A colleague was first: saving again is then meant. */
  async #failed(problem) {
    if (problem.code === "requisites_changed") {
      await ifPossible(async () => { this.#version = (await get(path)).version })
    }
    showProblem(this.#form, problem)
  }
}
