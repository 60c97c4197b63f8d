import "../frame.js"
import { ListView } from "../list-view.js"
import { onChange } from "../live.js"
import { rovingRows } from "../rows.js"
import { handedSearch, handSearch, registerFrom, searchPatients, showFound } from "../search.js"
import { clone, fill } from "../template.js"
import { TypedQuestion } from "../typed-question.js"

const limit = 50
const pauseMilliseconds = 120
const root = document.querySelector("#results")
const body = root.querySelector("tbody")
const find = document.querySelector("#find")
const rows = rovingRows(body)
let text = ""
let answer = null

const view = new ListView(root, (options) => searchPatients(text, limit, options), (read) => {
  answer = read
  const hadFocus = body.contains(document.activeElement)
  body.replaceChildren(...read.items.map((person) => {
    const row = showFound(clone("patient-row"), person)
    row.dataset.row = person.id
    row.querySelector("a").href = `/patient?id=${person.id}`
    return row
  }))
  rows.keep(null, hadFocus)
  fill(root, { looked: text })
  root.querySelector("[data-more]").hidden = !read.more
  return read.items.length
})

// The view draws, and says why nothing was found.
const question = new TypedQuestion({ pause: pauseMilliseconds, ask: look, draw: () => {} })

async function look(signal) {
  answer = null
  handSearch(text)
  root.hidden = text === ""
  document.querySelector("[data-start]").hidden = text !== ""
  if (text !== "") await view.load({ signal })
}

/** Enter: the only one found opens, of several the first takes the focus. */
async function enter() {
  // Typed on meanwhile, or not found out: whoever stands there belongs to another text.
  if (!await question.now() || !answer) return
  if (answer.items.length === 1) location.assign(`/patient?id=${answer.items[0].id}`)
  else if (answer.items.length) rows.enter()
  else root.querySelector("[data-empty] button").focus()
}

document.addEventListener("desk:search", ({ detail }) => {
  const isNew = detail.text !== text
  text = detail.text
  if (isNew) question.later()
  if (detail.enter) void enter()
})
document.addEventListener("desk:enter-list", () => rows.enter())
for (const button of document.querySelectorAll("[data-register]")) {
  button.addEventListener("click", () => void registerFrom(text))
}
// A question on its way brings what is new by itself.
onChange((options) => { if (text && question.isFresh) void view.load(options) })
text = handedSearch()
find.value = text
if (text) void question.now().then(() => { if (body.children.length) rows.enter() })
