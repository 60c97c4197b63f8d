import "../elements/tab-set.js"
import "../frame.js"
import { get } from "../api.js"
import { day, moment } from "../dates.js"
import { onKey } from "../keys.js"
import { ListView } from "../list-view.js"
import { onChange } from "../live.js"
import { PatientConsents } from "../patient-consents.js"
import { PatientEdit } from "../patient-edit.js"
import { PatientMerges } from "../patient-merges.js"
import { PatientFamily } from "../patient-family.js"
import { PatientPapers } from "../patient-papers.js"
import { PatientStanding } from "../patient-standing.js"
import { PatientVisit, visitRow } from "../patient-visit.js"
import { ReadBackLine } from "../read-back-line.js"
import { personText } from "../person-text.js"
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
const merges = new PatientMerges(card, path)
let patient = null

const readCard = (options) => Promise.all([get(path, options), merges.read(options)])
const view = new ListView(card, readCard, ([read, joined]) => {
  const isFirst = patient === null
  merges.show(joined)
  if (!edit.isOpen) show(read)
  offer(!merges.isMerged)
  if (merges.isMerged) document.querySelector("#visit").hidden = true
  else visit.show(read.open_visit)
  if (isFirst && !merges.isMerged) void restore(read)
  return 1
})

/** A card that lives on in another one is only looked at: what is written is written there. */
function offer(all) {
  for (const part of card.querySelectorAll("[data-living]")) part.hidden = !all
  for (const tab of card.querySelectorAll("[role=tab]")) {
    tab.hidden = !all && !["data", "history"].includes(tab.dataset.tab)
  }
}

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
const standing = new PatientStanding(card, path, document.querySelector("#came"))
let family = null
const kin = new PatientFamily(document.querySelector("#panel-family"), id, (read) => {
  family = read
  showStanding()
})
const papers = new PatientPapers(document.querySelector("#panel-papers"), path)
const history = tabList("#panel-history", "history", (item) =>
  fill(clone("history-row"), {
    at: moment(item.at), operator: item.operator_name, what: item.text,
    from: item.from_card ? say("merge.from", { n: item.from_card }) : null,
  }))

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
  const { name: firstname, ...texts } = personText(read)
  fill(card, {
    ...texts, firstname,
    name: fullName(read),
    age: count("patient.age", read.age_years),
    born: say("patient.born", { day: day(read.birth_date) }),
    number: say("patient.card", { n: read.card_number }),
    registered: moment(read.registered_at), changed: moment(read.changed_at),
  })
  document.title = say("patient.title", { n: read.card_number })
  showStanding()
}

/** The card and the family come apart; both are needed to say what is missing. */
function showStanding() {
  if (family) standing.show(family, patient)
  if (patient) showMissing(patient.missing.concat(standing.lacksRepresentative ? ["representative"] : []))
}

/** What the card lacks, each one key away from being typed. */
function showMissing(missing) {
  const place = card.querySelector("[data-missing]")
  place.hidden = missing.length === 0 || merges.isMerged
  place.querySelector("ul").replaceChildren(...missing.map((field) => {
    const item = fill(clone("missing-item"), { field: say(`patient.missing.${field}`) })
    item.querySelector("button").addEventListener("click", () => {
      if (field === "representative") addKin()
      else openEdit(field)
    })
    return item
  }))
}

function openEdit(field) {
  if (!patient || edit.isOpen || merges.isMerged) return
  card.querySelector("tab-set").choose(card.querySelector("[data-tab=data]"))
  data.querySelector("[data-view]").hidden = true
  edit.open(patient, field)
}

function addPaper(form) {
  if (!patient || edit.isOpen || merges.isMerged) return
  card.querySelector("tab-set").choose(card.querySelector("[data-tab=papers]"))
  void papers.add(form)
}

function joinOrPart() {
  if (merges.isMerged) void merges.part()
  else if (patient && !edit.isOpen) location.assign(`/merge?card=${patient.id}`)
}

/** @param {object|null} [other] the one who is to be linked, already found */
function addKin(other = null) {
  if (!patient || edit.isOpen || family?.death) return
  card.querySelector("tab-set").choose(card.querySelector("[data-tab=family]"))
  void kin.add(true, other)
}

/** A relative's card was made just now: what is left to say is who they are to each other. */
async function linkRelative(relative) {
  const [other] = await Promise.all([get(`/api/v1/patients/${encodeURIComponent(relative)}`), kin.load()])
  window.history.replaceState(null, "", `/patient?id=${id}#family`)
  const isElder = patient && other.birth_date < patient.birth_date
  card.querySelector("tab-set").choose(card.querySelector("[data-tab=family]"))
  void kin.add(isElder, other)
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
  void readBack.load(options)
  void kin.load(options)
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
  if (detail === "family") void kin.load()
  if (detail === "history") void history.load()
})
onKey("Alt+KeyR", () => { if (patient && !edit.isOpen) letCheck() })
onKey("Alt+KeyE", () => openEdit(patient?.missing[0]))
onKey("Alt+KeyD", () => addPaper("document-form"))
onKey("Alt+KeyP", () => addPaper("policy-form"))
data.querySelector("[data-merge]").addEventListener("click", joinOrPart)
onKey("Alt+KeyM", joinOrPart)
onKey("Alt+KeyK", () => addKin())
onKey("Alt+KeyB", () => kin.takeBasis())
onKey("Alt+KeyV", () => { if (patient && !merges.isMerged) visit.goOn() })
onKey("Escape", () => {
  if (papers.cancel() || kin.cancel()) return
  if (edit.isOpen) void edit.leave()
  else location.assign("/desk")
}, { typing: true })
onChange(reload)
welcome()
const named = card.querySelector(`[data-tab="${location.hash.slice(1)}"]`)
if (named) card.querySelector("tab-set").choose(named)
if (document.querySelector("[data-done]:not([hidden])")) document.querySelector("#find").focus()
for (const link of document.querySelectorAll("a[data-check]")) link.href = checkAddress
data.querySelector("[data-note-death]").addEventListener("click", () => {
  if (patient) standing.ask(patient)
})
const started = Promise.all([view.load(), kin.load()])
const relative = asked.get("relative")
if (relative) void started.then(() => linkRelative(relative))
void readBack.load()
