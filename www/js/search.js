import { post, put } from "./api.js"
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
  })
}

/**
 * Starts a walk-in from what was looked for. It goes by way of a draft: a name has no place in an address.
 * @param {string} text
 * @param {string} readAs how the server understood the text
 */
export async function registerFrom(text, readAs) {
  const content = fieldsOf(text.trim(), readAs)
  if (Object.values(content).every((value) => value === "")) return location.assign("/register?new")
  const id = newId()
  await put(`/api/v1/drafts/${id}`, { form: "walk-in", subject: null, content })
  location.assign(`/register?draft=${id}`)
}

function fieldsOf(text, readAs) {
  if (readAs === "birth_date" || readAs === "phone" || readAs === "snils") return { [readAs]: text }
  if (readAs === "card") return {}
  const words = text.split(/\s+/)
  const names = words.filter((word) => !/\d/.test(word))
  const content = { surname: names[0] ?? "", name: names[1] ?? "", patronymic: names.slice(2).join(" ") }
  const date = words.find((word) => /^\d{1,2}\.\d{1,2}\.\d{4}$/.test(word))
  if (date) content.birth_date = date
  return content
}

const handed = "frontdesk.search"

/** Hands a text to the page of results, past the address; signing out clears it. @param {string} text */
export const handSearch = (text) => sessionStorage.setItem(handed, text)
/** What was handed over. */
export const handedSearch = () => sessionStorage.getItem(handed) ?? ""
