import { onStatus } from "../live.js"
import { time } from "../dates.js"
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
      for (const name of ["store", "disk", "clock"]) this.#hide(name)
      return
    }
    const kept = status.unsent === 0 ? say("status.none") : count("status.unsent", status.unsent)
    this.#part("line", "wait", kept)
    this.#part("store", status.store === "ok" ? "good" : "stop", say(`status.store.${status.store}`))
    this.#only("disk", status.disk, { low: "alert", very_low: "stop" })
    this.#only("clock", status.clock, { behind: "stop" })
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
