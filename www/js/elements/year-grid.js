import { shiftDay } from "../dates.js"
import { clone } from "../template.js"
import { say } from "../words.js"

const language = document.documentElement.lang
const format = (options) => new Intl.DateTimeFormat(language, { timeZone: "UTC", ...options })
const [monthName, weekday] = [format({ month: "long" }), format({ weekday: "short" })]
const wholeDay = format({ day: "numeric", month: "long", year: "numeric" })
const noon = (iso) => new Date(`${iso}T12:00:00Z`)
/** Monday is 0. */
const weekdayOf = (iso) => (noon(iso).getUTCDay() + 6) % 7
const aMonday = "2024-01-01"

/** A year of days: arrows go over them, Space and Enter press one and fire "desk:day". */
class YearGrid extends HTMLElement {
  #current = ""

  connectedCallback() {
    this.addEventListener("click", this)
    this.addEventListener("keydown", this)
  }

  disconnectedCallback() {
    this.removeEventListener("click", this)
    this.removeEventListener("keydown", this)
  }

  /**
   * Draws a year; the day that had the focus keeps it.
   * @param {number} year
   * @param {(iso: string) => {off: boolean, what: string, note: string|null}} look
   * @param {string} start the day to begin with, when it is of this year
   */
  show(year, look, start) {
    const had = this.contains(document.activeElement)
    if (!this.#current.startsWith(`${year}-`)) {
      this.#current = start.startsWith(`${year}-`) ? start : `${year}-01-01`
    }
    const months = Array.from({ length: 12 }, (_, index) => this.#month(year, index + 1, look))
    this.replaceChildren(...months)
    this.#mark(this.#current, had)
  }

  /** Puts the cursor on the current day. */
  enter() { this.#mark(this.#current, true) }

  handleEvent(event) {
    const day = event.target.closest("[data-day]")?.dataset.day
    if (!day) return
    if (event.type === "click") {
      this.#mark(day, true)
      this.dispatchEvent(new CustomEvent("desk:day", { detail: day }))
      return
    }
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const to = this.#target(day, event.code)
    if (!to) return
    event.preventDefault()
    if (to.startsWith(day.slice(0, 5))) this.#mark(to, true)
  }

  #target(day, code) {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[code]
    if (step) return shiftDay(day, step)
    const first = `${day.slice(0, 8)}01`
    const next = `${shiftDay(first, 31).slice(0, 8)}01`
    return {
      Home: first, End: shiftDay(next, -1), PageDown: next, PageUp: `${shiftDay(first, -1).slice(0, 8)}01`,
    }[code]
  }

  #mark(day, focus) {
    this.#current = day
    for (const other of this.querySelectorAll("[data-day][tabindex='0']")) other.tabIndex = -1
    const button = this.querySelector(`[data-day="${day}"]`)
    button.tabIndex = 0
    if (focus) button.focus()
  }

  #month(year, number, look) {
    const first = `${year}-${String(number).padStart(2, "0")}-01`
    const month = clone("month")
    month.querySelector("caption").textContent = monthName.format(noon(first))
    month.querySelectorAll("th").forEach((head, index) => {
      head.textContent = weekday.format(noon(shiftDay(aMonday, index)))
    })
    const body = month.querySelector("tbody")
    let row = null
    for (let day = first; day.startsWith(first.slice(0, 8)); day = shiftDay(day, 1)) {
      const at = weekdayOf(day)
      if (!row || at === 0) row = body.appendChild(document.createElement("tr"))
      if (day === first && at > 0) row.appendChild(document.createElement("td")).colSpan = at
      const cell = clone("day-cell")
      const button = cell.querySelector("button")
      const { off, what, note } = look(day)
      button.dataset.day = day
      button.dataset.what = what
      button.textContent = String(Number(day.slice(8)))
      button.setAttribute("aria-pressed", String(off))
      const said = [wholeDay.format(noon(day)), say(`calendar.day.${off ? "off" : "work"}`)]
      if (what === "holiday" || what === "moved") said.push(say(`calendar.day.${what}`))
      button.setAttribute("aria-label", [...said, note].filter(Boolean).join(", "))
      row.append(cell)
    }
    return month
  }
}
customElements.define("year-grid", YearGrid)
