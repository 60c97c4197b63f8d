import "../frame.js"
import { AlikeCards } from "../alike-cards.js"
import { get, Submission } from "../api.js"
import { DraftKeeper } from "../drafts.js"
import { recent } from "../dates.js"
import { Doubts } from "../doubts.js"
import { enterGoesOn, fillFields, onSend, readFields } from "../form.js"
import { onKey } from "../keys.js"
import { OneField } from "../one-field.js"
import { PersonForm } from "../person-form.js"
import { fill } from "../template.js"
import { newId } from "../uuid.js"
import { followDestination, nameHere, visitBody } from "../visit-fields.js"
import { say } from "../words.js"

const form = document.querySelector("#register")
const person = new PersonForm(form)
const alike = new AlikeCards(document.querySelector("#alike"), form, () => person.input)
const doubts = new Doubts(form)
const one = new OneField(document.querySelector("[data-one]"), form, doubts, () => {
  followForm()
  void person.checkAll()
})
const asked = new URLSearchParams(location.search)
const blank = JSON.stringify(readFields(form))
const submission = new Submission("/api/v1/patients")
let keeper = null

/** What is typed, or null while the form is as it was found. */
function typed() {
  const values = readFields(form)
  return JSON.stringify(values) === blank ? null : values
}

function keepAs(id) {
  keeper?.stop()
  keeper = new DraftKeeper({
    id, form: "walk-in", subject: null, read: typed, note: document.querySelector("[data-draft-note]"),
  })
}

/** The address carries the draft, so that a reload, a crash or a power cut comes back to it. */
function nameDraftInAddress() {
  const named = `?draft=${keeper.id}`
  if (location.search !== named) history.replaceState(null, "", `/register${named}`)
}

/**
 * Brings a draft back: the one in the address; without one the last unfinished, unless a new form was
 * asked for.
 */
async function restore() {
  const { items } = await get("/api/v1/drafts")
  const mine = items.filter((draft) => draft.form === "walk-in").sort((a, b) => b.saved_at - a.saved_at)
  const named = asked.get("draft")
  const draft = named ? mine.find((one) => one.id === named) : asked.has("new") ? undefined : mine[0]
  if (!draft) {
    if (mine[0] && !named) offer(mine[0])
    return
  }
  if (typed() !== null) return offer(draft)
  take(draft)
}

function take(draft) {
  keepAs(draft.id)
  fillFields(form, draft.content)
  followForm()
  doubts.restore()
  keeper.restored(draft)
  nameDraftInAddress()
  if (form.elements.one_line.value !== "") one.touch()
  void person.checkAll()
  alike.touch()
  document.querySelector("[data-offer]").hidden = true
  const isEmpty = (control) => control.required && !control.value && !control.disabled
  const empty = Array.from(form.elements).find(isEmpty)
  if (empty) empty.focus()
  // Looked for and not found: what was typed then goes to its fields at once.
  if (asked.has("take") && draft.id === asked.get("draft")) void one.put()
}

/** Another form lies unfinished: it is offered, never forced on the next person. */
function offer(draft) {
  const place = document.querySelector("[data-offer]")
  const who = [draft.content.surname, draft.content.name].filter(Boolean).join(" ") || say("draft.nameless")
  fill(place, { what: say("draft.offer", { who, time: recent(draft.saved_at) }) })
  place.hidden = false
  place.querySelector("button").onclick = async () => {
    await keeper.save()
    take(draft)
  }
}

function followForm() {
  person.followTick()
  form.querySelector("[data-visit]").hidden = !form.elements.with_visit.checked
  form.dispatchEvent(new Event("change"))
}

async function save(values) {
  const body = {
    person: person.input, accepted: person.accepted, reason: person.reason,
    visit: values.with_visit === "true" ? visitBody(values) : null,
  }
  const { patient, visit } = await keeper.use((draft) => submission.send({ ...body, draft }))
  location.assign(`/patient?id=${patient.id}&done=${visit ? "visit" : "card"}`)
}

/** The server speaks of the person first; what the visit lacks is said in the same breath. */
function failed(problem) {
  const lacksReason = form.elements.with_visit.checked && form.elements.visit_reason.value.trim() === ""
  const isSaid = problem.fields.some((field) => nameHere(field.name) === "visit_reason")
  if (problem.fields.length > 0 && lacksReason && !isSaid) {
    problem.fields.push({
      name: "visit.reason",
      code: "required",
      text: say("field.required"),
      severity: "error",
    })
  }
  person.failed(problem, nameHere)
}

function bind() {
  enterGoesOn(form)
  onSend(form, save, failed)
  followDestination(form)
  for (const type of ["input", "change", "desk:tidied"]) {
    form.addEventListener(type, () => {
      keeper.touch()
      alike.touch()
      if (typed() !== null) nameDraftInAddress()
    })
  }
  form.elements.with_visit.addEventListener("change", followForm)
  form.querySelector("[data-discard]").addEventListener("click", async () => {
    await keeper.discard()
    location.assign("/desk")
  })
  onKey("Alt+KeyO", () => one.focus())
  onKey("Escape", () => void keeper.save().then(() => location.assign("/desk")), { typing: true })
}

keepAs(asked.get("draft") ?? newId())
bind()
followForm()
form.elements.surname.focus()
const start = () => restore().catch((problem) => { if (!("code" in problem)) throw problem })
document.addEventListener("desk:unlocked", () => { if (typed() === null) void start() })
void start()
