import "../elements/visit-list.js"
import "../frame.js"
import { get } from "../api.js"
import { recent, minutesSince } from "../dates.js"
import { onChange, onStatus } from "../live.js"
import { hasRole, readSessionAgain, session } from "../session.js"
import { clone, fill, setIcon } from "../template.js"
import { count, say } from "../words.js"

const longWaitMinutes = 40
const attention = document.querySelector("#attention")
const parts = { shift: [], drafts: [], mail: [], waiting: [], machine: [] }

/** Draws what needs a person: nothing is hidden in a menu, and nothing is here that can wait. */
function draw() {
  const all = Object.values(parts).flat()
  attention.querySelector("ul").replaceChildren(...all.map((one) => {
    const item = fill(clone("attention-item"), { what: one.what, more: one.more ?? null })
    const link = item.querySelector("a")
    if (one.href) {
      link.href = one.href
      link.textContent = one.doing
    } else link.remove()
    item.dataset.meaning = one.meaning
    setIcon(item, one.meaning)
    return item
  }))
  attention.querySelector("[data-calm]").hidden = all.length > 0
}

async function readShift(options) {
  const who = await readSessionAgain(options)
  if (!hasRole(who, "receptionist", "senior")) return
  const { items } = await get("/api/v1/shifts/incoming", options)
  parts.shift = items.map((shift) => ({
    meaning: "wait",
    what: say("desk.incoming", { who: shift.operator_name }),
    href: "/shift",
    doing: say("desk.incoming.do"),
  }))
  if (!who.shift && items.length === 0) {
    parts.shift.push({
      meaning: "alert",
      what: say("desk.no_shift"),
      href: "/shift",
      doing: say("desk.no_shift.do"),
    })
  }
}

async function readDrafts(options) {
  const { items } = await get("/api/v1/drafts", options)
  parts.drafts = items.toSorted((a, b) => b.saved_at - a.saved_at).map((draft) => ({
    meaning: "wait", what: nameOf(draft), more: say("draft.kept", { time: recent(draft.saved_at) }),
    href: draft.form === "walk-in" ? `/register?draft=${draft.id}`
      : `/patient?id=${draft.subject}#${draft.form}`,
    doing: say("draft.continue"),
  }))
}

async function readMailProfiles(options) {
  const { urgent } = await get("/api/v1/mail-profiles", options)
  parts.mail = urgent === 0 ? [] : [{
    meaning: "alert", what: count("desk.mail", urgent), href: "/mail-profiles", doing: say("desk.mail.do"),
  }]
}

function nameOf(draft) {
  if (draft.form !== "walk-in") {
    return say(`draft.form.${draft.form}`, { who: draft.content.who ?? draft.content.surname ?? "" }).trim()
  }
  const who = [draft.content.surname, draft.content.name].filter(Boolean).join(" ")
  return say("draft.form.walk-in", { who: who || say("draft.nameless") })
}

document.addEventListener("desk:visits", ({ detail }) => {
  const waiting = detail.items.filter((visit) => visit.state === "arrived")
  const long = waiting.filter((visit) => minutesSince(visit.arrived_at) >= longWaitMinutes)
  parts.waiting = long.length === 0 ? [] : [{ meaning: "alert", what: count("desk.long_wait", long.length) }]
  fill(document.querySelector("#totals"), {
    waiting: String(detail.totals.waiting),
    served: String(detail.totals.served),
    visits: String(detail.totals.visits),
  })
  draw()
})

onStatus((status) => {
  if (!status) return
  const tell = (part, state, meaning) => ({
    meaning, what: say(`status.${part}.${state}`), more: say(`desk.${part}.do`),
  })
  parts.machine = []
  if (status.store !== "ok") parts.machine.push(tell("store", status.store, "stop"))
  if (status.disk !== "ok") parts.machine.push(tell("disk", status.disk, "alert"))
  if (status.clock !== "ok") parts.machine.push(tell("clock", status.clock, "stop"))
  if (status.print_questions > 0) {
    parts.machine.push({
      meaning: "alert", what: say("status.print.questions", { n: status.print_questions }),
      href: "/printing", doing: say("desk.print.do"),
    })
  }
  draw()
})

async function read(options = {}) {
  try {
    await Promise.all([readShift(options), readDrafts(options), readMailProfiles(options)])
    draw()
  } catch (problem) {
    if (!("code" in problem)) throw problem
    // The strip of truth and the list tell of a silent server already.
  }
}

async function start() {
  const who = await session()
  const serves = hasRole(who, "receptionist", "senior")
  for (const part of document.querySelectorAll("[data-for]")) {
    part.hidden = (part.dataset.for === "desk") !== serves
  }
  document.querySelector("#attention").hidden = !serves
  if (serves) {
    document.querySelector("visit-list").showDay("")
    onChange((options) => void read(options))
    await read()
  }
}
start().catch((problem) => { if (!("code" in problem)) throw problem })
