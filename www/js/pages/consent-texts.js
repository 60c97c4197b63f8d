import "../frame.js"
import { get, Submission } from "../api.js"
import { moment } from "../dates.js"
import { clearErrors, onSend, showProblem } from "../form.js"
import { ListView } from "../list-view.js"
import { onChange } from "../live.js"
import { clone, fill } from "../template.js"
import { say } from "../words.js"

const root = document.querySelector("#texts")
const body = root.querySelector("[data-body]")
const forms = new Map()

const view = new ListView(root, (options) => get("/api/v1/consent-texts", options), ({ items }) => {
  for (const text of items) formOf(text.purpose).take(text)
  return items.length
})

function formOf(purpose) {
  if (!forms.has(purpose)) forms.set(purpose, new TextForm(purpose))
  return forms.get(purpose)
}

/** One purpose: its edition of today, and the words of the next. */
class TextForm {
  #form = clone("text-form")
  #submission = new Submission("/api/v1/consent-texts")
  #purpose
  #edition = 0
  #isTouched = false

  constructor(purpose) {
    this.#purpose = purpose
    const field = this.#form.elements.text
    field.id = `text-${purpose}`
    field.setAttribute("aria-describedby", `text-${purpose}-error`)
    this.#form.querySelector("label").htmlFor = field.id
    this.#form.querySelector("[data-error]").id = `text-${purpose}-error`
    this.#form.querySelector("h2").id = `title-${purpose}`
    this.#form.setAttribute("aria-labelledby", `title-${purpose}`)
    this.#form.addEventListener("input", () => {
      this.#isTouched = true
      this.#form.querySelector("[data-done]").hidden = true
    })
    onSend(this.#form, ({ text }) => this.#publish(text), (problem) => void this.#failed(problem))
    body.append(this.#form)
  }

  /** What is typed stays, and stays built on what was read: publishing tells of an edition in between. */
  take(text) {
    if (this.#isTouched) return
    fill(this.#form, {
      purpose: say(`consent.purpose.${text.purpose}`),
      edition: text.edition
        ? say("consent_texts.edition", { n: text.edition, time: moment(text.published_at) })
        : say("consent_texts.none"),
    })
    this.#edition = text.edition
    fill(this.#form, { theirs: null })
    this.#form.querySelector("[data-theirs]").hidden = true
    this.#form.elements.text.value = text.text || say(`consent_texts.draft.${text.purpose}`)
  }

  /** A colleague was first: their words stand below, and publishing again is then meant. */
  async #failed(problem) {
    showProblem(this.#form, problem)
    if (problem.code !== "consent_text_changed") return
    const { items } = await get("/api/v1/consent-texts")
    const now = items.find((one) => one.purpose === this.#purpose)
    this.#edition = now.edition
    fill(this.#form, { theirs: now.text })
    this.#form.querySelector("[data-theirs]").hidden = false
  }

  async #publish(text) {
    const made = await this.#submission.send({ purpose: this.#purpose, after: this.#edition, text })
    this.#isTouched = false
    this.take(made)
    clearErrors(this.#form)
    this.#form.querySelector("[data-done]").hidden = false
  }
}

onChange((options) => void view.load(options))
void view.load()
