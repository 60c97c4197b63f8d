import "../frame.js"
import { get, put } from "../api.js"
import { AttachmentPlaces } from "../attachment-places.js"
import { clearErrors, enterGoesOn, fillFields, onSend } from "../form.js"
import { onChange, readStatus } from "../live.js"
import { ListView } from "../list-view.js"
import { firstSession, hasRole, readSessionAgain, session } from "../session.js"
import { StrictnessForm } from "../strictness-form.js"
import { fill } from "../template.js"

const password = document.querySelector("#password-form")
const pin = document.querySelector("#pin-form")
const clinic = document.querySelector("#clinic-form")
const placesRoot = document.querySelector("#places")
const places = new AttachmentPlaces(placesRoot)
const strictness = new StrictnessForm(document.querySelector("#strictness-form"))
let version = 0
let isTouched = false

function done(form, values = {}) {
  const note = form.querySelector("[data-done]")
  fill(note, values)
  note.hidden = false
  clearErrors(form)
}

onSend(password, async (values) => {
  password.querySelector("[data-done]").hidden = true
  await put("/api/v1/me/password", values)
  password.reset()
  done(password, { who: (await session()).operator.name })
})
onSend(pin, async (values) => {
  pin.querySelector("[data-done]").hidden = true
  await put("/api/v1/me/pin", values)
  pin.reset()
  done(pin)
  await readSessionAgain()
})

const identity = document.querySelector("#desk-identity")
const view = new ListView(identity, (options) => get("/api/v1/settings", options), (settings) => {
  fill(identity, {
    prefix: settings.prefix,
    desk: settings.desk_id,
    key: settings.key_id,
    lineage: String(settings.lineage),
    clinic: settings.clinic,
  })
  if (!isTouched) take(settings)
  return 1
})

function take(settings) {
  version = settings.version
  isTouched = false
  const choice = clinic.elements.lock_after_seconds
  const seconds = String(settings.lock_after_seconds)
  // The command line may have set another number of seconds: it stays until somebody chooses.
  if (!Array.from(choice.options).some((option) => option.value === seconds)) {
    const minutes = settings.lock_after_seconds / 60
    choice.add(new Option(choice.options[0].text.replace("1", minutes.toFixed(1)), seconds))
  }
  fillFields(clinic, {
    clinic: settings.clinic, banner_ru: settings.banner_ru ?? "", banner_en: settings.banner_en ?? "",
    lock_after_seconds: String(settings.lock_after_seconds),
  })
}

clinic.addEventListener("input", () => {
  isTouched = true
  clinic.querySelector("[data-done]").hidden = true
})
onSend(clinic, async (values) => {
  const body = {
    version,
    clinic: values.clinic,
    banner_ru: values.banner_ru.trim() || null,
    banner_en: values.banner_en.trim() || null,
    lock_after_seconds: Number(values.lock_after_seconds),
  }
  take(await put("/api/v1/settings", body))
  done(clinic)
  await readStatus()
})
for (const form of [password, pin, clinic]) enterGoesOn(form)

/** The strip tells of a program that is silent. */
function isSaidElsewhere(problem) { if (!("code" in problem)) throw problem }

/** Each part is read by itself: one that cannot be read now takes no other with it. */
async function start() {
  const isAdmin = hasRole(await firstSession(), "admin")
  clinic.hidden = placesRoot.hidden = !isAdmin
  const read = (options) => {
    void view.load(options)
    if (!isAdmin) return
    places.load(options).catch(isSaidElsewhere)
    // What is being chosen there is not chosen anew by the page.
    if (!strictness.isThere) strictness.load(options).catch(isSaidElsewhere)
  }
  onChange(read)
  read()
}
start().catch(isSaidElsewhere)
