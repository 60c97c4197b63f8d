import "../frame.js"
import { get, post, submissionTo } from "../api.js"
import { asking } from "../asking.js"
import { ConsentSigner } from "../consent-signer.js"
import { day, moment } from "../dates.js"
import { onSend } from "../form.js"
import { onKey } from "../keys.js"
import { ListView } from "../list-view.js"
import { changed, onChange } from "../live.js"
import { bindPdf } from "../pdf-button.js"
import { fullName } from "../search.js"
import { fill, setIcon } from "../template.js"
import { say } from "../words.js"

const root = document.querySelector("#sheet")
const byNumber = document.querySelector("#by-number")
const askToWithdraw = asking(document.querySelector("#withdraw"), ({ note }) =>
  take("withdrawal", { note: note.trim() || null }))
let id = new URLSearchParams(location.search).get("id") ?? ""
const signer = new ConsentSigner(root)
let consent = null
// A sheet that was offered before the person died: there is nobody who could answer.
let isDead = false

const isOpen = () => consent?.state === "offered" && !isDead

const read = (options) => get(`/api/v1/consents/${encodeURIComponent(id)}`, options)
const view = new ListView(root, read, (sheet) => {
  show(sheet)
  return 1
})

function show(read) {
  consent = read.consent
  isDead = consent.state === "offered" && read.died_on !== null
  const at = consent.withdrawn_at ?? consent.decided_at ?? consent.offered_at
  fill(root, {
    state: say(`consent.state.${consent.state}`), when: moment(at), note: consent.note,
    open: isOpen(),
    died: isDead ? say("consent.dead", { day: day(read.died_on) }) : null, given: consent.state === "given",
    clinic: read.clinic, number: say("consent.sheet", { n: consent.number }),
    purpose: say(`consent.purpose.${consent.purpose}`), name: fullName(read),
    born: say("patient.born", { day: day(read.birth_date) }),
    card: say("patient.card", { n: read.card_number }),
    text: read.text,
    ended: consent.state === "offered" ? null : [`${say(`consent.state.${consent.state}`)}, ${moment(at)}`,
      read.signed_by && say("consent.signed_by", { who: fullName(read.signed_by) }),
    ].filter(Boolean).join(" · "),
    // What the clinic compares with the card before it sends anything there.
    email: consent.purpose === "emailing"
      ? say("consent.email", { email: read.email ?? "____________________" }) : null,
    mail_due: read.mail_due && say("mail.sheet_due", { day: day(read.mail_due) }),
    edition: say("consent.edition", { n: consent.edition, hash: consent.text_sha256.slice(0, 16) }),
  })
  signer.show(read)
  const mark = root.querySelector(".state")
  mark.dataset.state = { offered: "arrived", given: "done" }[consent.state] ?? "cancelled"
  setIcon(mark, mark.dataset.state)
  root.querySelector("[data-card]").href = `/patient?id=${read.patient}#consents`
}

/** Says what was answered on the paper. @param {string} step @param {object} body */
async function take(step, body) {
  const place = root.querySelector("[data-problem]")
  place.hidden = true
  try {
    // Of the sheet that is on the screen, whatever is being looked for.
    await submissionTo(`/api/v1/consents/${consent.id}/${step}`).send({ version: consent.version, ...body })
  } finally {
    // Also after a refusal: somebody else was first, and the sheet must show it.
    changed()
  }
}

/** Which sheet is on the screen. @param {string|null} sheet */
function put(sheet) {
  id = sheet ?? ""
  consent = null
  root.hidden = sheet === null
  root.querySelector("[data-body]").hidden = true
  window.history.replaceState(null, "", sheet ? `/consent?id=${sheet}` : "/consent")
}

function answer(given) {
  if (!isOpen()) return
  take("answer", { given, signed_by: signer.value }).catch((problem) => {
    if (!("code" in problem)) throw problem
    if (problem.isTold) return
    const place = root.querySelector("[data-problem]")
    place.textContent = problem.message
    place.hidden = false
  })
}

onSend(byNumber, async ({ number }) => {
  // While another sheet is looked for, none can be answered: not even when there is no such number.
  put(null)
  const sheet = await post("/api/v1/consents/search", { number })
  put(sheet.consent.id)
  byNumber.reset()
  await view.load()
  root.querySelector("h2").focus()
})

for (const button of root.querySelectorAll("[data-answer]")) {
  button.addEventListener("click", () => answer(button.dataset.answer === "true"))
}
root.querySelector("[data-withdraw]").addEventListener("click", () => askToWithdraw())
root.querySelector("[data-print]").addEventListener("click", () => print())
bindPdf(root, () => consent && `/api/v1/consents/${consent.id}/sheet.pdf`)
onKey("Alt+KeyY", () => answer(true))
onKey("Alt+KeyN", () => answer(false))
onKey("Escape", () => {
  location.assign(consent ? root.querySelector("[data-card]").href : "/patients")
}, { typing: true })
onChange((options) => { if (id) void view.load(options) })
root.hidden = id === ""
if (id) void view.load()
else byNumber.elements.number.focus()
