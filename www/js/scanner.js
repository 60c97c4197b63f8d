import { land } from "./scan-landing.js"
import { looksKnown, meant } from "./scan-keys.js"

// A scanner is a keyboard with a very quick hand. Scanners press a key every 1 to 20 milliseconds; the
// quickest typists come to 60 for a whole word, and to 20 for two keys at most.
const mostBetweenMilliseconds = 50
const mostMeanMilliseconds = 30
const leastKeys = 4

let pressed = 0
let keys = []
let fields = new Map()

function reset() {
  keys = []
  fields = new Map()
}

/** Secrets are nobody's business, and behind a closed screen nothing is read. */
function isPrivate(event) {
  return document.documentElement.dataset.locked !== undefined
    || event.target.matches?.("input[type=password]") || document.querySelector("lock-screen dialog[open]")
}

function isBurst(event) {
  if (keys.length < leastKeys) return false
  const mean = (event.timeStamp - keys[0].at) / keys.length
  return event.timeStamp - keys.at(-1).at <= mostBetweenMilliseconds && mean <= mostMeanMilliseconds
}

/** Gives the fields back what stood in them before. */
function giveBack() {
  const typed = Array.from(fields, ([field, before]) => ({ field, before, value: field.value }))
  for (const { field, before } of typed) put(field, before)
  return () => { for (const { field, before, value } of typed) if (field.value === before) put(field, value) }
}

function put(field, value) {
  field.value = value
  field.dispatchEvent(new Event("input", { bubbles: true }))
}

function ended(event) {
  const text = keys.map((key) => key.sign).join("").trim()
  if (!isBurst(event) || !looksKnown(text)) return reset()
  event.preventDefault()
  event.stopImmediatePropagation()
  const undo = giveBack()
  reset()
  void land(text, undo)
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Shift" || event.key === "CapsLock") return
  pressed += 1
  if (isPrivate(event) || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return reset()
  if (/^(Numpad)?Enter$|^Tab$/.test(event.code)) return ended(event)
  const last = keys.at(-1)
  if (last && event.timeStamp - last.at > mostBetweenMilliseconds) reset()
  const sign = meant(event)
  if (sign === "") return reset()
  keys.push({ sign, at: event.timeStamp })
}, true)

document.addEventListener("beforeinput", ({ target }) => {
  if (keys.length > 0 && "value" in target && !fields.has(target)) fields.set(target, target.value)
}, true)

/** Whether the keys of this moment come from a scanner, as far as can be told in the middle of them. */
export function isScanning() {
  return keys.length > leastKeys && (keys.at(-1).at - keys[0].at) / (keys.length - 1) <= mostMeanMilliseconds
}

/**
 * Runs after a moment, unless more keys came meanwhile: the digits of a scan are no commands.
 * @param {() => void} run
 */
export function unlessScanned(run) {
  const before = pressed
  setTimeout(() => { if (pressed === before) run() }, mostBetweenMilliseconds)
}
