import "../frame.js"
import { get, statusPath } from "../api.js"
import { onKey } from "../keys.js"
import { ListView } from "../list-view.js"
import { bindPdf } from "../pdf-button.js"
import { clone, fill } from "../template.js"
import { say } from "../words.js"

// What is printed before the computer dies: the same words as on the screen, with room for a pen.

const rowsOfADay = 20
const root = document.querySelector("#blanks")
const choices = root.querySelector("[data-choices]")
const walkIn = { name: say("blanks.walk_in"), sheet: root.querySelector("#blank-walk-in"), file: "walk-in" }
const dayOfVisits = { name: say("blanks.day_sheet"), sheet: root.querySelector("#blank-day"), file: "day" }
let chosen = walkIn
const consent = root.querySelector("#blank-consent")

const read = async (options) => {
  const [{ items }, status] = await Promise.all([
    get("/api/v1/consent-texts", options), get(statusPath, { open: true }),
  ])
  return { texts: items.filter((text) => text.edition > 0), clinic: status.clinic }
}
const view = new ListView(root, read, ({ texts, clinic }) => {
  fill(root, { clinic })
  root.querySelector("[data-purposes]").replaceChildren(...texts.map((text) =>
    fill(clone("blank-purpose"), { purpose: say(`consent.purpose.${text.purpose}`) })))
  const all = [walkIn, dayOfVisits, ...texts.map((text) =>
    ({
      name: say(`consent.purpose.${text.purpose}`), sheet: consent, text,
      file: `consents/${text.purpose}/sheet`,
    }))]
  choices.replaceChildren(...all.map((one) => {
    const button = clone("blank-choice")
    button.textContent = one.name
    button.addEventListener("click", () => choose(one, button))
    return button
  }))
  choose(all[0], choices.firstElementChild)
  return all.length
})

function choose(one, button) {
  const { sheet, name, text } = one
  chosen = one
  for (const other of choices.children) other.setAttribute("aria-pressed", String(other === button))
  for (const other of [walkIn.sheet, dayOfVisits.sheet, consent]) other.hidden = other !== sheet
  if (text) {
    fill(consent, {
      purpose: name, text: text.text,
      edition: say("consent.edition", { n: text.edition, hash: text.sha256.slice(0, 16) }),
    })
  }
}

/** A box for each letter or digit, in the groups in which people write them. */
function drawBoxes() {
  for (const place of root.querySelectorAll("[data-boxes]")) {
    place.append(...place.dataset.boxes.split(" ").map((count) => {
      const group = clone("boxes")
      group.append(...Array.from({ length: Number(count) }, () => document.createElement("i")))
      return group
    }))
  }
  const rows = Array.from({ length: rowsOfADay }, () => clone("day-row"))
  root.querySelector("[data-rows]").append(...rows)
}

drawBoxes()
root.querySelector("[data-print]").addEventListener("click", () => print())
bindPdf(root, () => `/api/v1/blanks/${chosen.file}.pdf`)
onKey("Escape", () => location.assign("/desk"))
void view.load().then(() => choices.firstElementChild?.focus())
