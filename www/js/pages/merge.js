import "../frame.js"
import { get, ifPossible, post, submissionTo } from "../api.js"
import { day } from "../dates.js"
import { enterGoesOn, onSend, showProblem } from "../form.js"
import { onKey } from "../keys.js"
import { ListView } from "../list-view.js"
import { changed } from "../live.js"
import { MergeChoices } from "../merge-choices.js"
import { OtherCard } from "../merge-other.js"
import { clone, fill } from "../template.js"
import { say } from "../words.js"

const asked = new URLSearchParams(location.search)
const card = asked.get("card") ?? ""
const other = asked.get("with")
const root = document.querySelector("#pair")
const form = root.querySelector("form")
const choices = new MergeChoices(root.querySelector("[data-choices]"))
let order = [card, other]
let isTurned = false
let isSent = false
let pair = null

const compare = ([kept, merged]) => post("/api/v1/merges/preview", { kept, merged })

/** What stands in the way is on the cards: each is one key away, with its visit. */
async function showWays({ code }) {
  const isVisit = code === "merge_visits_open" || code === "merge_dead_served"
  const cards = isVisit ? await Promise.all(order.map((id) => get(`/api/v1/patients/${id}`))) : []
  root.querySelector("[data-ways]").replaceChildren(...cards.map((one) => {
    const visit = one.open_visit
    const way = clone("way")
    const link = way.querySelector("a")
    link.href = `/patient?id=${one.id}`
    const key = visit ? "merge.way.visit" : "merge.way.card"
    link.textContent = say(key, { n: one.card_number, visit: visit?.number, reason: visit?.reason })
    return way
  }))
}

/** The older card stays unless somebody turns them round: its folder is on the shelf. */
async function read() {
  const answer = await compare(order).catch(async (problem) => {
    if ("code" in problem) await ifPossible(() => showWays(problem))
    throw problem
  })
  if (isTurned || answer.kept.card_number < answer.merged.card_number) return answer
  order = [order[1], order[0]]
  return compare(order)
}

const view = new ListView(root, read, (answer) => {
  pair = answer
  const { kept, merged, visits, papers, consents } = answer
  fill(root, {
    kept: say("merge.kept", { n: kept.card_number }), merged: say("merge.merged", { n: merged.card_number }),
    brings: say("merge.brings", { visits, papers, consents }),
  })
  choices.show(kept, merged, answer.choices)
  showDoubt(answer)
  root.querySelector("[data-clashes]").replaceChildren(
    ...answer.deaths.map(deathOf), ...answer.clashes.map(clashOf))
  return 1
})

/** Two cards with nothing in common may be two people's: whoever merges them says that they are not. */
function showDoubt({ kept, merged, doubtful }) {
  fill(form, {
    doubt: say("merge.doubt", {
      kept: kept.surname, merged: merged.surname,
      kept_born: day(kept.birth_date), merged_born: day(merged.birth_date),
    }),
  })
  form.querySelector("[data-doubt]").hidden = !doubtful
}

function deathOf(death) {
  const item = clone("clash")
  item.textContent = say("merge.dead", { n: death.card, day: day(death.date) })
  return item
}

function clashOf({ purpose, kept, merged }) {
  const item = clone("clash")
  item.textContent = say("merge.clash", {
    purpose: say(`consent.purpose.${purpose}`), kept, merged, newest: Math.max(kept, merged),
  })
  return item
}

async function turn() {
  if (!pair) return
  order = [order[1], order[0]]
  isTurned = true
  await view.load()
  choices.focus()
}

async function send({ reason, sure }) {
  const { kept, merged } = pair
  await submissionTo("/api/v1/merges").send({
    kept: kept.id, kept_version: kept.version, merged: merged.id, merged_version: merged.version,
    taken: choices.taken, reason, sure: sure === "true",
  })
  isSent = true
  changed()
  location.assign(`/patient?id=${kept.id}&done=merged`)
}

/** What a colleague has changed meanwhile is shown; the choice is made anew. */
async function failed(problem) {
  // Whoever was sure was sure of other data.
  if (problem.code === "patient_changed") form.elements.sure.checked = false
  if (problem.code === "patient_changed") choices.forget()
  if (problem.code === "patient_changed" || problem.fields.some(({ name }) => name === "sure")) {
    await view.load()
  }
  showProblem(form, problem)
}

async function start() {
  root.querySelector("[data-back]").href = `/patient?id=${card}`
  if (other) {
    root.hidden = false
    await view.load()
    if (pair) return choices.focus()
    return (root.querySelector("[data-ways] a") ?? root.querySelector("[data-failed] button")).focus()
  }
  await new OtherCard(document.querySelector("#other"), card).start()
}

enterGoesOn(form)
onSend(form, send, (problem) => void failed(problem))
root.querySelector("[data-swap]").addEventListener("click", () => void turn())
onKey("Alt+KeyX", () => void turn())
onKey("Escape", () => location.assign(`/patient?id=${card}`), { typing: true })
// What is chosen and typed here is kept nowhere: the browser asks before it goes.
addEventListener("beforeunload", (event) => {
  if (!isSent && (choices.isTouched || form.elements.reason.value.trim() !== "")) event.preventDefault()
})
void start()
