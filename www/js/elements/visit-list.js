import { get } from "../api.js"
import { day, minutesSince, time } from "../dates.js"
import { ListView } from "../list-view.js"
import { isTyping, onKey } from "../keys.js"
import { onChange, onStatus } from "../live.js"
import { rovingRows } from "../rows.js"
import { unlessScanned } from "../scanner.js"
import { fullName } from "../search.js"
import { clone, fill, setIcon } from "../template.js"
import { stepsOf, takeStep } from "../visit-steps.js"
import { endingOf, lateOf } from "../visit-words.js"
import { count, say } from "../words.js"

const open = (visit) => visit.state === "arrived" || visit.state === "in_service"
const orders = {
  // Who waits longest comes first; what is over sinks, newest on top.
  next: (a, b) => open(b) - open(a) || (open(a) ? a.arrived_at - b.arrived_at : b.ended_at - a.ended_at),
  number: (a, b) => b.number - a.number,
}

/** The visits of a day, each with its next steps one key away. */
class VisitList extends HTMLElement {
  #visits = new Map()
  #rows
  #view
  #current = null
  #stops = []
  #day = ""
  #isOn = false

  connectedCallback() {
    const body = this.querySelector("tbody")
    this.#rows = rovingRows(body, (row) => this.#choose(row))
    this.#view = new ListView(this, (options) => this.#read(options), (answer) => this.#draw(answer))
    this.#stops.push(onChange((options) => { if (this.#isOn) void this.#view.load(options) }))
    this.#stops.push(onStatus(() => this.#tick()))
    for (const button of this.querySelectorAll("[data-step]")) {
      button.addEventListener("click", () => this.#step(button.dataset.step))
    }
    for (const n of [1, 2, 3]) onKey(`Digit${n}`, (event) => this.#digit(event, n))
    document.addEventListener("desk:enter-list", () => this.#rows.enter())
  }

  disconnectedCallback() { for (const stop of this.#stops) stop() }

  /** Shows a day; "" is today. @param {string} iso */
  showDay(iso) {
    this.#isOn = true
    this.#day = iso
    return this.#view.load()
  }

  #read(options) { return get(`/api/v1/visits${this.#day ? `?day=${this.#day}` : ""}`, options) }

  #draw(answer) {
    const body = this.querySelector("tbody")
    const hadFocus = body.contains(document.activeElement)
    const items = answer.items.toSorted(orders[this.dataset.order ?? "next"])
    this.#visits = new Map(items.map((visit) => [visit.id, visit]))
    body.replaceChildren(...items.map((visit) => this.#row(visit)))
    this.#rows.keep(this.#current, hadFocus)
    this.dispatchEvent(new CustomEvent("desk:visits", { detail: answer, bubbles: true }))
    return items.length
  }

  #row(visit) {
    const row = clone("visit-row")
    row.dataset.row = visit.id
    row.dataset.state = visit.state
    fill(row, {
      time: time(visit.arrived_at),
      number: String(visit.number),
      name: visit.patient ? fullName(visit.patient) : null,
      nobody: visit.patient ? null : say("visit.nobody"),
      born: visit.patient ? day(visit.patient.birth_date) : null,
      reason: visit.reason,
      destination: say(`visit.destination.${visit.destination}`),
      place: visit.place,
      state: say(`visit.state.${visit.state}`),
      brought: visit.brought_by && say("family.with", { who: visit.brought_by }),
      ending: endingOf(visit), late: lateOf(visit),
      wait: waitOf(visit),
    })
    const link = row.querySelector("a")
    if (visit.patient) {
      link.href = `/patient?id=${visit.patient.id}`
      row.querySelector("[data-text=nobody]").removeAttribute("data-anchor")
    } else link.remove()
    setIcon(row.querySelector(".state"), visit.state)
    return row
  }

  /** Minutes pass without a new reading. */
  #tick() {
    for (const row of this.querySelectorAll("[data-row]")) {
      fill(row, { wait: waitOf(this.#visits.get(row.dataset.row)) })
    }
  }

  #choose(row) {
    this.#current = row?.dataset.row ?? null
    const steps = stepsOf(this.#visits.get(this.#current)?.state)
    for (const button of this.querySelectorAll("[data-step]")) {
      button.hidden = !steps.includes(button.dataset.step)
    }
    const hint = this.querySelector("[data-hint]")
    if (hint) hint.hidden = row !== null
    this.#say("")
  }

  #digit(event, n) {
    const step = stepsOf(this.#visits.get(this.#current)?.state)[n - 1]
    const isHere = this.contains(event.target) && !isTyping(event.target)
    if (!isHere || !step) return false
    const visit = this.#visits.get(this.#current)
    unlessScanned(() => this.#step(step, visit))
  }

  #step(step, visit = this.#visits.get(this.#current)) {
    if (visit) void takeStep(visit, step, (problem) => this.#say(problem.message))
  }

  #say(text) {
    const place = this.querySelector("[data-problem]")
    place.textContent = text
    place.hidden = text === ""
  }
}

function waitOf(visit) {
  if (visit?.state !== "arrived") return null
  const minutes = minutesSince(visit.arrived_at)
  if (minutes < 60) return count("visit.wait", minutes)
  return say("visit.wait_hours", { h: Math.floor(minutes / 60), m: minutes % 60 })
}
customElements.define("visit-list", VisitList)
