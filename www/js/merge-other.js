import { post } from "./api.js"
import { day } from "./dates.js"
import { rovingRows } from "./rows.js"
import { fullName, searchPatients } from "./search.js"
import { clone, fill } from "./template.js"
import { say } from "./words.js"

const pauseMilliseconds = 120
const shown = 8

/** Finds the other card: those that look alike stand there at once, any other one is looked for. */
export class OtherCard {
  #root
  #card
  #rows
  #timer = 0
  #asked = null
  #alike = []

  /** @param {HTMLElement} root @param {string} card the id of the card that is here already */
  constructor(root, card) {
    this.#root = root
    this.#card = card
    this.#rows = rovingRows(this.#list)
    this.#field.addEventListener("input", () => {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => void this.#look(), pauseMilliseconds)
    })
    this.#field.addEventListener("keydown", (event) => {
      if (event.code !== "ArrowDown" && event.code !== "Enter") return
      event.preventDefault()
      this.#rows.enter()
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

  /** @param {object} patient the card that is here already */
  async start(patient) {
    fill(this.#root, { name: fullName(patient), about: aboutOf(patient), problem: null })
    this.#root.hidden = false
    this.#field.focus()
    const person = {
      surname: patient.surname, name: patient.name, patronymic: patient.patronymic ?? "",
      patronymic_absent: patient.patronymic_absent, birth_date: day(patient.birth_date), sex: patient.sex,
      phone: patient.phone ?? "", email: patient.email ?? "", snils: patient.snils ?? "", note: "",
    }
    await this.#ask(async (options) => {
      const { items } = await post("/api/v1/patients/alike", { person, patient: this.#card }, options)
      this.#alike = items.map((one) => ({ ...one, why: one.reasons.map(({ text }) => text).join(". ") }))
      return this.#alike
    })
  }

  #look() {
    const text = this.#field.value.trim()
    if (text === "") return this.#draw(this.#alike)
    return this.#ask(async (options) => {
      const { items } = await searchPatients(text, shown, options)
      return items.map((patient) => ({ patient, why: null }))
    })
  }

  async #ask(read) {
    this.#asked?.abort()
    this.#asked = new AbortController()
    try {
      this.#draw(await read({ signal: this.#asked.signal }))
      fill(this.#root, { problem: null })
    } catch (problem) {
      if (problem.name === "AbortError" || problem.isTold) return
      if (!("code" in problem)) throw problem
      fill(this.#root, { problem: problem.message })
    }
  }

  #draw(items) {
    const others = items.filter(({ patient }) => patient.id !== this.#card)
    this.#list.replaceChildren(...others.map(({ patient, why }) => {
      const row = fill(clone("other-row"), { name: fullName(patient), about: aboutOf(patient), why })
      row.dataset.row = patient.id
      row.querySelector("a").href = `/merge?card=${this.#card}&with=${patient.id}`
      return row
    }))
    this.#rows.keep(null, false)
    this.#root.querySelector("[data-nobody]").hidden = others.length > 0
  }
}

const aboutOf = (patient) =>
  [day(patient.birth_date), patient.phone_shown, say("patient.card", { n: patient.card_number })]
    .filter(Boolean).join(" · ")
