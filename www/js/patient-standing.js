import { submissionTo } from "./api.js"
import { asking } from "./asking.js"
import { day, moment } from "./dates.js"
import { roleOf } from "./kin.js"
import { changed } from "./live.js"
import { mask } from "./masks.js"
import { fullName } from "./search.js"
import { fill } from "./template.js"
import { count, say } from "./words.js"

/** What age and death ask for, above the card's tabs; and who may come along to a visit. */
export class PatientStanding {
  #card
  #came
  #family = { representatives: [], hint: null }
  #death = document.querySelector("#death")
  #askOfDeath
  #note = null
  #returning = []
  // What was just done to the note: the key that did it is gone, and the cursor goes to what it has done.
  #landing = null

  /**
   * @param {HTMLElement} card
   * @param {string} path the address of the card
   * @param {HTMLSelectElement} came who came to the visit
   */
  constructor(card, path, came) {
    this.#card = card
    this.#came = came
    const form = this.#death.querySelector("form")
    mask(form.elements.date, "date")
    form.elements.basis.addEventListener("change", () => this.#nameDetails())
    this.#askOfDeath = asking(this.#death, async ({ date, basis, details }) => {
      await submissionTo(`${path}/death`).send({ date, basis, details })
      this.#landing = "noted"
      changed()
    })
    const askToStrike = asking(document.querySelector("#strike-death"), async ({ reason }) => {
      await submissionTo(`/api/v1/death-notes/${this.#note.id}/strike`).send({ reason })
      this.#landing = "struck"
      changed()
    })
    // In the element, so that a draft which comes before the family can say it too.
    came.addEventListener("change", () => { came.dataset.chosen = came.value })
    came.form.addEventListener("change", ({ target }) => { if (target !== came) this.#showCompanions() })
    came.form.addEventListener("reset", () => {
      delete came.dataset.chosen
      queueMicrotask(() => this.#showCompanions())
    })
    card.querySelector("[data-strike-death]").addEventListener("click", () => {
      const kin = this.#returning.map((link) => this.#kinOf(link)).join("; ")
      askToStrike({ returning: kin && `${say("death.strike.returning")} ${kin}.` })
    })
  }

  /** A child for whom nobody here may sign. */
  lacksRepresentative = false

  /** @param {object} read the family @param {{sex: string}|null} patient */
  show(read, patient) {
    const note = read.death
    this.#note = note
    this.lacksRepresentative = read.lacks_representative
    document.body.toggleAttribute("data-dead", note !== null)
    const banner = note && patient && say(`death.banner.${patient.sex}`, {
      day: day(note.date), age: count("patient.age", note.age_years),
    })
    fill(this.#card, {
      death: banner, age_hint: read.hint?.text ?? null, has_hint: read.hint !== null,
      is_dead: note !== null, is_alive: note === null,
      death_basis: note && say("death.basis.shown", {
        basis: say(`death.basis.${note.basis}`), details: note.details,
      }),
      death_noted: note && say("death.noted", { who: note.noted_by ?? "", time: moment(note.noted_at) }),
    })
    if (note) document.querySelector("[data-done=struck]").hidden = true
    this.#family = read
    this.#showCompanions()
    if (patient) this.#land(read)
    this.#returning = read.returning
  }

  /** Asks for the note, naming the person in full. @param {object} patient */
  ask(patient) {
    const [born, card] = [day(patient.birth_date), patient.card_number]
    this.#askOfDeath({
      who: fullName(patient),
      born: `${say("patient.born", { day: born })} · ${say("patient.card", { n: card })}`,
    })
    this.#nameDetails()
  }

  #land({ death, represented }) {
    if (this.#landing === "noted" && death) this.#goTo(this.#card.querySelector(".passed p"))
    if (this.#landing !== "struck" || death) return
    const back = new Set(this.#returning.map((link) => link.patient))
    const kin = represented.filter((link) => link.standing === "in_force" && back.has(link.patient))
    const told = document.querySelector("[data-done=struck]")
    const who = kin.map((link) => this.#kinOf(link)).join("; ")
    told.textContent = who ? say("death.struck.returned", { who }) : say("death.struck")
    told.hidden = false
    this.#goTo(told)
  }

  #goTo(place) {
    this.#landing = null
    place.focus()
  }

  #kinOf(link) { return say("family.kin", { who: fullName(link), born: day(link.birth_date) }) }

  #showCompanions() {
    const { representatives, hint } = this.#family
    const { late, late_ending: ending } = this.#came.form.elements
    // On the day of a sheet that is over others stood for the person; whether they did, the program knows.
    const isOver = late.checked && ending.value !== "open"
    const here = representatives.filter((link) => link.may_come)
    document.dispatchEvent(new CustomEvent("desk:companions", { detail: here }))
    const offered = isOver ? representatives : here
    // Who comes with a child is proposed only while nobody has said it: «nobody» is an answer too.
    const able = offered.find((link) => link.may_act)
    const proposed = hint?.code === "under_14" ? able?.id ?? "" : ""
    this.#came.closest(".field").hidden = offered.length === 0
    this.#came.replaceChildren(new Option(say("family.came.self"), ""), ...offered.map((link) => {
      const key = link.may_come ? "family.came.for" : "family.came.before"
      const standing = say(`family.standing.${link.standing}`)
      return new Option(say(key, { who: fullName(link), role: roleOf(link), standing }), link.id)
    }))
    // A newer paper makes a link of its own: who was chosen by the former one stays chosen.
    const chosen = this.#came.dataset.chosen ?? proposed
    const former = representatives.find(({ id }) => id === chosen)
    const same = offered.find(({ id }) => id === chosen)
      ?? offered.find(({ patient }) => patient === former?.patient)
    this.#came.value = same?.id ?? ""
  }

  #nameDetails() {
    fill(this.#death, { details: say(`death.details.${this.#death.querySelector("select").value}`) })
  }
}
