import { get, post } from "../api.js"
import { recent } from "../dates.js"
import { clearErrors, onSend, showProblem } from "../form.js"
import { clone, fill } from "../template.js"
import { say } from "../words.js"

/**
 * Operators whose sessions wait on this browser; each comes back by PIN. Fires "desk:switched" with
 * the session.
 */
class ParkedOperators extends HTMLElement {
  #chosen = ""

  connectedCallback() {
    const form = this.querySelector("form")
    onSend(form, async ({ pin }) => {
      const body = { session: this.#chosen, pin }
      const open = this.hasAttribute("data-signed-out")
      const detail = await post("/api/v1/session/switch", body, { open })
      this.dispatchEvent(new CustomEvent("desk:switched", { detail, bubbles: true }))
    }, (problem) => {
      form.elements.pin.value = ""
      showProblem(form, problem)
      form.elements.pin.focus()
    })
    this.querySelector("[data-back]").addEventListener("click", () => this.#choose(null))
  }

  /** Reads who is parked, without the one who is here. @param {string} [here] */
  async load(here = "") {
    const { parked } = await get("/api/v1/screen", { open: true })
    const others = parked.filter((one) => one.session !== here)
    this.querySelector("[data-list]").replaceChildren(...others.map((one) => this.#row(one)))
    this.#choose(null)
    this.hidden = others.length === 0
    return others.length
  }

  #row(one) {
    const row = clone("parked-row")
    fill(row, { name: one.operator_name, since: say("parked.since", { time: recent(one.locked_at) }) })
    row.querySelector("button").addEventListener("click", () => this.#choose(one))
    return row
  }

  #choose(one) {
    const form = this.querySelector("form")
    this.#chosen = one?.session ?? ""
    form.hidden = one === null
    this.querySelector("[data-list]").hidden = one !== null
    form.reset()
    clearErrors(form)
    if (!one) return
    fill(form, { name: one.operator_name })
    form.elements.pin.focus()
  }
}
customElements.define("parked-operators", ParkedOperators)
