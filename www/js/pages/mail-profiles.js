import "../frame.js"
import { get } from "../api.js"
import { day } from "../dates.js"
import { onKey } from "../keys.js"
import { ListView } from "../list-view.js"
import { onChange } from "../live.js"
import { rovingRows } from "../rows.js"
import { fullName } from "../search.js"
import { clone, fill, setIcon } from "../template.js"
import { say } from "../words.js"

const root = document.querySelector("#waiting")
const body = root.querySelector("tbody")
const rows = rovingRows(body)

const view = new ListView(root, (options) => get("/api/v1/mail-profiles", options), (read) => {
  const focused = body.contains(document.activeElement)
    ? document.activeElement.closest("[data-row]").dataset.row
    : null
  body.replaceChildren(...read.items.map(rowOf))
  rows.keep(focused, focused !== null)
  fill(root, { more: read.more ? say("mail.list.more") : null })
  return read.items.length
})

function rowOf(one) {
  const what = one.outdated ? "outdated" : one.overdue ? "overdue" : one.urgent ? "today" : "in_time"
  const row = fill(clone("waiting-row"), {
    due: one.outdated ? "–" : day(one.due), name: fullName(one), born: day(one.birth_date),
    email: one.card_email ?? say("mail.no_email"), state: say(`mail.due.${what}`),
  })
  row.dataset.row = one.id
  row.querySelector("a").href = `/patient?id=${one.patient}#consents`
  const mark = row.querySelector(".state")
  mark.dataset.state = one.urgent ? "locked" : "arrived"
  setIcon(mark, one.urgent ? "alert" : "arrived")
  return row
}

document.addEventListener("desk:enter-list", () => rows.enter())
onKey("Escape", () => location.assign("/desk"))
onChange((options) => void view.load(options))
void view.load().then(() => { if (body.children.length) rows.enter() })
