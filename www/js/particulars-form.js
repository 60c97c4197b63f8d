import { get } from "./api.js"
import { day } from "./dates.js"
import { fillFields, showFieldError } from "./form.js"
import { mask } from "./masks.js"
import { clone } from "./template.js"
import { say } from "./words.js"

const plain = ["inn", "address_registered", "address_actual", "attachment", "attached_since"]
const further = [2, 3, 4, 5, 6]

/** The names of what is known beside the card, where a form has it. @param {HTMLFormElement} form */
export function particularsNames(form) {
  if (!form.elements.inn) return []
  return plain.concat(further.flatMap((n) => [`phone_${n}`, `whose_${n}`]))
}

/** What the server calls ParticularsForm, by its name. @param {Record<string, string>} values */
export function readParticulars(values) {
  if (values.inn === undefined) return {}
  const phones = further.map((n) => ({ phone: values[`phone_${n}`], whose: values[`whose_${n}`] }))
  const beside = Object.fromEntries(plain.map((name) => [name, values[name]]))
  return { particulars: { ...beside, address_same: values.address_same === "true", phones } }
}

/** Makes the fields follow each other and help the hand. @param {HTMLFormElement} form */
export function bindParticulars(form) {
  if (!form.elements.inn) return
  form.querySelector("#further-phone").replaceWith(...further.map(phoneRow))
  for (const n of further) mask(form.elements[`phone_${n}`], "phone")
  mask(form.elements.attached_since, "date")
  const { address_same: same } = form.elements
  same.addEventListener("change", () => {
    if (same.checked) form.elements.address_actual.value = ""
  })
  for (const type of ["input", "change"]) form.addEventListener(type, () => follow(form))
  follow(form)
}

/** The fields of one further phone, each called by its number. */
function phoneRow(n) {
  const row = clone("further-phone")
  for (const part of row.children) {
    const name = `${part.dataset.of}_${n}`
    const input = part.querySelector("input")
    const error = part.querySelector(".field__error")
    Object.assign(input, { name, id: `beside-${part.dataset.of}-${n}` })
    part.querySelector("label").htmlFor = input.id
    part.querySelector("[data-warnings]").dataset.warnings = name
    error.dataset.error = name
    error.id = `${input.id}-error`
    input.setAttribute("aria-describedby", error.id)
  }
  return row
}

/** One more phone is asked for when the one before is there; one address serves for both. */
function follow(form) {
  const rows = Array.from(form.querySelectorAll("[data-further]"))
  const isFilled = (row) => Array.from(row?.querySelectorAll("input") ?? []).some((input) => input.value)
  for (const [index, row] of rows.entries()) {
    row.hidden = index > 0 && !isFilled(rows[index - 1]) && !isFilled(row)
  }
  const { address_same: same, address_actual: actual } = form.elements
  actual.disabled = same.checked
  if (same.checked) showFieldError(form, "address_actual", "")
}

/** «Поликлиника № 12, участок 7 (взрослый)». @param {object} place */
export const placeName = ({ clinic, precinct, kind }) =>
  say("attachment.place", { clinic, precinct, kind: say(`attachment.kind.${kind}`) })

/**
 * Offers the places that are open, and the one that the card has.
 * @param {HTMLFormElement} form
 * @param {object|null} [kept]
 */
export async function offerPlaces(form, kept = null) {
  const choice = form.elements.attachment
  const { items } = await get("/api/v1/attachment-places")
  // What a draft says is not there to be chosen before the places are.
  const chosen = choice.value || (choice.dataset.chosen ?? "")
  const open = items.filter((place) => !place.closed || place.id === kept?.id)
  choice.replaceChildren(choice.options[0], ...open.map((place) => new Option(placeName(place), place.id)))
  choice.value = chosen
}

/** @param {HTMLFormElement} form @param {object} particulars */
export function fillParticulars(form, particulars) { fillFields(form, fieldsOf(particulars)) }

/** What the form shows of them: name → text. @param {object} particulars */
export function fieldsOf(particulars) {
  const fields = {
    inn: particulars.inn ?? "",
    address_registered: particulars.address_registered ?? "",
    address_actual: particulars.address_actual ?? "",
    address_same: particulars.address_same ? "true" : "",
    attachment: particulars.attachment?.id ?? "",
    attached_since: particulars.attached_since ? day(particulars.attached_since) : "",
  }
  for (const [index, n] of further.entries()) {
    fields[`phone_${n}`] = particulars.phones[index]?.phone ?? ""
    fields[`whose_${n}`] = particulars.phones[index]?.whose ?? ""
  }
  return fields
}
