import "../elements/tab-set.js"
import "../frame.js"
import { get } from "../api.js"
import { historyRow, tabList } from "../card-lists.js"
import { onKey } from "../keys.js"
import { ListView } from "../list-view.js"
import { onChange } from "../live.js"
import { PatientCertificates } from "../patient-certificates.js"
import { PatientConsents } from "../patient-consents.js"
import { PatientData } from "../patient-data.js"
import { tellDone } from "../patient-done.js"
import { restoreForms } from "../patient-drafts.js"
import { PatientFamily } from "../patient-family.js"
import { PatientMerges } from "../patient-merges.js"
import { PatientMissing } from "../patient-missing.js"
import { PatientPapers } from "../patient-papers.js"
import { PatientPolicies } from "../patient-policies.js"
import { linkRelative } from "../patient-relative.js"
import { PatientStanding } from "../patient-standing.js"
import { PatientVisit, visitRow } from "../patient-visit.js"
import { bindPdf } from "../pdf-button.js"
import { ReadBackLine } from "../read-back-line.js"

const patienceMilliseconds = 2_000
const asked = new URLSearchParams(location.search)
const id = asked.get("id") ?? ""
const path = `/api/v1/patients/${encodeURIComponent(id)}`
const card = document.querySelector("#card")
const tabs = card.querySelector("tab-set")
const panel = (name) => document.querySelector(`#panel-${name}`)
const checkAddress = `/read-back?id=${encodeURIComponent(id)}`
const fix = asked.get("fix") ?? ""
const data = new PatientData(card, path, id, saved)
const visit = new PatientVisit(document.querySelector("#visit"), id)
const readBack = new ReadBackLine(card.querySelector("[data-read-back]"), path)
const merges = new PatientMerges(card, path)
const missing = new PatientMissing(card.querySelector("[data-missing]"), give)
const standing = new PatientStanding(card, path, document.querySelector("#came"))
const kin = new PatientFamily(panel("family"), id, (read) => {
  family = read
  showStanding()
})
const visits = tabList(panel("visits"), `${path}/visits`, visitRow)
const consents = new PatientConsents(panel("consents"), path)
const papers = new PatientPapers(panel("papers"), path, id)
const policies = new PatientPolicies(panel("policies"), path)
const certificates = new PatientCertificates(panel("certificates"), path)
const history = tabList(panel("history"), `${path}/history`, historyRow)
const lists = { visits, papers, policies, certificates, consents, family: kin, history }
let [patient, family, markReady, isRestored] = [null, null, null, false]
const ready = new Promise((done) => { markReady = done })

const readCard = (options) => Promise.all([get(path, options), merges.read(options)])
const view = new ListView(card, readCard, ([read, joined]) => {
  const isFirst = patient === null
  merges.show(joined)
  if (!data.isEdited) show(read)
  offer(!merges.isMerged)
  if (merges.isMerged) document.querySelector("#visit").hidden = true
  else visit.show(read.open_visit)
  if (!isRestored) void restore(read, isFirst)
  return 1
})

/** A card that lives on in another one is only looked at: what is written is written there. */
function offer(all) {
  for (const part of card.querySelectorAll("[data-living]")) part.hidden = !all
  for (const tab of card.querySelectorAll("[role=tab]")) {
    tab.hidden = !all && !["data", "history"].includes(tab.dataset.tab)
    if (tab.hidden && tab.ariaSelected === "true") tabs.choose(card.querySelector("[data-tab=data]"))
  }
}

/** What cannot be given back now is given back with the next reading. */
async function restore(read, isFirst) {
  isRestored = true
  const isForMore = fix !== "" || asked.has("relative")
  isRestored = merges.isMerged || await restoreForms(read, { tabs, data, visit, papers, kin }, isForMore)
  // The person who reads the card back has found a mistake.
  if (fix && isFirst && !merges.isMerged) data.open(fix)
  markReady()
}

function saved(read) {
  show(read)
  void readBack.load()
  if (fix) letCheck()
}

function letCheck() { location.assign(checkAddress) }

function show(read) {
  patient = read
  data.show(read)
  showStanding()
}

/** The card and the family come apart; both are needed to say what is missing. */
function showStanding() {
  if (family) standing.show(family, patient)
  if (!patient) return
  const kinLacks = standing.lacksRepresentative ? ["representative"] : []
  missing.show(merges.isMerged ? [] : patient.missing.concat(kinLacks))
}

