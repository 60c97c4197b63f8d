import "../frame.js"
import { get, put, remove, Submission, submissionTo } from "../api.js"
import { moment, time } from "../dates.js"
import { clearErrors, enterGoesOn, onSend, showProblem } from "../form.js"
import { onKey } from "../keys.js"
import { ListView } from "../list-view.js"
import { changed, onChange } from "../live.js"
import { rovingRows } from "../rows.js"
import { clone, fill, setIcon } from "../template.js"
import { say } from "../words.js"

const root = document.querySelector("#operators")
const body = root.querySelector("tbody")
const panel = document.querySelector("#operator")
const adding = document.querySelector("#add-form")
const naming = document.querySelector("#name-form")
const secrets = {
  password: document.querySelector("#password-form"),
  pin: document.querySelector("#pin-form"),
}
const rows = rovingRows(body, (row) => choose(row?.dataset.row ?? null))
let operators = new Map()
let chosen = null
// What the form was filled from. The version goes with it: a newer list must not vouch for older ticks.
let filled = { version: 0, content: "" }

const view = new ListView(root, (options) => get("/api/v1/operators", options), ({ items }) => {
  operators = new Map(items.map((one) => [one.id, one]))
  const hadFocus = body.contains(document.activeElement)
  body.replaceChildren(...items.map(rowOf))
  rows.keep(chosen, hadFocus)
  return items.length
})

const rolesOf = (form) => Array.from(form.querySelectorAll("[name=roles]:checked"), (tick) => tick.value)
const stateOf = (one) => (one.disabled ? "disabled" : one.locked_until_at > Date.now() ? "locked" : "active")

function rowOf(one) {
  const row = clone("operator-row")
  row.dataset.row = one.id
  const state = stateOf(one)
  fill(row, {
    name: one.name, login: one.login, roles: one.roles.map((role) => say(`role.${role}`)).join(", "),
    state: say(`operators.state.${state}`, { time: time(one.locked_until_at) }),
    seen: one.last_sign_in_at ? moment(one.last_sign_in_at) : say("operators.never"),
  })
  row.querySelector(".state").dataset.state = state
  setIcon(row.querySelector(".state"), state)
  return row
}

function choose(id) {
  const one = operators.get(id)
  const isOther = id !== chosen
  chosen = id
  panel.hidden = !one
  if (!one) return
  const pin = say(one.has_pin ? "operators.has_pin" : "operators.no_pin")
  fill(panel, { name: one.name, login: one.login, pin })
  panel.querySelector("[data-disable]").hidden = one.disabled
  panel.querySelector("[data-enable]").hidden = !one.disabled
  if (isOther) {
    tell("")
    for (const form of [naming, ...Object.values(secrets)]) {
      form.reset()
      clearErrors(form)
    }
  }
  if (isOther || (one.version !== filled.version && contentOf(naming) === filled.content)) take(one)
}

const contentOf = (form) => JSON.stringify([form.elements.name.value, rolesOf(form)])

function take(one) {
  naming.elements.name.value = one.name
  for (const tick of naming.querySelectorAll("[name=roles]")) tick.checked = one.roles.includes(tick.value)
  filled = { version: one.version, content: contentOf(naming) }
}

function tell(text, meaning = "good") {
  const place = panel.querySelector("[data-told]")
  place.textContent = text
  place.dataset.meaning = meaning
  place.hidden = text === ""
}

/** Does something to the chosen operator and says that it is done, or why not. */
async function act(doing, done) {
  try {
    await doing(operators.get(chosen))
    tell(done)
    changed()
  } catch (problem) {
    if (!("code" in problem)) throw problem
    if (!problem.isTold) tell(problem.message, "stop")
    if (problem.code === "operator_changed") void view.load()
  }
}

const address = (one) => `/api/v1/operators/${one.id}`
const turn = (what) => async (one) => {
  const turned = await submissionTo(`${address(one)}/${what}`).send({ version: one.version })
  // The form is as old as before, unless this was the only change since.
  if (chosen === one.id && filled.version === one.version) filled.version = turned.version
}

const buttons = {
  disable: () => act(turn("disable"), say("operators.disabled")),
  enable: () => act(turn("enable"), say("operators.enabled")),
  everywhere: () => act((one) => remove(`${address(one)}/sessions`), say("operators.signed_out")),
}
for (const [name, run] of Object.entries(buttons)) {
  panel.querySelector(`[data-${name}]`).addEventListener("click", () => void run())
}
onSend(naming, async ({ name }) => {
  const body = { version: filled.version, name, roles: rolesOf(naming) }
  const saved = await put(`/api/v1/operators/${chosen}`, body)
  if (saved.id === chosen) take(saved)
  tell(say("operators.saved"))
  clearErrors(naming)
  changed()
}, async (problem) => {
  showProblem(naming, problem)
  if (problem.code !== "operator_changed") return
  // What the other one decided must be seen before it is decided anew.
  await view.load()
  if (operators.has(chosen)) take(operators.get(chosen))
})
for (const [what, form] of Object.entries(secrets)) {
  onSend(form, async (values) => {
    await put(`${address(operators.get(chosen))}/${what}`, { [what]: values[what] })
    form.reset()
    clearErrors(form)
    tell(say(`operators.new_${what}`))
    changed()
  })
}

const dialog = adding.closest("dialog")
const submission = new Submission("/api/v1/operators")
enterGoesOn(adding)
onSend(adding, async ({ login, name, password, pin }) => {
  const one = await submission.send({ login, name, password, pin: pin || null, roles: rolesOf(adding) })
  dialog.close()
  chosen = one.id
  changed()
})
function add() {
  adding.reset()
  clearErrors(adding)
  dialog.showModal()
}
root.querySelector("[data-add]").addEventListener("click", add)
onKey("Insert", add, { typing: true })
document.addEventListener("desk:enter-list", () => rows.enter())
onChange((options) => void view.load(options))
void view.load()
