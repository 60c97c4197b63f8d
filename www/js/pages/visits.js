import "../elements/visit-list.js"
import "../frame.js"
import { day, isoDay, shiftDay } from "../dates.js"
import { onKey } from "../keys.js"
import { onStatus } from "../live.js"
import { mask } from "../masks.js"
import { fill } from "../template.js"

const list = document.querySelector("visit-list")
const picker = document.querySelector("#day")
let today = ""
let shown = ""

function show(iso) {
  shown = iso
  picker.value = day(iso)
  const address = iso === today ? "/visits" : `/visits?day=${iso}`
  if (location.pathname + location.search !== address) history.replaceState(null, "", address)
  fill(document.querySelector("[data-head]"), { day: day(iso) })
  document.querySelector("[data-today]").hidden = iso === today
  document.querySelector("[data-later]").disabled = iso >= today
  void list.showDay(iso)
}

const move = (days) => {
  const to = shiftDay(shown || today, days)
  if (to <= today) show(to)
}

document.addEventListener("desk:visits", ({ detail }) => {
  const totals = {}
  for (const [name, n] of Object.entries(detail.totals)) totals[name] = String(n)
  fill(document.querySelector("#totals"), totals)
})
document.querySelector("[data-earlier]").addEventListener("click", () => move(-1))
document.querySelector("[data-later]").addEventListener("click", () => move(1))
document.querySelector("[data-today]").addEventListener("click", () => show(today))
mask(picker, "date")
picker.addEventListener("change", () => {
  const iso = isoDay(picker.value)
  const isDay = iso !== "" && iso <= today
  picker.setAttribute("aria-invalid", String(!isDay))
  if (isDay) show(iso)
})
onKey("Alt+ArrowDown", () => move(-1), { held: true })
onKey("Alt+ArrowUp", () => move(1), { held: true })
onStatus((status) => {
  if (!status || status.today === today) return
  const wasToday = shown === today
  today = status.today
  const asked = new URLSearchParams(location.search).get("day")
  if (shown === "") show(/^\d{4}-\d\d-\d\d$/.test(asked ?? "") && asked <= today ? asked : today)
  else if (wasToday) show(today)
})
