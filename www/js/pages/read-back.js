import "../frame.js"
import { get, statusPath, submissionTo } from "../api.js"
import { moment } from "../dates.js"
import { onKey } from "../keys.js"
import { ListView } from "../list-view.js"
import { changed, onChange } from "../live.js"
import { bindPdf } from "../pdf-button.js"
import { personFields, personText } from "../person-text.js"
import { clone, fill } from "../template.js"
import { say } from "../words.js"

// May stand on a screen that is turned to the patient: it shows the person's own data and nothing of the
// desk's, and follows a correction that is made at another screen.

const root = document.querySelector("#read-back")
const id = new URLSearchParams(location.search).get("id") ?? ""
const path = `/api/v1/patients/${encodeURIComponent(id)}`
const card = `/patient?id=${encodeURIComponent(id)}`
let patient = null

const view = new ListView(root, async (options) => {
  const [read, papers, status] = await Promise.all([
    get(path, options), get(`${path}/papers`, options), get(statusPath, { open: true }),
  ])
  return { read, papers: papers.items.filter((one) => one.struck_at === null), clinic: status.clinic }
}, ({ read, papers, clinic }) => {
  patient = read
  fill(root, {
    clinic, version: say("readback.version", {
      n: read.card_number, v: read.version, time: moment(read.changed_at),
    }),
  })
  const had = root.contains(document.activeElement) ? document.activeElement.dataset.fix : null
  root.querySelector("dl").replaceChildren(...facts(read), ...shown(papers))
  if (had) root.querySelector(`[data-fix="${had}"]`)?.focus()
  return 1
})

function facts(read) {
  const texts = personText(read)
  // The note is the desk's.
  return personFields.filter((name) => name !== "note")
    .map((name) => row(name, say(`label.${name}`), texts[name], `${card}&fix=${name}`))
}

function shown(papers) {
  return ["document", "policy"].flatMap((sort) => {
    const own = papers.filter((one) => one.sort === sort)
    if (own.length === 0) return []
    const lines = own.map((one) => `${say(`paper.kind.${one.kind}`)} ${one.shown}`)
    const label = say(sort === "document" ? "readback.documents" : "readback.policies")
    return [row(sort, label, lines.join("\n"), `${card}#papers`)]
  })
}

function row(name, label, value, address) {
  const made = fill(clone("read-back-fact"), { label, value })
  const fix = made.querySelector("[data-fix]")
  fix.dataset.fix = name
  fix.href = address
  fix.setAttribute("aria-label", `${say("readback.fix")}: ${label}`)
  return made
}

async function note(how) {
  if (!patient) return
  fill(root, { problem: null })
  try {
    await submissionTo(`${path}/read-back`).send({ version: patient.version, how })
    location.assign(card)
  } catch (problem) {
    if (!("code" in problem)) throw problem
    if (problem.isTold) return
    fill(root, { problem: problem.message })
    // Somebody has changed the card meanwhile: the patient must see what it says now.
    changed()
  }
}

for (const button of root.querySelectorAll("[data-how]")) {
  button.addEventListener("click", () => void note(button.dataset.how))
}
root.querySelector("[data-card]").href = card
root.querySelector("[data-print]").addEventListener("click", () => print())
bindPdf(root, () => patient && `${path}/read-back.pdf`)
onKey("Alt+KeyY", () => void note("signed"))
onKey("Alt+KeyW", () => void note("spoken"))
onKey("Escape", () => location.assign(card), { typing: true })
onChange((options) => void view.load(options))
void view.load()
