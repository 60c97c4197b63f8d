import "../elements/tab-set.js"
import "../frame.js"
import { get, submissionTo } from "../api.js"
import { day, moment } from "../dates.js"
import { onKey } from "../keys.js"
import { ListView } from "../list-view.js"
import { changed, onChange } from "../live.js"
import { PatientConsents } from "../patient-consents.js"
import { PatientEdit } from "../patient-edit.js"
import { PatientPapers } from "../patient-papers.js"
import { PatientParticulars } from "../patient-particulars.js"
import { PatientVisit, visitRow } from "../patient-visit.js"
import { fullName } from "../search.js"
import { clone, fill } from "../template.js"
import { count, say } from "../words.js"

const asked = new URLSearchParams(location.search)
const id = asked.get("id") ?? ""
const path = `/api/v1/patients/${encodeURIComponent(id)}`
const card = document.querySelector("#card")
const data = document.querySelector("#panel-data")
const edit = new PatientEdit(document.querySelector("#edit"), show)
const besideForm = document.querySelector("#beside")
const beside = new PatientParticulars(data, besideForm, path)
const visit = new PatientVisit(document.querySelector("#visit"), id)
let patient = null

const view = new ListView(card, (options) => get(path, options), (read) => {
  const isFirst = patient === null
  if (!edit.isOpen) show(read)
  visit.show(read.open_visit)
  if (isFirst) void restore(read)
  return 1
})
/** A tab's table, read when the tab is opened. */
function tabList(selector, read, rowOf) {
  const root = document.querySelector(selector)
  return new ListView(root, (options) => get(`${path}/${read}`, options), ({ items }) => {
    root.querySelector("tbody").replaceChildren(...items.map(rowOf))
    return items.length
  })
}

const visits = tabList("#panel-visits", "visits", visitRow)
const consents = new PatientConsents(document.querySelector("#panel-consents"), path)
const papers = new PatientPapers(document.querySelector("#panel-papers"), path)
const history = tabList("#panel-history", "history", (item) =>
  fill(clone("history-row"), { at: moment(item.at), operator: item.operator_name, what: item.text }))

async function restore(read) {
  await edit.restore(read)
  if (!read.open_visit) await visit.restore(read.id)
}

function show(read) {
  patient = read
  fill(card, {
    name: fullName(read),
    age: count("patient.age", read.age_years),
    born: say("patient.born", { day: day(read.birth_date) }),
    sex: say(`patient.sex.${read.sex}`),
    number: say("patient.card", { n: read.card_number }),
    surname: read.surname, firstname: read.name,
    patronymic: read.patronymic ?? say(read.patronymic_absent ? "patient.no_patronymic" : "patient.none"),
    birth_date: day(read.birth_date),
    phone: read.phone_shown ?? say("patient.none"),
    email: read.email ?? say("patient.none"),
    snils: read.snils ?? say("patient.none"),
    note: read.note ?? say("patient.none"),
    confirmed: read.phone_confirmed && say("patient.confirmed", {
      time: moment(read.phone_confirmed.at), name: read.phone_confirmed.operator_name,
    }),
    registered: moment(read.registered_at), changed: moment(read.changed_at),
  })
  document.title = say("patient.title", { n: read.card_number })
  data.querySelector("[data-confirm]").hidden = !read.phone || read.phone_confirmed !== null
  showMissing(read.missing)
}

/** What the card lacks, each one key away from being typed. */
function showMissing(missing) {
  const place = card.querySelector("[data-missing]")
  place.hidden = missing.length === 0
  place.querySelector("ul").replaceChildren(...missing.map((field) => {
    const item = fill(clone("missing-item"), { field: say(`patient.missing.${field}`) })
    const isPaper = field === "document" || field === "policy"
    const go = () => isPaper ? addPaper(`${field}-form`) : openEdit(field)
    item.querySelector("button").addEventListener("click", go)
    return item
  }))
}

