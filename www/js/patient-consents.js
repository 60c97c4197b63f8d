import { get, submissionTo } from "./api.js"
import { moment } from "./dates.js"
import { ListView } from "./list-view.js"
import { changed } from "./live.js"
import { MailProfile } from "./mail-profile.js"
import { clone, fill, setIcon } from "./template.js"
import { say } from "./words.js"

const icons = { offered: "wait", given: "done", refused: "cancelled", withdrawn: "left", none: "wait" }

/** What the person has agreed to, purpose by purpose; each is offered by itself. */
export class PatientConsents {
  #root
  #path
  #view
  #mail
  #stopped = []
  #signatures = new Map()

  /** @param {HTMLElement} root @param {string} patient the address of the card */
  constructor(root, patient) {
    this.#root = root
    this.#mail = new MailProfile(root.querySelector("[data-mail]"))
    this.#path = `${patient}/consents`
    this.#view = new ListView(root, (options) => get(this.#path, options), (read) => this.#show(read))
  }

  /** @param {{background?: boolean}} [options] */
  load(options) { return this.#view.load(options) }

  #show({ items, texts, mail_profile: mail, stopped, signatures }) {
    const isMailing = items.find((one) => one.purpose === "emailing")?.state === "given"
    this.#mail.show(mail, isMailing && !stopped.includes("emailing"))
    this.#stopped = stopped
    this.#signatures = new Map(signatures.map((one) => [one.consent, one.name]))
    const list = this.#root.querySelector("ul")
    const had = list.contains(document.activeElement) ? document.activeElement : null
    list.replaceChildren(...texts.map((text) =>
      this.#row(text, items.find((one) => one.purpose === text.purpose))))
    if (had) {
      const row = list.querySelector(`[data-purpose=${had.closest("li").dataset.purpose}]`)
      const same = row?.querySelector(`${had.localName}:not([hidden])`)
      const other = row?.querySelector("a:not([hidden]), button:not([hidden])")
      ;(same ?? other)?.focus()
    }
    return texts.length
  }

  #row(text, consent) {
    const hasText = text.edition > 0
    const state = consent?.state ?? "none"
    const at = consent?.withdrawn_at ?? consent?.decided_at ?? consent?.offered_at
    const row = fill(clone("consent-row"), {
      purpose: say(`consent.purpose.${text.purpose}`),
      about: at ? this.#about(consent, at) : null,
      from: consent?.from_card ? say("merge.from", { n: consent.from_card }) : null,
      state: say(`consent.state.${hasText || consent ? state : "no_text"}`),
      sheet: consent ? say("consent.sheet", { n: consent.number }) : null,
    })
    row.dataset.purpose = text.purpose
    const mark = row.querySelector(".state")
    mark.dataset.state = { given: "done", refused: "cancelled", withdrawn: "cancelled" }[state] ?? state
    setIcon(mark, icons[state])
    if (consent) row.querySelector("a").href = `/consent?id=${consent.id}`
    const offer = row.querySelector("[data-offer]")
    offer.hidden = !hasText || state === "offered" || state === "given"
    offer.addEventListener("click", () => void this.#offer(text.purpose))
    return row
  }

  /** When, by whom when not by the person, and whether it still counts. */
  #about(consent, at) {
    const signer = this.#signatures.get(consent.id)
    const isStopped = consent.state === "given" && this.#stopped.includes(consent.purpose)
    return [
      moment(at), signer && say("consent.signed_by", { who: signer }), isStopped && say("death.stopped"),
    ].filter(Boolean).join(" · ")
  }

  /** Makes the sheet and goes to it: what follows is printing. */
  async #offer(purpose) {
    const place = this.#root.querySelector("[data-problem]")
    place.hidden = true
    try {
      const consent = await submissionTo(this.#path).send({ purpose })
      location.assign(`/consent?id=${consent.id}`)
    } catch (problem) {
      if (!("code" in problem)) throw problem
      if (problem.isTold) return
      place.textContent = problem.message
      place.hidden = false
      changed()
    }
  }
}
