import { remove } from "../api.js"
import { onKey } from "../keys.js"
import { firstSession, settle, tellTabs } from "../session.js"
import { say } from "../words.js"

const patienceMilliseconds = 5_000

/** The operator's name, and what they do with their own session. */
class OperatorMenu extends HTMLElement {
  #menu

  connectedCallback() {
    this.#menu = this.querySelector("[popover]")
    this.addEventListener("click", (event) => this.#click(event))
    this.addEventListener("keydown", (event) => this.#key(event))
    onKey("Alt+Digit0", () => this.#enter(0))
    void this.#show()
  }

  async #show() {
    try {
      const who = await firstSession()
      this.querySelector("[data-operator]").textContent = who.operator.name
    } catch (problem) {
      if (!("code" in problem)) throw problem
    }
  }

  #enter(at) {
    if (!this.#menu.matches(":popover-open")) this.#menu.showPopover()
    Array.from(this.#menu.querySelectorAll("button")).at(at).focus()
  }

  /** ↓ and ↑ come in from the button and go round inside. */
  #key(event) {
    if (event.ctrlKey || event.altKey || event.shiftKey || event.metaKey) return
    const items = Array.from(this.#menu.querySelectorAll("button"))
    const at = items.indexOf(event.target)
    const to = {
      ArrowDown: (at + 1) % items.length, ArrowUp: at < 0 ? -1 : at - 1,
      Home: at < 0 ? undefined : 0, End: at < 0 ? undefined : -1,
    }[event.code]
    if (to === undefined) return
    event.preventDefault()
    this.#enter(to)
  }

  #click(event) {
    const doing = event.target.closest("[data-do]")?.dataset.do
    if (!doing) return
    this.#menu.hidePopover()
    if (doing === "lock" || doing === "switch") document.dispatchEvent(new CustomEvent(`desk:${doing}`))
    else void this.#leave(doing === "everywhere" ? "/api/v1/sessions" : "/api/v1/session")
  }

  async #leave(what) {
    await settle()
    try {
      await remove(what, { signal: AbortSignal.timeout(patienceMilliseconds) })
    } catch (problem) {
      if (!("code" in problem)) throw problem
      if (problem.code !== "signed_out") {
        // Whoever leaves does not look back: the screen closes, and says why they are still signed in.
        const detail = say("lock.still_in", { why: problem.message })
        document.dispatchEvent(new CustomEvent("desk:lock", { detail }))
        return
      }
    }
    sessionStorage.clear()
    tellTabs("signed-out")
    location.assign("/sign-in")
  }
}
customElements.define("operator-menu", OperatorMenu)
