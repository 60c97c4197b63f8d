import { post } from "./api.js"
import { registerFrom, searchPatients } from "./search.js"
import { isTouched } from "./touched.js"
import { showVerdict } from "./verdict.js"
import { say } from "./words.js"

const told = document.querySelector("[data-scan]")
const home = told.parentElement
const shownMilliseconds = 8_000
let timer = 0

/** What lies behind a dialog is neither seen nor read out: while one is open the note stands in it. */
function tell(text) {
  const place = document.querySelector("dialog:modal") ?? home
  if (told.parentElement !== place) place.append(told)
  told.textContent = text
  told.hidden = false
  clearTimeout(timer)
  timer = setTimeout(() => { told.hidden = true }, shownMilliseconds)
}

/** The first such field that can be seen and written into. */
function fieldOf(selector) {
  const fields = Array.from(document.querySelectorAll(selector))
  return fields.find((field) => field.checkVisibility() && !field.disabled && !field.closest("lock-screen"))
}

function write(field, value) {
  field.value = value
  for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }))
  field.focus()
  tell(say("scan.taken", { what: field.labels?.[0]?.firstChild?.textContent.trim() ?? "" }))
}

/** Both codes of a policy are of ОМС. */
function writePolicy(field, value) {
  const kind = field.form.elements.policy_kind
  if (kind.value !== "oms") {
    kind.value = "oms"
    kind.dispatchEvent(new Event("change", { bubbles: true }))
  }
  write(field, value)
}

const policyField = () => fieldOf("[name=policy_number]")

/** What is half typed and kept nowhere would be lost with the page. */
const leave = (go) => isTouched() ? tell(say("scan.unsaved")) : go()

const look = (text) => leave(() => document.querySelector("patient-search").look(text))

const doors = {
  policy(value) {
    const field = policyField()
    if (field) return writePolicy(field, value)
    return look(value)
  },
  snils(value) {
    const field = fieldOf("form [name=snils]")
    if (field) return write(field, value)
    return look(value)
  },
  card: look,
  sheet: (value) => leave(async () => {
    try {
      const { consent } = await post("/api/v1/consents/search", { number: value })
      location.assign(`/consent?id=${consent.id}`)
    } catch (problem) {
      if (problem.code !== "consent_not_found") throw problem
      tell(say("scan.no_sheet", { n: value }))
    }
  }),
  /** An open form takes all that it says; else its owner is looked for, and registered when not found. */
  async policy_code(value, text) {
    const line = new CustomEvent("desk:line", { detail: text, cancelable: true })
    if (!document.dispatchEvent(line)) return
    const field = policyField()
    if (field) return writePolicy(field, value)
    await leave(async () => {
      const { items } = await searchPatients(value, 1)
      if (items.length > 0) await look(value)
      else await registerFrom(text)
    })
  },
}

/**
 * Takes a scan to where it belongs, once the server has proved it.
 * @param {string} text
 * @param {() => void} undo gives the fields back what was typed, when it was no scan of ours
 */
export async function land(text, undo) {
  try {
    const { kind, value, verdict } = await post("/api/v1/scans", { text })
    // It stands above whatever is open, and changes nothing behind it.
    if (verdict) return showVerdict(verdict)
    // What stands behind a dialog must not change unseen.
    const isCovered = document.querySelector("dialog:modal") !== null
    if (kind in doors && !isCovered) return await doors[kind](value, text)
    undo()
    tell(say(isCovered ? "scan.dialog" : "scan.unknown"))
  } catch (problem) {
    if (!("code" in problem)) throw problem
    undo()
    if (!problem.isTold) tell(problem.fields[0]?.text ?? problem.message)
  }
}
