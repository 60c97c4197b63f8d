import "../frame.js"
import { get, Submission } from "../api.js"
import { moment, recent } from "../dates.js"
import { onSend, showProblem } from "../form.js"
import { ListView } from "../list-view.js"
import { changed, onChange } from "../live.js"
import { bindPdf } from "../pdf-button.js"
import { readSessionAgain } from "../session.js"
import { clone, fill } from "../template.js"
import { count, say } from "../words.js"

const root = document.querySelector("#shift")
const closing = document.querySelector("#close-form")
const handing = document.querySelector("#hand-form")
const opening = new Submission("/api/v1/shift")
let ended = null
let wasOpenedHere = false

// The session carries the shift, so that having none is no failure.
const view = new ListView(root, async (options) => {
  const asking = [readSessionAgain(options), get("/api/v1/shifts/incoming", options)]
  const [{ shift }, incoming] = await Promise.all(asking)
  const isOpen = shift !== null
  return { shift: isOpen ? await get("/api/v1/shift", options) : null, incoming: incoming.items }
}, ({ shift, incoming }) => {
  show(shift)
  showIncoming(incoming, shift !== null)
  return 1
})

function show(shift) {
  const none = root.querySelector("[data-none]")
  none.hidden = shift !== null || ended !== null
  // Whoever comes to this page without a shift comes to open one: Enter does it.
  const find = document.querySelector("#find")
  if (!none.hidden && document.activeElement === find && !find.value) none.querySelector("button").focus()
  root.querySelector("[data-open]").hidden = shift === null
  root.querySelector("[data-report]").hidden = ended === null || shift !== null
  if (!shift) return
  ended = null
  fill(root.querySelector("[data-open]"), {
    opened: say("shift.opened", { time: recent(shift.opened_at) }),
    taken: shift.taken_from_name ? say("shift.taken", { who: shift.taken_from_name }) : null,
    waits: shift.totals.waiting ? count("shift.waiting", shift.totals.waiting) : null,
    ...totalsOf(shift),
  })
  // The button that was pressed is gone.
  if (wasOpenedHere) root.querySelector("[data-open] .lead").focus()
  wasOpenedHere = false
}

function totalsOf({ totals }) {
  return Object.fromEntries(Object.entries(totals).map(([name, n]) => [name, String(n)]))
}

function showIncoming(items, isOpen) {
  const place = root.querySelector("[data-incoming]")
  place.hidden = items.length === 0
  place.querySelector("ul").replaceChildren(...items.map((shift) => {
    const item = fill(clone("incoming-item"), {
      who: shift.operator_name, note: shift.note, at: recent(shift.closed_at ?? shift.opened_at),
    })
    const button = item.querySelector("button")
    button.disabled = isOpen
    button.addEventListener("click", () => void open(shift.id))
    return item
  }))
}

async function open(takeOver) {
  const place = root.querySelector("[data-problem]")
  place.hidden = true
  try {
    await opening.send({ take_over: takeOver })
    ended = null
    wasOpenedHere = true
    changed()
  } catch (problem) {
    if (!("code" in problem)) throw problem
    if (problem.isTold) return
    place.textContent = problem.message
    place.hidden = false
  }
}

/** The end-of-shift report, on the screen as it will be on paper. */
function report(shift) {
  ended = shift
  const place = root.querySelector("[data-report]")
  fill(place, {
    operator: shift.operator_name, opened: moment(shift.opened_at), closed: moment(shift.closed_at),
    handed: shift.handed_to_name, handed_label: shift.handed_to_name ? say("shift.handed_to") : null,
    note: shift.note, note_label: shift.note ? say("shift.note") : null, ...totalsOf(shift),
  })
  show(null)
  place.querySelector("h2").focus()
  changed()
}

async function readColleagues() {
  const { items } = await get("/api/v1/colleagues")
  const select = handing.elements.to
  select.replaceChildren(select.options[0], ...items.map((one) => new Option(one.name, one.id)))
  handing.querySelector("[data-alone]").hidden = items.length > 0
  handing.querySelector("[type=submit]").hidden = items.length === 0
}

function bind(dialog, form, path, body) {
  const submission = new Submission(path)
  onSend(form, async (values) => {
    const shift = await submission.send(body(values))
    dialog.close()
    form.reset()
    report(shift)
  })
}

const closeDialog = closing.closest("dialog")
const handDialog = handing.closest("dialog")
bind(closeDialog, closing, "/api/v1/shift/close", ({ note }) => ({ note: note.trim() || null }))
bind(handDialog, handing, "/api/v1/shift/hand-over", ({ to, note }) => ({ to, note: note.trim() || null }))
root.querySelector("[data-close-shift]").addEventListener("click", () => closeDialog.showModal())
root.querySelector("[data-hand-over]").addEventListener("click", async () => {
  handDialog.showModal()
  try {
    await readColleagues()
  } catch (problem) {
    if (!("code" in problem)) throw problem
    showProblem(handing, problem)
  }
})
for (const button of root.querySelectorAll("[data-open-shift]")) {
  button.addEventListener("click", () => void open(null))
}
root.querySelector("[data-print]").addEventListener("click", () => print())
onChange((options) => void view.load(options))
void view.load()
bindPdf(root, () => ended && `/api/v1/shifts/${ended.id}/report.pdf`)