function give(field) {
  if (field === "representative") addKin()
  else if (field === "document" || field === "policy") addPaper(`${field}-form`)
  else whenFree(() => data.open(field))
}

/** A key pressed a moment before the card is there is answered then; after an outage it is stale. */
function whenRead(act) {
  const pressed = performance.now()
  void ready.then(() => { if (performance.now() - pressed < patienceMilliseconds) act() })
}

/** Nothing is begun while a form is open, nor on a card that lives on in another. */
const whenFree = (act) => whenRead(() => { if (!data.isOpen && !merges.isMerged) act() })

function addPaper(form) { inTab("papers", () => papers.add(form)) }

/** In the tab of this name, once nothing else is open. */
function inTab(name, act) {
  whenFree(() => {
    tabs.choose(card.querySelector(`[data-tab=${name}]`))
    void act()
  })
}

function joinOrPart() {
  whenRead(() => merges.isMerged && void merges.part())
  whenFree(() => location.assign(`/merge?card=${patient.id}`))
}

function addKin() {
  whenFree(() => {
    if (family?.death) return
    tabs.choose(card.querySelector("[data-tab=family]"))
    void kin.add(true, null)
  })
}

/** A relative's card was made just now: what is left to say is who they are to each other. */
async function welcomeRelative(relative) {
  tabs.choose(card.querySelector("[data-tab=family]"))
  if (!await linkRelative(kin, panel("family"), relative, patient)) return
  window.history.replaceState(null, "", `/patient?id=${id}#family`)
}

function reload(options) {
  for (const part of [view, readBack, kin, data]) void part.load(options)
  for (const [name, list] of Object.entries(lists)) {
    if (list !== kin && !panel(name).hidden) void list.load(options)
  }
}

tabs.addEventListener("desk:tab", ({ detail }) => void lists[detail]?.load())
card.querySelector("[data-merge]").addEventListener("click", joinOrPart)
card.querySelector("[data-note-death]").addEventListener("click", () => whenFree(() => standing.ask(patient)))
for (const link of document.querySelectorAll("a[data-check]")) link.href = checkAddress

bindPdf(panel("data"), () => patient && `${path}/card.pdf`)
onKey("Alt+KeyE", () => whenFree(() => data.openMissing()))
onKey("Alt+KeyT", () => whenFree(() => data.open("phone", true)))
onKey("Alt+KeyA", () => whenFree(() => void data.openBeside()))
onKey("Alt+KeyK", () => whenFree(() => void data.confirmPhone()))
onKey("Alt+KeyR", () => whenFree(letCheck))
onKey("Alt+KeyD", () => addPaper("document-form"))
onKey("Alt+KeyP", () => addPaper("policy-form"))
onKey("Alt+KeyI", () => inTab("policies", () => policies.issue("dms")))
onKey("Alt+KeyJ", () => inTab("policies", () => policies.issue("vzr")))
onKey("Alt+KeyS", () => inTab("certificates", () => certificates.issue()))
onKey("Alt+KeyL", () => inTab("policies", () => policies.link()))
onKey("Alt+KeyM", joinOrPart)
onKey("Alt+KeyF", addKin)
onKey("Alt+KeyB", () => kin.takeBasis())
// The profile stands among the consents: the first press shows it, the next one acts.
for (const key of ["Y", "N", "G"]) {
  onKey(`Alt+Key${key}`, () => whenFree(() => tabs.choose(card.querySelector("[data-tab=consents]"))))
}
onKey("Alt+KeyV", () => whenRead(() => { if (!merges.isMerged) visit.goOn() }))
onKey("Escape", () => {
  if ([papers, policies, certificates, kin].some((part) => part.cancel()) || data.leave()) return
  location.assign("/desk")
}, { typing: true })
onChange(reload)
tellDone(id, asked)
const named = card.querySelector(`[data-tab="${location.hash.slice(1)}"]`)
if (named) tabs.choose(named)
if (document.querySelector("[data-done]:not([hidden])")) document.querySelector("#find").focus()
const relative = asked.get("relative")
const started = Promise.all([view.load(), kin.load()])
if (relative) void started.then(() => welcomeRelative(relative))
void readBack.load()
void data.load()
