import "../elements/year-grid.js"
import "../frame.js"
import { get, put } from "../api.js"
import { day, isoDay } from "../dates.js"
import { onKey } from "../keys.js"
import { ListView } from "../list-view.js"
import { onChange, onStatus } from "../live.js"
import { hasRole, session } from "../session.js"
import { clone, fill } from "../template.js"
import { say } from "../words.js"

const root = document.querySelector("#calendar")
const grid = root.querySelector("year-grid")
const paste = root.querySelector("#paste")
const asked = Number(new URLSearchParams(location.search).get("year"))
/** What this page has of each year: as it was read, and the marks as they are on the screen. */
const years = new Map()
let [year, today, canChange, isSaving] = [0, "", false, false]
/** The year that was asked for last; the one on the screen stays until its answer is here. */
let wanted = asked || 0

const view = new ListView(root, (options) => get(address(), options), (read) => {
  year = wanted = read.year
  const kept = years.get(year)
  if (!kept?.isTouched) years.set(year, { ...read, marks: marksOf(read), isTouched: false })
  draw()
  return 1
})
const address = () => (wanted ? `/api/v1/calendar?year=${wanted}` : "/api/v1/calendar")
const marksOf = (read) => new Map(read.days.map((one) => [one.day, one]))

/** Without a mark: the code's holidays and the weekends are free. */
function isUsuallyOff(read, iso) {
  return read.public_holidays.includes(iso) || [0, 6].includes(new Date(`${iso}T12:00:00Z`).getUTCDay())
}

function look(iso) {
  const read = years.get(year)
  const mark = read.marks.get(iso)
  const off = mark ? mark.kind === "holiday" : isUsuallyOff(read, iso)
  const usual = read.public_holidays.includes(iso) ? "holiday" : "usual"
  return { off, what: mark ? "moved" : usual, note: mark?.note ?? null }
}

function draw() {
  const read = years.get(year)
  fill(root, { year: String(year), nobody: read.version === 0, entered: read.version > 0 })
  fill(root, { touched: read.isTouched, none: read.marks.size === 0 })
  grid.show(year, look, today)
  const marks = [...read.marks.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1))
  root.querySelector("[data-marks]").replaceChildren(...marks.map((one) => fill(clone("mark"), {
    day: day(one.day), kind: say(`calendar.day.${one.kind === "holiday" ? "off" : "work"}`), note: one.note,
  })))
  window.history.replaceState(null, "", `/calendar?year=${year}`)
}

/** Makes a day free or not; what is so anyway needs no mark. */
function mark(iso, off, note = null) {
  const read = years.get(year)
  if (isUsuallyOff(read, iso) === off) read.marks.delete(iso)
  else read.marks.set(iso, { day: iso, kind: off ? "holiday" : "working", note })
  read.isTouched = true
  tell({ done: false, problem: null })
}

const tell = (what) => fill(root, what)

async function save() {
  const saved = year
  const read = years.get(saved)
  if (!canChange || isSaving || !read) return
  // The list that was put in belongs to the year; a line that says nothing is no part of it.
  if (!readList()) {
    paste.elements.list.focus()
    return
  }
  isSaving = true
  try {
    const days = [...read.marks.values()]
    const made = await put("/api/v1/calendar", { year: saved, version: read.version, days })
    years.set(saved, { ...made, marks: marksOf(made), isTouched: false })
    tell({ done: true, problem: null })
  } catch (problem) {
    if (!("code" in problem)) throw problem
    if (problem.isTold) return
    tell({ done: false, problem: problem.message })
    // A colleague was first: what is on the screen stays, and saving again is then meant.
    if (problem.code === "calendar_changed") {
      read.version = (await get(`/api/v1/calendar?year=${saved}`)).version
    }
  } finally {
    isSaving = false
  }
  draw()
}

/** One day a line; the words after it say whether it is worked on, or why not. False where a line is odd. */
function readList() {
  const odd = []
  for (const line of paste.elements.list.value.split("\n").map((text) => text.trim()).filter(Boolean)) {
    const [, first, words] = /^([\d.]*)[\s,;:–—-]*(.*)$/.exec(line)
    const iso = isoDay(first)
    const starts = (word) => words.toLowerCase().startsWith(word)
    const isWork = starts(paste.dataset.work)
    // Of the note only the word before it is taken away.
    const note = isWork || starts(paste.dataset.off) ? words.replace(/^\S+?(?:[\s,;:–—-]+|$)/, "") : words
    if (iso.startsWith(`${year}-`)) mark(iso, !isWork, note || null)
    else odd.push(line)
  }
  paste.elements.list.value = odd.join("\n")
  const lines = odd.map((line) => line.replace(/[;,]$/, "")).join("; ")
  tell({ problem: odd.length ? say("calendar.paste.odd", { lines }) : null })
  draw()
  return odd.length === 0
}

function go(to) {
  if (to < 2000 || to > 2100) return
  wanted = to
  tell({ done: false, problem: null })
  void view.load()
}

grid.addEventListener("desk:day", ({ detail }) => {
  if (!canChange || isSaving) return
  mark(detail, !look(detail).off)
  draw()
})
paste.addEventListener("submit", (event) => {
  event.preventDefault()
  if (!isSaving) readList()
})
root.querySelector("[data-save]").addEventListener("click", () => void save())
root.querySelector("[data-earlier]").addEventListener("click", () => go(wanted - 1))
root.querySelector("[data-later]").addEventListener("click", () => go(wanted + 1))
onKey("Alt+ArrowDown", () => go(wanted - 1), { held: true })
onKey("Alt+ArrowUp", () => go(wanted + 1), { held: true })
onKey("Ctrl+Enter", () => void save())
onKey("Escape", () => location.assign("/settings"))
addEventListener("beforeunload", (event) => {
  const isListed = paste.elements.list.value.trim() !== ""
  if (isListed || [...years.values()].some((read) => read.isTouched)) event.preventDefault()
})
onStatus((status) => { today = status?.today ?? today })

async function start() {
  canChange = hasRole(await session(), "admin")
  for (const part of root.querySelectorAll("[data-change]")) part.hidden = !canChange
  onChange((options) => { if (!years.get(year)?.isTouched) void view.load(options) })
  await view.load()
  if (years.has(year)) grid.enter()
}
start().catch((problem) => { if (!("code" in problem)) throw problem })
