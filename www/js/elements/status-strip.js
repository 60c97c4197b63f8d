import { onStatus } from "../live.js"
import { time } from "../dates.js"
import { meaningOf } from "../printer-words.js"
import { count, say } from "../words.js"

/** The strip of truth: what is kept where, and whether this computer is well. */
class StatusStrip extends HTMLElement {
  #stop
  #clock = 0

  connectedCallback() {
    this.#stop = onStatus((status, failedSince) => this.#show(status, failedSince))
    this.#tick()
    this.#clock = setInterval(() => this.#tick(), 1000)
  }

  disconnectedCallback() {
    this.#stop()
    clearInterval(this.#clock)
  }

  #tick() {
    const now = time(Date.now())
    const place = this.querySelector("[data-now]")
    if (place.textContent !== now) place.textContent = now
  }

  #show(status, failedSince) {
    if (!status) {
      this.#part("line", "stop", say("status.silent", { time: time(failedSince) }))
      for (const name of ["store", "disk", "clock", "printer", "print"]) this.#hide(name)
      return
    }
    const kept = status.unsent === 0 ? say("status.none") : count("status.unsent", status.unsent)
    this.#part("line", "wait", kept)
    this.#part("store", status.store === "ok" ? "good" : "stop", say(`status.store.${status.store}`))
    this.#only("disk", status.disk, { low: "alert", very_low: "stop" })
    this.#only("clock", status.clock, { behind: "stop" })
    this.#printer(status.printers)
    this.#queue(status)
  }

  /** The one that needs a person most; where there is but one printer, nobody asks which. */
  #printer(all) {
    const ranks = ["stop", "alert", "good"]
    const known = all.filter(({ condition }) => condition !== "absent")
    const shown = known.filter((printer) => ranks.includes(meaningOf(printer)))
      .toSorted((a, b) => ranks.indexOf(meaningOf(a)) - ranks.indexOf(meaningOf(b)))[0]
    if (!shown) return this.#hide("printer")
    const isOnly = known.length === 1 || meaningOf(shown) === "good"
    this.#part("printer", meaningOf(shown), isOnly ? shown.text : say("status.printer", shown))
  }

  /** A paper that nobody knows of goes before those that only wait. */
  #queue({ print_questions: questions, print_waiting: waiting }) {
    if (questions > 0) this.#part("print", "alert", say("status.print.questions", { n: questions }))
    else if (waiting > 0) this.#part("print", "wait", say("status.print.waiting", { n: waiting }))
    else this.#hide("print")
  }

  /** A part that is silent while all is well. */
  #only(name, state, meanings) {
    if (state in meanings) this.#part(name, meanings[state], say(`status.${name}.${state}`))
    else this.#hide(name)
  }

  #hide(name) { this.querySelector(`[data-part=${name}]`).hidden = true }

  #part(name, meaning, text) {
    const part = this.querySelector(`[data-part=${name}]`)
    part.hidden = false
    part.dataset.meaning = meaning
    part.querySelector("use").setAttribute("href", `#i-${meaning}`)
    const place = part.querySelector("[data-says]")
    if (place.textContent !== text) place.textContent = text
  }
}
customElements.define("status-strip", StatusStrip)
