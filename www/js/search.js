import { get, post, put } from "./api.js"
import { day } from "./dates.js"
import { fill } from "./template.js"
import { newId } from "./uuid.js"
import { count, say } from "./words.js"

/**
 * @param {string} text
 * @param {number} limit
 * @param {{signal?: AbortSignal, background?: boolean}} [options]
 */
export function searchPatients(text, limit, options = {}) {
  return post("/api/v1/patients/search", { text, limit }, options)
}

/**
 * The whole name of a person, as on the card.
 * @param {{surname: string, name: string, patronymic: string|null}} person
 */
export const fullName = (person) => [person.surname, person.name, person.patronymic].filter(Boolean).join(" ")

const cardOf = ({ card_number: n, former_card: former }) =>
  former === null ? say("patient.card", { n }) : say("merge.former", { n, former })

/** What a list says of somebody who died. @param {{sex: string}} person */
export const markOf = (person) => say(`death.mark.${person.sex}`)

/** Writes one found person into a row. @param {HTMLElement} row @param {object} person */
export function showFound(row, person) {
  return fill(row, {
    name: fullName(person),
    born: day(person.birth_date),
    age: count("patient.age", person.age_years),
    phone: person.phone_shown,
    card: cardOf(person),
    visiting: person.dead ? markOf(person) : person.open_visit ? say("patient.visiting") : null,
    why: person.found_by ? say(`found.by.${person.found_by.kind}`, { tail: person.found_by.tail }) : null,
  })
}

/**
 * Starts a walk-in from what was looked for; the form itself takes it apart. It goes by way of a draft: a
 * name has no place in an address.
 * @param {string} text
 */
export async function registerFrom(text) {
  const line = text.trim()
  if (line === "") return location.assign("/register?new")
  const id = newId()
  await put(`/api/v1/drafts/${id}`, { form: "walk-in", subject: null, content: { one_line: line } })
  location.assign(`/register?draft=${id}&take`)
}

/** The cards that this operator opened or registered last; none while the program is silent. */
export async function recentPatients() {
  try {
    return (await get("/api/v1/patients/recent")).items
  } catch (problem) {
    if ("code" in problem) return []
    throw problem
  }
}

const handed = "frontdesk.search"

/** Hands a text to the page of results, past the address; signing out clears it. @param {string} text */
export const handSearch = (text) => sessionStorage.setItem(handed, text)
/** What was handed over. */
export const handedSearch = () => sessionStorage.getItem(handed) ?? ""