/** The patient said that the number on the card is right. */
async function confirmPhone() {
  if (!patient?.phone || patient.phone_confirmed || edit.isOpen) return
  const problem = data.querySelector("[data-confirm-problem]")
  problem.hidden = true
  try {
    show(await submissionTo(`${path}/phone-confirmation`).send({ version: patient.version }))
    changed()
  } catch (fault) {
    if (!("code" in fault)) throw fault
    problem.textContent = fault.isTold ? "" : fault.message
    problem.hidden = fault.isTold
  }
}

function openBeside() {
  if (!patient || edit.isOpen || beside.isOpen) return
  card.querySelector("tab-set").choose(card.querySelector("[data-tab=data]"))
  void beside.open()
}

function openEdit(field, anew = false) {
  if (!patient || edit.isOpen || beside.isOpen) return
  card.querySelector("tab-set").choose(card.querySelector("[data-tab=data]"))
  data.querySelector("[data-view]").hidden = true
  edit.open(patient, field)
  // What is typed takes the place of the old number.
  if (anew) form.elements[field].select()
}

function addPaper(form) {
  if (!patient || edit.isOpen || beside.isOpen) return
  card.querySelector("tab-set").choose(card.querySelector("[data-tab=papers]"))
  void papers.add(form)
}

function welcome() {
  const done = asked.get("done")
  if (!done) return
  const note = document.querySelector(`[data-done="${done}"]`)
  if (note) note.hidden = false
  window.history.replaceState(null, "", `/patient?id=${id}`)
}

function reload(options) {
  void view.load(options)
  void beside.load(options)
  if (!document.querySelector("#panel-visits").hidden) void visits.load(options)
  if (!document.querySelector("#panel-papers").hidden) void papers.load(options)
  if (!document.querySelector("#panel-consents").hidden) void consents.load(options)
  if (!document.querySelector("#panel-history").hidden) void history.load(options)
}

const form = document.querySelector("#edit")
const opened = new MutationObserver(() => {
  data.querySelector("[data-view]").hidden = edit.isOpen || beside.isOpen
})
for (const [one, button] of [[form, "[data-edit]"], [besideForm, "[data-edit-beside]"]]) {
  opened.observe(one, { attributes: true, attributeFilter: ["hidden"] })
  one.addEventListener("desk:closed", () => {
    data.querySelector("[data-view]").hidden = false
    data.querySelector(button).focus()
  })
}
data.querySelector("[data-edit-beside]").addEventListener("click", openBeside)
data.querySelector("[data-confirm]").addEventListener("click", () => void confirmPhone())
data.querySelector("[data-edit]").addEventListener("click", () => openEdit())
card.querySelector("tab-set").addEventListener("desk:tab", ({ detail }) => {
  if (detail === "visits") void visits.load()
  if (detail === "papers") void papers.load()
  if (detail === "consents") void consents.load()
  if (detail === "history") void history.load()
})
onKey("Alt+KeyE", () => openEdit(patient?.missing.find((field) => form.elements[field])))
onKey("Alt+KeyA", openBeside)
onKey("Alt+KeyK", () => void confirmPhone())
onKey("Alt+KeyT", () => openEdit("phone", true))
onKey("Alt+KeyD", () => addPaper("document-form"))
onKey("Alt+KeyP", () => addPaper("policy-form"))
onKey("Alt+KeyV", () => { if (patient) visit.goOn() })
onKey("Escape", () => {
  if (papers.cancel()) return
  if (beside.isOpen) beside.putAside()
  else if (edit.isOpen) void edit.leave()
  else location.assign("/desk")
}, { typing: true })
onChange(reload)
welcome()
const named = card.querySelector(`[data-tab="${location.hash.slice(1)}"]`)
if (named) card.querySelector("tab-set").choose(named)
if (document.querySelector("[data-done]:not([hidden])")) document.querySelector("#find").focus()
void view.load()
void beside.load()
