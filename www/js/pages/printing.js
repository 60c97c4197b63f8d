import "../frame.js"
import { get, submissionTo } from "../api.js"
import { recent } from "../dates.js"
import { isTyping, onKey } from "../keys.js"
import { ListView } from "../list-view.js"
import { changed, onChange } from "../live.js"
import { meaningOf } from "../printer-words.js"
import { rovingRows } from "../rows.js"
import { unlessScanned } from "../scanner.js"
import { clone, fill, setIcon } from "../template.js"

// Each step by its key on the selected paper, and where it is sent.
const steps = ["confirm", "again", "cancel"]
const paths = { confirm: "confirmation", again: "repetition", cancel: "cancellation" }
const shapes = { printed: "done", failed: "stop", unknown: "alert", cancelled: "cancelled" }
const root = document.querySelector("#printing")
const body = root.querySelector("tbody")
const printers = root.querySelector("[data-printers]")
const problem = root.querySelector("[data-problem]")
let jobs = new Map()
let current = null

const rows = rovingRows(body, (row) => {
  current = row?.dataset.row ?? null
  showSteps()
  tell("")
})

const view = new ListView(root, (options) => get("/api/v1/print-jobs", options), (read) => {
  showPrinters(read.printers)
  const names = new Map(read.printers.map((printer) => [printer.role, printer.name]))
  const hadFocus = body.contains(document.activeElement)
  const kept = current
  jobs = new Map(read.items.map((job) => [job.id, job]))
  body.replaceChildren(...read.items.map((job) => rowOf(job, names.get(job.role))))
  rows.keep(kept, hadFocus)
  showSteps()
  return read.items.length
})

/** Drawn once and then only told: a button that somebody is about to press stays where it is. */
function showPrinters(all) {
  for (const printer of all) {
    let item = printers.querySelector(`[data-role=${printer.role}]`)
    if (!item) {
      item = clone("printer")
      item.dataset.role = printer.role
      item.querySelector("button").addEventListener("click", () => void test(printer.role))
      printers.append(item)
    }
    fill(item, printer)
    item.querySelector("button").hidden = printer.condition === "absent"
    item.querySelector("button").setAttribute("aria-describedby", `printer-${printer.role}`)
    item.querySelector("strong").id = `printer-${printer.role}`
    const meaning = meaningOf(printer)
    item.querySelector(".fact").dataset.meaning = meaning
    setIcon(item, meaning)
  }
}

function rowOf(job, printer) {
  const row = fill(clone("job-row"), {
    title: job.title, printer, text: job.text, operator: job.operator_name, at: recent(job.asked_at),
  })
  row.dataset.row = job.id
  const state = row.querySelector(".state")
  const shape = shapes[job.state] ?? (job.trouble ? "alert" : "wait")
  state.dataset.state = { done: "done", cancelled: "cancelled", wait: "arrived" }[shape] ?? "locked"
  setIcon(state, shape)
  return row
}

function showSteps() {
  const can = jobs.get(current)?.steps ?? []
  for (const button of root.querySelectorAll("[data-step]")) {
    button.hidden = !can.includes(button.dataset.step)
  }
  root.querySelector("[data-hint]").hidden = can.length > 0 || jobs.size === 0
}

function tell(text) {
  problem.textContent = text
  problem.hidden = text === ""
}

async function send(path, content) {
  tell("")
  try {
    await submissionTo(path).send(content)
  } catch (refused) {
    if (!("code" in refused)) throw refused
    if (!refused.isTold) tell(refused.message)
  } finally {
    // Also after a refusal: the printer or a colleague was first, and the list must show it.
    changed()
  }
}

const test = (role) => send(`/api/v1/printers/${role}/test-page`, {})

function step(name, job = jobs.get(current)) {
  if (!job?.steps.includes(name)) return
  void send(`/api/v1/print-jobs/${job.id}/${paths[name]}`, { version: job.version })
}

for (const button of root.querySelectorAll("[data-step]")) {
  button.addEventListener("click", () => step(button.dataset.step))
}
steps.forEach((name, at) => {
  onKey(`Digit${at + 1}`, ({ target }) => {
    const job = jobs.get(current)
    if (!root.contains(target) || isTyping(target) || !job?.steps.includes(name)) return false
    // A scanned number begins with a digit too, and would print a second sheet.
    unlessScanned(() => step(name, job))
  })
})
document.addEventListener("desk:enter-list", () => rows.enter())
onKey("Escape", () => location.assign("/desk"))
onChange((options) => void view.load(options))
void view.load().then(() => {
  // Whoever comes here comes for what is asked, or for a test page.
  if (body.children.length) rows.enter()
  else printers.querySelector("button:not([hidden])")?.focus()
})
