import { get, post, Submission } from "./api.js"
import { day } from "./dates.js"
import { clearErrors, enterGoesOn, fillFields, onSend } from "./form.js"
import { changed } from "./live.js"
import { mask } from "./masks.js"
import { PersonWarnings } from "./person-warnings.js"
import { clone, fill } from "./template.js"
import { newId } from "./uuid.js"
import { say } from "./words.js"

const typed = ["insurer", "number", "valid_from", "valid_to", "territory", "sum", "currency", "latin_name"]
const nameKey = (name) => name.toLowerCase().replaceAll("ё", "е").replace(/[^\p{L}\p{N}]+/gu, " ").trim()

/** The form that issues a policy, corrects one, or issues one instead of another. */
export class PolicyForm {
  #form
  #submission
  #warnings
  #insurers = []
  #programmes = []
  #kind = "dms"
  #correcting = null
  #replacing = null
  #back = null

  /** @param {HTMLFormElement} form @param {string} patient the address of the card */
  constructor(form, patient) {
    this.#form = form
    this.#submission = new Submission(`${patient}/issued-policies`)
    this.#warnings = new PersonWarnings(form)
    this.#warnings.askAnewOnInput()
    for (const name of ["valid_from", "valid_to"]) mask(form.elements[name], "date")
    form.elements.insurer.addEventListener("input", () => this.#offerProgrammes(this.#chosen))
    enterGoesOn(form)
    onSend(form, (values) => this.#send(values), (problem) => this.#warnings.failed(problem))
    form.querySelector("[data-cancel]").addEventListener("click", () => this.close())
  }

  get isOpen() { return this.#form.checkVisibility() }

  /** @param {"dms"|"vzr"} kind @param {object} [old] the policy that the new one comes instead of */
  async issue(kind, old = null) {
    await this.#open(kind, null, old)
    const only = this.#insurers.filter((insurer) => !insurer.closed)
    if (old) this.#fill({ ...old, number: "", own: false })
    else if (only.length === 1) this.#form.elements.insurer.value = only[0].name
    if (!old) this.#offerProgrammes([])
    this.#begin()
  }

  /** @param {object} policy */
  async correct(policy) {
    await this.#open(policy.kind, policy, null)
    this.#fill(policy)
    this.#begin()
  }

  close() {
    this.#form.reset()
    this.#warnings.show([], {})
    this.#form.hidden = true
    clearErrors(this.#form)
    const first = this.#form.parentElement.querySelector(`[data-issue=${this.#kind}]`)
    ;(this.#back?.isConnected ? this.#back : first).focus()
  }

  async #open(kind, correcting, replacing) {
    const here = document.activeElement
    this.#back = this.#form.parentElement.contains(here) ? here : null
    const [insurers, programmes] = await Promise.all([get("/api/v1/insurers"), get("/api/v1/programmes")])
    this.#insurers = insurers.items
    this.#programmes = programmes.items
    this.#kind = kind
    this.#correcting = correcting
    this.#replacing = replacing
    const form = this.#form
    form.reset()
    clearErrors(form)
    this.#warnings.show([], {})
    const what = say(`policies.issue.${kind}`)
    form.querySelector("h2").textContent = correcting
      ? say("policies.correct.title", { number: correcting.number })
      : replacing ? say("policies.replace.title", { number: replacing.number }) : what
    form.querySelector("[data-do]").textContent = say(correcting ? "policies.correct" : "policies.issue")
    form.querySelector("[data-travel]").hidden = kind !== "vzr"
    form.querySelector("[data-dms]").hidden = kind !== "dms"
    form.querySelector("[data-correcting]").hidden = !correcting
    form.querySelector("datalist").replaceChildren(...this.#insurers.filter(({ closed }) => !closed)
      .map(({ name, former_names: former }) =>
        new Option(former.length > 0 ? say("catalogues.formerly", { names: former.join(", ") }) : "", name)))
    form.hidden = false
  }

  #fill(policy) {
    fillFields(this.#form, {
      insurer: policy.insurer_name, number: policy.number, valid_from: day(policy.valid_from),
      valid_to: day(policy.valid_to), territory: policy.territory ?? "", sum: policy.sum_shown ?? "",
      currency: policy.currency ?? "EUR", latin_name: policy.latin_name ?? "",
    })
    this.#form.elements.number.disabled = policy.own
    this.#offerProgrammes(policy.programmes.map(({ id }) => id))
  }

  #begin() {
    if (!this.#correcting) this.#form.elements.number.disabled = false
    const stops = ["insurer", "valid_from"].map((name) => this.#form.elements[name])
    const tick = this.#form.querySelector("[data-programme]")
    const isKnown = stops[0].value !== ""
    ;(isKnown ? tick ?? stops[1] : stops[0]).focus()
  }

  get #chosen() {
    const ticks = this.#form.querySelectorAll("[data-programme]:checked")
    return Array.from(ticks, (tick) => tick.dataset.programme)
  }

  /** The programmes of the company that is typed, by whichever of its names. */
  #offerProgrammes(chosen) {
    const key = nameKey(this.#form.elements.insurer.value)
    const insurer = this.#insurers.find(({ name, former_names: former }) =>
      key !== "" && [name, ...former].some((one) => nameKey(one) === key))
    const mine = this.#programmes.filter((programme) => programme.insurer === insurer?.id
      && (!programme.closed || chosen.includes(programme.id)))
    const ticks = mine.map((programme) => {
      const tick = fill(clone("programme-tick"), { title: programme.title, code: programme.code })
      const box = tick.querySelector("input")
      box.dataset.programme = programme.id
      box.checked = chosen.includes(programme.id)
      return tick
    })
    this.#form.querySelector("[data-programmes]").replaceChildren(...ticks)
    this.#form.querySelector("[data-no-programmes]").hidden = ticks.length > 0
  }

  async #send({ change_reason, ...values }) {
    const { accepted, reason } = this.#warnings
    const policy = Object.fromEntries(typed.map((name) => [name, values[name] ?? ""]))
    Object.assign(policy, { kind: this.#kind, programmes: this.#chosen })
    if (this.#correcting) {
      const { id, version } = this.#correcting
      const body = { version, policy, change_reason, accepted, reason }
      await this.#correct(id, body)
    } else {
      await this.#submission.send({ policy, replaces: this.#replacing?.id ?? null, accepted, reason })
    }
    this.close()
    changed()
  }

  /** The version that it stands on makes a second sending of the same harmless. */
  #correct(id, body) { return post(`/api/v1/issued-policies/${id}/correction`, body, { key: newId() }) }
}
