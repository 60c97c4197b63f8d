import "../frame.js"
import { get, put, remove } from "../api.js"
import { moment } from "../dates.js"
import { clearErrors, onSend, showFieldError } from "../form.js"
import { saveErrors, sendFile } from "../list-file.js"
import { ListView } from "../list-view.js"
import { onChange } from "../live.js"
import { clone, fill } from "../template.js"
import { say } from "../words.js"

const path = "/api/v1/lists/current"
const everyMilliseconds = 400
const root = document.querySelector("#list")
const choose = root.querySelector("#choose")
const work = root.querySelector("#work")
const told = work.querySelector("[data-told]")
const bar = work.querySelector("[data-progress]")
const take = work.querySelector("[data-take]")
const stop = work.querySelector("[data-stop]")
const save = work.querySelector("[data-save]")
const another = work.querySelector("[data-another]")
const alike = work.querySelector("#take-alike")
const numbers = new Intl.NumberFormat(document.documentElement.lang)
const ends = ["checked", "taken", "stopped", "failed"]
let now = null
let waiting = 0

/** What is asked for is meant for the list that is on the screen. */
const asked = (end = "") => `${path}${end}?list=${now.id ?? ""}`

const view = new ListView(root, (options) => get(path, options), (list) => {
  show(list)
  return 1
})

function show(list) {
  const before = now?.stage
  // What was ticked for one list is not meant for the next.
  if (now?.id !== list.id) alike.checked = false
  now = list
  const isIdle = ["none", "receiving", "refused"].includes(list.stage)
  choose.hidden = !isIdle
  work.hidden = isIdle
  showLast(isIdle ? list.last_run : null)
  // Whoever comes here comes for a file.
  if (!before && isIdle && document.activeElement === document.body) choose.elements.file.focus()
  if (isIdle) showRefusal(list)
  else showWork(list)
  showRemarks(list)
  if (before && before !== list.stage && isHandHere()) goOn(list.stage)
  clearTimeout(waiting)
  const isMoving = ["checking", "taking"].includes(list.stage)
  if (isMoving) waiting = setTimeout(() => void view.load({ background: true }), everyMilliseconds)
}

function showLast(last) {
  const place = root.querySelector("[data-last]")
  place.hidden = !last
  if (!last) return
  const { totals } = last
  const key = last.ending === null ? "lists.last_cut" : "lists.last"
  place.textContent = say(key, {
    time: moment(last.begun_at), operator: last.operator_name, lines: numbers.format(last.lines),
    line: numbers.format(last.last_line), registered: numbers.format(totals.registered),
    known: numbers.format(totals.known),
    left: numbers.format(last.lines - totals.registered - totals.known),
  })
}

function showRefusal(list) {
  if (list.stage === "refused") showFieldError(choose, "file", list.problem)
}

/** The page takes the focus on only from its own work: elsewhere somebody types, and presses Enter next. */
const isHandHere = () => document.activeElement === document.body || root.contains(document.activeElement)

function showWork(list) {
  const isDone = list.stage !== "checked" && list.stage !== "checking"
  const values = { n: numbers.format(list.totals.registered + left(list)) }
  told.textContent = say(`lists.${list.stage}`, values)
  told.dataset.meaning = { taken: "good", failed: "stop", stopped: "alert" }[list.stage] ?? "wait"
  bar.hidden = ends.includes(list.stage)
  bar.value = list.bytes ? Math.round((list.done_bytes * 100) / list.bytes) : 0
  work.querySelector("[data-sums]").hidden = list.stage === "checking"
  work.querySelector("[data-registered-title]").textContent =
    say(`lists.sum.registered.${isDone ? "done" : "check"}`)
  const sums = Object.entries(list.totals).map(([key, n]) => [key, numbers.format(n)])
  fill(work, { ...Object.fromEntries(sums), whose: say("lists.whose", { name: list.operator_name }) })
  work.querySelector("[data-alike]").hidden = list.stage !== "checked" || list.totals.alike === 0
  stop.hidden = ends.includes(list.stage)
  another.hidden = !ends.includes(list.stage)
  save.hidden = !ends.includes(list.stage) || list.totals.alike + list.totals.failed === 0
  const problem = work.querySelector("[data-problem]")
  problem.hidden = list.problem === null
  problem.textContent = list.problem ?? ""
  nameTake()
}

/** Once something has ended, the cursor stands at what comes next; who is about to stop it starts nothing. */
function goOn(stage) {
  if (stage === "refused") choose.elements.file.focus()
  else if (ends.includes(stage)) (take.hidden || document.activeElement === stop ? told : take).focus()
}

const left = ({ totals }) => totals.known + totals.alike + totals.failed

/** The button says what it will do; where nothing is to be done it is not there. */
function nameTake() {
  const n = now.totals.registered + (alike.checked ? now.totals.alike : 0)
  const policies = now.totals.policies
  const isCheck = now.stage === "checked"
  take.hidden = !(isCheck && n + policies > 0) && !["stopped", "failed"].includes(now.stage)
  if (!isCheck) take.textContent = say("lists.go_on")
  else if (n > 0) take.textContent = say("lists.take", { n: numbers.format(n) })
  else take.textContent = say("lists.take_policies", { n: numbers.format(policies) })
}

function showRemarks({ remarks, stage }) {
  const part = root.querySelector("[data-remarks]")
  part.hidden = remarks.length === 0 || !ends.includes(stage)
  part.querySelector("tbody").replaceChildren(...remarks.map((one) => {
    const taken = one.card ? "card" : one.new ? "taken" : "same"
    return fill(clone("remark-row"), {
      line: numbers.format(one.line), what: one.text,
      then: say(`lists.then.${one.taken ? taken : "left"}`, one),
    })
  }))
  const isCut = remarks.length >= 200
  const first = root.querySelector("[data-first-only]")
  first.hidden = !isCut
  first.textContent = say("lists.remarks_first", { n: remarks.length })
}

/** What an act answers is shown; what it is refused for stands by the buttons. */
async function act(does) {
  // Not the line of what is wrong with the list: that one is drawn anew with each reading.
  const problem = work.querySelector("[data-refused]")
  problem.hidden = true
  try {
    await does()
    await view.load()
  } catch (refused) {
    if (!("code" in refused)) throw refused
    if (refused.isTold) return
    problem.textContent = refused.message
    problem.hidden = false
  }
}

async function send() {
  clearErrors(choose)
  const file = choose.elements.file.files[0]
  if (!file) {
    showFieldError(choose, "file", say("lists.choose"))
    choose.elements.file.focus()
    return
  }
  const button = choose.querySelector("[type=submit]")
  const label = Array.from(button.childNodes)
  button.textContent = say("lists.sending")
  try {
    await sendFile(path, file)
    await view.load()
    if (now.stage === "refused") choose.elements.file.focus()
  } finally {
    button.replaceChildren(...label)
  }
}

async function forget() {
  await remove(asked())
  choose.reset()
  clearErrors(choose)
}

onSend(choose, send)
alike.addEventListener("change", nameTake)
take.addEventListener("click", () => void act(() => put(asked("/import"), { take_alike: alike.checked })))
stop.addEventListener("click", () => void act(() => remove(asked())))
const saveLeft = () => saveErrors(path, now, say("lists.errors_name"))
save.addEventListener("click", () => void act(saveLeft))
another.addEventListener("click", () => void act(forget).then(() => choose.elements.file.focus()))
onChange((options) => void view.load(options))
void view.load()
