import "./parked-operators.js"
import { lastHeardAt, post } from "../api.js"
import { clearErrors, onSend, showProblem } from "../form.js"
import { watchIdle } from "../idle.js"
import { onKey } from "../keys.js"
import {
  firstSession, hearTabs, markLocked, readSessionAgain, session, settle, takeSession, tellTabs,
} from "../session.js"
import { say } from "../words.js"

const warnSeconds = 30
// Reading a card moves only the mouse; the server must hear of it before it locks by itself.
const tellServerSeconds = 45
const lockAgainMilliseconds = 2_000

/** Hides the desk while nobody is at it; a PIN or password brings it back exactly as it was. */
class LockScreen extends HTMLElement {
  #dialog
  #idle
  #title = ""
  #hasPin = false
  #why = null

  connectedCallback() {
    this.#dialog = this.querySelector("dialog")
    this.#dialog.addEventListener("cancel", (event) => event.preventDefault())
    this.#bindForm()
    document.addEventListener("desk:locked", () => this.#cover())
    document.addEventListener("desk:lock", ({ detail }) => void this.#lock("unlock", detail))
    document.addEventListener("desk:switch", () => void this.#lock("switch"))
    this.addEventListener("desk:switched", () => {
      tellTabs("switched")
      location.assign("/desk")
    })
    for (const button of this.querySelectorAll("[data-pane-open]")) {
      button.addEventListener("click", () => void this.#pane(button.dataset.paneOpen))
    }
    onKey("Ctrl+Shift+KeyL", () => void this.#lock("unlock"), { dialog: true })
    hearTabs((what) => void this.#hear(what))
    void this.#start()
  }

  async #start() {
    try {
      const who = await firstSession()
      this.#idle = watchIdle({
        afterSeconds: who.lock_after_seconds, warnSeconds,
        warn: (left) => this.#warn(left), idle: () => void this.#lock("unlock"),
      })
      addEventListener("pointermove", () => this.#tellServer(), { passive: true })
      if (who.locked) this.#cover()
    } catch (problem) {
      if (!("code" in problem)) throw problem
    }
  }

  #tellServer() {
    const isDue = Date.now() - lastHeardAt() > tellServerSeconds * 1000
    if (isDue && !this.#dialog.open) void readSessionAgain().catch(() => {})
  }

  async #hear(what) {
    if (what === "locked") this.#cover()
    if (what === "unlocked" && this.#dialog.open && !(await readSessionAgain()).locked) this.#uncover()
  }

  #warn(left) {
    const place = document.querySelector("[data-idle]")
    place.hidden = left === null
    place.querySelector("[data-seconds]").textContent = left === null ? "" : say("lock.warning", { n: left })
    const spoken = place.querySelector("[role=status]")
    if (left === null) spoken.textContent = ""
    else if (!spoken.textContent) spoken.textContent = say("lock.warning", { n: left })
  }

  /** @param {"unlock"|"switch"} pane @param {string|null} [why] what to say beside, when something failed */
  async #lock(pane, why = null) {
    if (why) this.#why = why
    if (this.#dialog.open) return why ? this.#pane(pane) : undefined
    this.#cover(pane)
    tellTabs("locked")
    // What is half typed goes to the server first: afterwards it answers 423.
    await settle()
    await this.#tellLocked()
    if (pane === "switch") await this.#pane("switch")
  }

  /** Until the server knows, loading the page again would show the desk without a PIN: it is told again. */
  async #tellLocked() {
    try {
      await post("/api/v1/session/lock", {})
    } catch (problem) {
      if (!("code" in problem)) throw problem
      if (problem.isTold) return
      setTimeout(() => { if (this.#dialog.open) void this.#tellLocked() }, lockAgainMilliseconds)
    }
  }

  #cover(pane = "unlock") {
    if (this.#dialog.open) return
    markLocked()
    for (const open of document.querySelectorAll(":popover-open")) open.hidePopover()
    this.#idle?.stop()
    this.#title = document.title
    document.title = this.dataset.title
    document.documentElement.dataset.locked = "true"
    document.dispatchEvent(new CustomEvent("desk:covered"))
    this.#dialog.showModal()
    if (pane === "unlock") void this.#pane("unlock")
  }

  #uncover() {
    delete document.documentElement.dataset.locked
    document.title = this.#title
    this.#dialog.close()
    this.#why = null
    this.#idle?.restart()
    document.dispatchEvent(new CustomEvent("desk:unlocked"))
  }

  async #pane(name) {
    for (const pane of this.querySelectorAll("[data-pane]")) pane.hidden = pane.dataset.pane !== name
    try {
      const who = await session()
      for (const place of this.querySelectorAll("[data-operator]")) place.textContent = who.operator.name
      this.#hasPin = who.operator.has_pin
      if (name === "switch") await this.querySelector("parked-operators").load(who.id)
      else this.#ask(name === "unlock" && who.operator.has_pin ? "pin" : "password")
    } catch (problem) {
      if (!("code" in problem)) throw problem
    }
  }

  #ask(what) {
    const form = this.querySelector("[data-unlock]")
    form.reset()
    clearErrors(form)
    this.querySelector("[data-pane=unlock]").hidden = false
    for (const part of form.querySelectorAll("[data-ask]")) part.hidden = part.dataset.ask !== what
    if (!this.#hasPin) form.querySelector("[data-pane-open=unlock]").hidden = true
    for (const input of form.querySelectorAll("input")) input.disabled = input.name !== what
    if (this.#why) showProblem(form, { fields: [], message: this.#why })
    form.elements[what].focus()
  }

  #bindForm() {
    const form = this.querySelector("[data-unlock]")
    this.querySelector("[data-with-password]").addEventListener("click", () => this.#ask("password"))
    onSend(form, async ({ pin, password }) => {
      const isPin = !form.elements.pin.disabled
      takeSession(await post("/api/v1/session/unlock", isPin ? { pin } : { password }))
      form.reset()
      tellTabs("unlocked")
      this.#uncover()
    }, (problem) => {
      const input = form.querySelector("input:enabled")
      input.value = ""
      showProblem(form, problem)
      input.focus()
    })
  }
}
customElements.define("lock-screen", LockScreen)
