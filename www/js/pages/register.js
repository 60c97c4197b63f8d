import "../frame.js"
import { followAge } from "../age-hint.js"
import { AlikeCards } from "../alike-cards.js"
import { get, Submission } from "../api.js"
import { DraftKeeper } from "../drafts.js"
import { recent } from "../dates.js"
import { Doubts } from "../doubts.js"
import { enterGoesOn, fillFields, onSend, readFields } from "../form.js"
import { onKey } from "../keys.js"
import { onChange } from "../live.js"
import { offerPlaces } from "../particulars-form.js"
import { OneField } from "../one-field.js"
import { PersonForm } from "../person-form.js"
import { fullName } from "../search.js"
import { fill } from "../template.js"
import { newId } from "../uuid.js"
import { askIfSure, followDestination, nextSheet, visitBody } from "../visit-fields.js"
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
// Whose relative is being registered: an id, for what is personal has no place in an address.
const relativeOf = () => form.elements.relative.value
const submission = new Submission("/api/v1/patients")
let [blank, keeper, hasPlaces] = ["", null, false]

/** What the page has put into the form was typed by nobody. */
function begin() { blank = JSON.stringify(readFields(form)) }

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
  const named = `?draft=${keeper.id}${relativeOf() ? `&relative=${encodeURIComponent(relativeOf())}` : ""}`
  if (location.search !== named) history.replaceState(null, "", `/register${named}`)
}

/**
 * Brings a draft back: the one in the address; without one the last unfinished, unless a new form was
 * asked for.
 */
async function restore() {
  await readPlaces().catch(told)
  const { items } = await get("/api/v1/drafts")
  const mine = items.filter((draft) => draft.form === "walk-in").sort((a, b) => b.saved_at - a.saved_at)
  const named = asked.get("draft")
  if (relativeOf()) await offerFamily()
  const isNew = asked.has("new") || relativeOf()
  const draft = named ? mine.find((one) => one.id === named) : isNew ? undefined : mine[0]
  if (!draft) {
    if (mine[0] && !named) offer(mine[0])
    return
  }
  if (typed() !== null) return offer(draft)
  await take(draft)
}

async function take(draft) {
  keepAs(draft.id)
  form.elements.attachment.dataset.chosen = draft.content.attachment ?? ""
  fillFields(form, { ...draft.content, relative: draft.content.relative ?? "" })
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
  await nameFamily()
}

/** Reads the places once; what a draft says of one that is not known yet is chosen when it is. */
async function readPlaces() {
  if (hasPlaces) return
  await offerPlaces(form)
  hasPlaces = true
}

/** What a family shares, offered from the card that the relative belongs to. */
async function offerFamily() {
  const card = await nameFamily()
  const { surname, phone } = form.elements
  if (typed() === null) {
    [surname.value, phone.value] = [card.surname, card.phone_shown ?? ""]
    begin()
    surname.select()
  }
}

/** Says whose relative the form is for; answers their card. */
async function nameFamily() {
  const place = document.querySelector("[data-relative-of]")
  place.hidden = true
  if (!relativeOf()) return null
  const card = await get(`/api/v1/patients/${encodeURIComponent(relativeOf())}`)
  place.textContent = say("register.relative", { who: fullName(card), n: card.card_number })
  place.hidden = false
  return card
}

/** Another form lies unfinished: it is offered, never forced on the next person. */
function offer(draft) {
  const place = document.querySelector("[data-offer]")
  const who = [draft.content.surname, draft.content.name].filter(Boolean).join(" ") || say("draft.nameless")
  fill(place, { what: say("draft.offer", { who, time: recent(draft.saved_at) }) })
  place.hidden = false
  place.querySelector("button").onclick = async () => {
    await keeper.save()
    await take(draft).catch(told)
  }
}

function followForm() {
  person.followTick()
  form.querySelector("[data-visit]").hidden = !form.elements.with_visit.checked
  form.dispatchEvent(new Event("change"))
  const fold = form.querySelector("#beside")
  fold.open ||= Array.from(fold.querySelectorAll("input, textarea, select")).some(isFilled)
}

const isFilled = (control) => control.type === "checkbox" ? control.checked : control.value !== ""

async function save(values) {
  const body = {
    person: person.input, ...person.beside, accepted: person.accepted, reason: person.reason,
    visit: values.with_visit === "true" ? visitBody(values) : null,
  }
  const { patient, visit } = await keeper.use((draft) => submission.send({ ...body, draft }))
  const late = values.late === "true" && visit ? `&late=${encodeURIComponent(values.late_day)}` : ""
  // The new card goes back to the family that it belongs to, where the link is written down.
  if (relativeOf()) location.assign(`/patient?id=${relativeOf()}&relative=${patient.id}#family`)
  else location.assign(`/patient?id=${patient.id}&done=${visit ? "visit" : "card"}${late}`)
}

/** The frame says it already. */
function told(problem) { if (!("code" in problem)) throw problem }

function failed(problem) {
  askIfSure(form, problem)
  person.failed(problem)
}

function bind() {
  enterGoesOn(form)
  onSend(form, save, failed)
  followDestination(form)
  followAge(form, document.querySelector("[data-age-hint]"))
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

form.elements.relative.value = asked.get("relative") ?? ""
if (asked.get("late")) nextSheet(form, asked.get("late"))
begin()
keepAs(asked.get("draft") ?? newId())
bind()
followForm()
form.elements.surname.focus()
const start = () => restore().catch(told)
document.addEventListener("desk:unlocked", () => { if (typed() === null) void start() })
onChange(() => void readPlaces().catch(told))
void start()
