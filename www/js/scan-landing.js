import { post } from "./api.js"
import { registerFrom, searchPatients } from "./search.js"
import { say } from "./words.js"

const told = document.querySelector("[data-scan]")
const shownMilliseconds = 8_000
let timer = 0

function tell(text) {
  told.textContent = text
  told.hidden = false
  clearTimeout(timer)
  timer = setTimeout(() => { told.hidden = true }, shownMilliseconds)
}

/** The first of these fields that can be seen and written into. */
function fieldOf(...selectors) {
  const fields = Array.from(document.querySelectorAll(selectors.join(", ")))
  return fields.find((field) => field.checkVisibility() && !field.disabled && !field.closest("lock-screen"))
}

function write(field, value) {
  field.value = value
  for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }))
  field.focus()
  tell(say("scan.taken", { what: field.labels?.[0]?.firstChild?.textContent.trim() ?? "" }))
}

const look = (text) => document.querySelector("patient-search").look(text)

const doors = {
  policy(value) {
    const field = fieldOf("[name=policy_number]", "#policy-form [name=number]")
    if (field) write(field, value)
    else look(value)
  },
  snils(value) {
    const field = fieldOf("form [name=snils]")
    if (field) write(field, value)
    else look(value)
  },
  card: look,
  async sheet(value) {
    try {
      const { consent } = await post("/api/v1/consents/search", { number: value })
      location.assign(`/consent?id=${consent.id}`)
    } catch (problem) {
      if (problem.code !== "consent_not_found") throw problem
      tell(say("scan.no_sheet", { n: value }))
    }
  },
  /** An open form takes all that it says; else its owner is looked for, and registered when not found. */
  async policy_code(value, text) {
    const line = new CustomEvent("desk:line", { detail: text, cancelable: true })
    if (!document.dispatchEvent(line)) return
    const { items } = await searchPatients(value, 1)
    if (items.length > 0) look(value)
    else await registerFrom(text)
  },
}

/**
 * Takes a scan to where it belongs, once the server has proved it.
 * @param {string} text
 * @param {() => void} undo gives the fields back what was typed, when it was no scan of ours
 */
export async function land(text, undo) {
  try {
    const { kind, value } = await post("/api/v1/scans", { text })
    if (kind in doors) return await doors[kind](value, text)
    undo()
    tell(say("scan.unknown"))
  } catch (problem) {
    if (!("code" in problem)) throw problem
    undo()
    if (!problem.isTold) tell(problem.fields[0]?.text ?? problem.message)
  }
}
