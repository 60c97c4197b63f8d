import { get, post } from "./api.js"
import { day } from "./dates.js"
import { personTyped } from "./person-text.js"
import { rovingRows } from "./rows.js"
import { fullName, searchPatients } from "./search.js"
import { clone, fill } from "./template.js"
import { TypedQuestion } from "./typed-question.js"
import { say } from "./words.js"

const pauseMilliseconds = 120
const shown = 8

/** Finds the other card: those that look alike stand there at once, any other one is looked for. */
export class OtherCard {
  #root
  #card
  #rows
  #question
  #alike = null

  /** @param {HTMLElement} root @param {string} card the id of the card that is here already */
  constructor(root, card) {
    this.#root = root
    this.#card = card
    this.#rows = rovingRows(this.#list)
    this.#question = new TypedQuestion({
      pause: pauseMilliseconds, ask: (signal) => this.#ask({ signal }), draw: (items) => this.#draw(items),
      fail: (problem) => fill(this.#root, { problem: problem.message }),
    })
    this.#field.addEventListener("input", () => this.#question.later())
    this.#field.addEventListener("keydown", (event) => {
      if (!/^(ArrowDown|(Numpad)?Enter)$/.test(event.code)) return
      event.preventDefault()
      void this.#enter()
    })
    // A program that was silent at the start is asked again once it answers.
    document.addEventListener("desk:answers", () => {
      if (!this.#question.isFresh) void this.#question.now()
    })
    // ↑ from the first row comes back to this field, not to the one in the frame.
    this.#list.addEventListener("keydown", (event) => {
      if (event.code !== "ArrowUp" || !this.#list.firstElementChild?.contains(event.target)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      this.#field.focus()
    }, { capture: true })
  }

  get #list() { return this.#root.querySelector("ul") }
  get #field() { return this.#root.querySelector("input") }

  /** Shows itself, with those that look alike as soon as they are known. */
  start() {
    this.#root.hidden = false
    this.#field.focus()
    return this.#question.now()
  }

  async #readAlike(options) {
    const patient = await get(`/api/v1/patients/${encodeURIComponent(this.#card)}`, options)
    fill(this.#root, { name: fullName(patient), about: aboutOf(patient), here: true })
    const person = { ...personTyped(patient), patronymic_absent: patient.patronymic_absent }
    const { items } = await post("/api/v1/patients/alike", { person, patient: this.#card }, options)
    this.#alike = items.map((one) => ({ ...one, why: one.reasons.map(({ text }) => text).join(". ") }))
    return this.#alike
  }

  async #ask(options) {
    const text = this.#field.value.trim()
    if (text === "") return this.#alike ?? this.#readAlike(options)
    const { items } = await searchPatients(text, shown, options)
    return items.map((patient) => ({ patient, why: null }))
  }

  async #enter() {
    if (!this.#question.isFresh && !await this.#question.now()) return
    if (document.activeElement === this.#field) this.#rows.enter()
  }

  #draw(items) {
    fill(this.#root, { problem: null })
    const focused = document.activeElement?.closest("#other [data-row]")?.dataset.row ?? null
    const others = items.filter(({ patient }) => patient.id !== this.#card)
    this.#list.replaceChildren(...others.map(({ patient, why }) => {
      const row = fill(clone("other-row"), { name: fullName(patient), about: aboutOf(patient), why })
      row.dataset.row = patient.id
      row.querySelector("a").href = `/merge?card=${this.#card}&with=${patient.id}`
      return row
    }))
    this.#rows.keep(focused, focused !== null)
    if (focused !== null && document.activeElement === document.body) this.#field.focus()
    this.#root.querySelector("[data-nobody]").hidden = others.length > 0
  }
}

const aboutOf = (patient) =>
  [day(patient.birth_date), patient.phone_shown, say("patient.card", { n: patient.card_number })]
    .filter(Boolean).join(" · ")
