import "../elements/tab-set.js"
import "../frame.js"
import { get } from "../api.js"
import { day, moment } from "../dates.js"
import { onKey } from "../keys.js"
import { ListView } from "../list-view.js"
import { onChange } from "../live.js"
import { PatientConsents } from "../patient-consents.js"
import { PatientEdit } from "../patient-edit.js"
import { PatientPapers } from "../patient-papers.js"
import { PatientVisit, visitRow } from "../patient-visit.js"
import { ReadBackLine } from "../read-back-line.js"
import { fullName } from "../search.js"
import { clone, fill } from "../template.js"
import { count, say } from "../words.js"

const asked = new URLSearchParams(location.search)
const id = asked.get("id") ?? ""
const path = `/api/v1/patients/${encodeURIComponent(id)}`
const card = document.querySelector("#card")
const data = document.querySelector("#panel-data")
const checkAddress = `/read-back?id=${encodeURIComponent(id)}`
const fix = asked.get("fix") ?? ""
const edit = new PatientEdit(document.querySelector("#edit"), saved)
const visit = new PatientVisit(document.querySelector("#visit"), id)
const readBack = new ReadBackLine(data.querySelector("[data-read-back]"), path)
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
  // The person who reads the card back has found a mistake.
  if (fix) openEdit(fix)
  if (!read.open_visit) await visit.restore(read.id)
}

function saved(read) {
  show(read)
  void readBack.load()
  if (fix) letCheck()
}

function letCheck() { location.assign(checkAddress) }

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
    registered: moment(read.registered_at), changed: moment(read.changed_at),
  })
  document.title = say("patient.title", { n: read.card_number })
  showMissing(read.missing)
}

/** What the card lacks, each one key away from being typed. */
function showMissing(missing) {
  const place = card.querySelector("[data-missing]")
  place.hidden = missing.length === 0
  place.querySelector("ul").replaceChildren(...missing.map((field) => {
    const item = fill(clone("missing-item"), { field: say(`patient.missing.${field}`) })
    item.querySelector("button").addEventListener("click", () => openEdit(field))
    return item
  }))
}

function openEdit(field) {
  if (!patient || edit.isOpen) return
  card.querySelector("tab-set").choose(card.querySelector("[data-tab=data]"))
  data.querySelector("[data-view]").hidden = true
  edit.open(patient, field)
}

function addPaper(form) {
  if (!patient || edit.isOpen) return
  card.querySelector("tab-set").choose(card.querySelector("[data-tab=papers]"))
  void papers.add(form)
}

function welcome() {
  const done = asked.get("done")
  if (!done) return
  const note = document.querySelector(`[data-done="${done}"]`)
  if (note) note.hidden = false
  const late = asked.get("late")
  const next = note?.querySelector("[data-next]")
  if (late && next) {
    next.hidden = false
    next.href = `/register?new&late=${encodeURIComponent(late)}`
  }
  window.history.replaceState(null, "", `/patient?id=${id}`)
}

function reload(options) {
  void view.load(options)
  void readBack.load(options)
  if (!document.querySelector("#panel-visits").hidden) void visits.load(options)
  if (!document.querySelector("#panel-papers").hidden) void papers.load(options)
  if (!document.querySelector("#panel-consents").hidden) void consents.load(options)
  if (!document.querySelector("#panel-history").hidden) void history.load(options)
}

const form = document.querySelector("#edit")
new MutationObserver(() => { data.querySelector("[data-view]").hidden = edit.isOpen })
  .observe(form, { attributes: true, attributeFilter: ["hidden"] })
form.addEventListener("desk:closed", () => data.querySelector("[data-edit]").focus())
data.querySelector("[data-edit]").addEventListener("click", () => openEdit())
card.querySelector("tab-set").addEventListener("desk:tab", ({ detail }) => {
  if (detail === "visits") void visits.load()
  if (detail === "papers") void papers.load()
  if (detail === "consents") void consents.load()
  if (detail === "history") void history.load()
})
onKey("Alt+KeyR", () => { if (patient && !edit.isOpen) letCheck() })
onKey("Alt+KeyE", () => openEdit(patient?.missing[0]))
onKey("Alt+KeyD", () => addPaper("document-form"))
onKey("Alt+KeyP", () => addPaper("policy-form"))
onKey("Alt+KeyV", () => { if (patient) visit.goOn() })
onKey("Escape", () => {
  if (papers.cancel()) return
  if (edit.isOpen) void edit.leave()
  else location.assign("/desk")
}, { typing: true })
onChange(reload)
welcome()
const named = card.querySelector(`[data-tab="${location.hash.slice(1)}"]`)
if (named) card.querySelector("tab-set").choose(named)
if (document.querySelector("[data-done]:not([hidden])")) document.querySelector("#find").focus()
for (const link of document.querySelectorAll("a[data-check]")) link.href = checkAddress
void view.load()
void readBack.load()
