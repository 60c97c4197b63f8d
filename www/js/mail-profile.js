import { submissionTo } from "./api.js"
import { asking } from "./asking.js"
import { day } from "./dates.js"
import { onKey } from "./keys.js"
import { changed } from "./live.js"
import { fill, setIcon } from "./template.js"
import { say } from "./words.js"

const marks = {
  paper_printed: "arrived", paper_received: "arrived", confirmed: "done", rejected: "cancelled",
}

/** How far the profile for copies by e-mail has come, and what is done next. */
export class MailProfile {
  #root
  #askToReject = asking(
    document.querySelector("#mail-reject"), ({ reason }) => this.#take("rejection", { reason }))
  #profile = null

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root
    for (const button of root.querySelectorAll("[data-mail-step]")) {
      button.addEventListener("click", () => this.#press(button.dataset.mailStep))
    }
    for (const [key, step] of [["Y", "confirmation"], ["N", "rejection"], ["G", "receipt"]]) {
      onKey(`Alt+Key${key}`, () => this.#key(step))
    }
  }

  /** @param {object|null} profile @param {boolean} isGiven the consent; one from before profiles has none */
  show(profile, isGiven) {
    const had = this.#root.contains(document.activeElement)
    this.#profile = profile
    this.#root.hidden = profile === null && !isGiven
    if (profile) this.#showProfile(profile)
    else if (isGiven) this.#showMissing()
    const isLost = had && !document.activeElement.checkVisibility()
    if (isLost && !this.#root.hidden) this.#root.querySelector("h2").focus()
  }

  #showMissing() {
    const state = say("mail.state.missing")
    fill(this.#root, { state, lacks: null, confirm: false, reject: false, receive: false })
    this.#mark("alert")
  }

  #showProfile(profile) {
    const { state, due, overdue, outdated, email, reason, lacks } = profile
    const told = outdated ? "outdated" : overdue ? "overdue" : state
    const canConfirm = state === "paper_received" || outdated
    fill(this.#root, {
      state: say(`mail.state.${told}`, { day: day(due), email: email ?? "", why: reason ?? "" }),
      lacks: canConfirm ? lacks.map((lack) => say(`mail.lacks.${lack}`)).join(". ") : null,
      confirm: canConfirm, reject: canConfirm, receive: state === "rejected",
    })
    this.#mark(overdue || outdated ? "alert" : marks[state])
  }

  #mark(shape) {
    const mark = this.#root.querySelector(".state")
    mark.dataset.state = shape === "alert" ? "locked" : shape
    setIcon(mark, shape)
  }

  #key(step) {
    const button = this.#root.querySelector(`[data-mail-step=${step}]`)
    if (!button.checkVisibility()) return false
    button.click()
    return true
  }

  #press(step) {
    if (step === "rejection") this.#askToReject()
    else void this.#take(step, {}).catch((problem) => this.#tell(problem))
  }

  async #take(step, body) {
    fill(this.#root, { problem: null })
    const { id, version } = this.#profile
    try {
      await submissionTo(`/api/v1/mail-profiles/${id}/${step}`).send({ version, ...body })
    } finally {
      // Also after a refusal: somebody else was first, and the card must show it.
      changed()
    }
  }

  #tell(problem) {
    if (!("code" in problem)) throw problem
    if (!problem.isTold) fill(this.#root, { problem: problem.message })
  }
}
