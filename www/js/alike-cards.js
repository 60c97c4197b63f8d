import { get, post } from "./api.js"
import { day, moment } from "./dates.js"
import { onKey } from "./keys.js"
import { fullName, markOf, searchPatients } from "./search.js"
import { clone, fill } from "./template.js"
import { TypedQuestion } from "./typed-question.js"
import { count, say } from "./words.js"

// A little longer than between two letters: what is half a word says little.
const pauseMilliseconds = 250
const shown = 5

/**
 * The cards that may already be this person's, beside the form while it is typed, each with the reason.
 * One of them can be opened there. It only tells: nothing here stands in the way of saving.
 */
export class AlikeCards {
  #root
  #form
  #read
  #question
  #last = ""
  #left = null
  // A sentence in the form has named the card: closing it goes back there.
  #isFromForm = false

  /**
   * @param {HTMLElement} root
   * @param {HTMLFormElement} form where the cursor comes back to
   * @param {() => Record<string, string|boolean>} read answers what the server calls a PersonForm
   */
  constructor(root, form, read) {
    this.#root = root
    this.#form = form
    this.#read = read
    // It only helps: the next letter asks again, and the strip tells of a program that is silent.
    this.#question = new TypedQuestion({
      pause: pauseMilliseconds, ask: (signal) => this.#ask(signal), draw: (answer) => this.#draw(answer),
    })
    form.addEventListener("focusout", (event) => { this.#left = event.target })
    root.querySelector("[data-back]").addEventListener("click", () => this.#close())
    root.addEventListener("keydown", (event) => {
      if (event.code !== "Escape" || this.#card.hidden) return
      event.preventDefault()
      this.#close()
    })
    document.addEventListener("desk:card", (event) => {
      event.preventDefault()
      this.#isFromForm = true
      void this.#open(event.detail.id, [event.detail])
    })
    onKey("Alt+KeyC", () => this.#cross())
  }

  get #list() { return this.#root.querySelector(".alike") }
  get #card() { return this.#root.querySelector(".other") }

  /** Called on every change. */
  touch() { this.#question.later() }

  /** Answers null where what stands there is told already. */
  async #ask(signal) {
    const person = this.#read()
    const policy = this.#form.elements.policy_number?.value ?? ""
    const content = JSON.stringify({ person, policy })
    if (content === this.#last || document.documentElement.dataset.locked) return null
    const { items } = await post("/api/v1/patients/alike", { person, patient: null, policy }, { signal })
    return { content, items: items.length > 0 ? items : await this.#bearers(person, signal) }
  }

  /** Until the birth date is typed, whoever bears the name may be the one who came. */
  async #bearers({ surname, name, birth_date: born }, signal) {
    if (surname.trim().length < 2 || !name.trim() || born.trim()) return []
    const { items } = await searchPatients(`${surname} ${name}`.trim(), shown, { signal })
    return items.map((patient) => ({ patient, reasons: [{ text: say("alike.name_so_far") }] }))
  }

  #draw(answer) {
    if (!answer) return
    const { content, items } = answer
    this.#last = content
    const focused = this.#list.contains(document.activeElement) && document.activeElement.dataset.id
    this.#list.replaceChildren(...items.map((one) => this.#row(one)))
    const told = items.length > 0 ? count("alike.count", items.length) : ""
    this.#root.querySelector("[data-count]").textContent = told
    this.#showList()
    if (!focused) return
    const again = this.#list.querySelector(`[data-id="${focused}"]`) ?? this.#list.querySelector("button")
    again?.focus()
  }

  #row({ patient, reasons }) {
    const row = fill(clone("alike-row"), {
      name: fullName(patient),
      born: day(patient.birth_date),
      age: count("patient.age", patient.age_years),
      phone: patient.phone_shown, dead: patient.dead ? markOf(patient) : null,
      why: reasons.map((reason) => reason.text).join(". "),
    })
    const button = row.querySelector("button")
    button.dataset.id = patient.id
    button.addEventListener("click", () => {
      this.#isFromForm = false
      void this.#open(patient.id, reasons)
    })
    return row
  }

  #showList() {
    const isEmpty = this.#list.children.length === 0
    this.#list.hidden = isEmpty || !this.#card.hidden
    this.#root.querySelector("[data-hint]").hidden = !isEmpty || !this.#card.hidden
  }

  async #open(id, reasons) {
    fill(this.#root, { problem: null })
    try {
      this.#show(await get(`/api/v1/patients/${id}`), reasons)
    } catch (problem) {
      if (!("code" in problem)) throw problem
      if (!problem.isTold) fill(this.#root, { problem: problem.message })
    }
  }

  #show(patient, reasons) {
    fill(this.#card, {
      name: fullName(patient),
      born: day(patient.birth_date),
      age: count("patient.age", patient.age_years),
      sex: say(`patient.sex.${patient.sex}`),
      phone: patient.phone_shown ?? say("patient.none"),
      snils: patient.snils ?? say("patient.none"),
      note: patient.note ?? say("patient.none"),
      registered: moment(patient.registered_at),
      card: say("patient.card", { n: patient.card_number }),
      visiting: patient.open_visit ? say("patient.visiting") : null,
    })
    this.#card.dataset.id = patient.id
    this.#card.querySelector("[data-go]").href = `/patient?id=${patient.id}`
    this.#card.querySelector(".alike__why").replaceChildren(...reasons.map(({ text }) => {
      const item = clone("alike-why")
      item.textContent = text
      return item
    }))
    this.#card.hidden = false
    this.#showList()
    this.#card.querySelector("h3").focus()
  }

  #close() {
    this.#card.hidden = true
    this.#showList()
    if (this.#isFromForm) return this.#back()
    const row = this.#list.querySelector(`[data-id="${this.#card.dataset.id}"]`)
    const next = row ?? this.#list.querySelector("button")
    if (next) next.focus()
    else this.#back()
  }

  /** From the form to the cards, and from the cards back to the field that was left. */
  #cross() {
    if (this.#root.contains(document.activeElement)) return this.#back()
    const target = this.#card.hidden ? this.#list.querySelector("button") : this.#card.querySelector("h3")
    target?.focus()
  }

  #back() { (this.#left ?? this.#form.elements.surname).focus() }
}
