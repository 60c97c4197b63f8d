import "../frame.js"
import { get } from "../api.js"
import { moment } from "../dates.js"
import { ListView } from "../list-view.js"
import { onChange } from "../live.js"
import { rovingRows } from "../rows.js"
import { clone, fill } from "../template.js"
import { say } from "../words.js"

const limit = 50
const root = document.querySelector("#journal")
const body = root.querySelector("tbody")
const older = root.querySelector("[data-older]")
const rows = rovingRows(body)
let next = null

const view = new ListView(root, (options) => get(`/api/v1/audit?limit=${limit}`, options), (read) => {
  const hadFocus = body.contains(document.activeElement)
  body.replaceChildren(...read.items.map(rowOf))
  rows.keep(null, hadFocus)
  go(read)
  return read.items.length
})

function rowOf(one) {
  const row = clone("audit-row")
  row.dataset.row = String(one.seq)
  return fill(row, {
    seq: String(one.seq),
    at: moment(one.at),
    operator: one.operator_name ?? say("journal.nobody"),
    what: one.text,
  })
}

function go(read) {
  next = read.next
  older.hidden = next === null
}

// Walks the whole history on the server, so it comes after the list and does not hold it up.
async function prove() {
  const chain = root.querySelector("[data-chain]")
  const proof = await get("/api/v1/audit/proof")
  const isIntact = proof.chain === "intact"
  chain.hidden = false
  chain.dataset.meaning = isIntact ? "good" : "stop"
  chain.querySelector("use").setAttribute("href", isIntact ? "#i-good" : "#i-stop")
  fill(chain, { chain: say(isIntact ? "journal.intact" : "journal.broken") })
}

const startProof = () => void prove().catch((problem) => { if (!("code" in problem)) throw problem })

async function readOlder() {
  const place = root.querySelector("[data-problem]")
  try {
    const read = await get(`/api/v1/audit?before=${next}&limit=${limit}`)
    const more = read.items.map(rowOf)
    body.append(...more)
    go(read)
    place.hidden = true
    more[0]?.querySelector("[data-anchor]").focus()
  } catch (problem) {
    if (!("code" in problem)) throw problem
    if (problem.isTold) return
    place.textContent = problem.message
    place.hidden = false
  }
}

older.addEventListener("click", () => void readOlder())
root.querySelector("[data-newest]").addEventListener("click", () => void view.load())
document.addEventListener("desk:enter-list", () => rows.enter())
document.addEventListener("desk:unlocked", () => {
  void view.load()
  startProof()
})
// New rows must not push away what is being read: only an untouched first page follows by itself.
onChange((options) => {
  if (body.children.length <= limit && !body.contains(document.activeElement)) void view.load(options)
})
void view.load()
startProof()
