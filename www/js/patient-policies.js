import { get, Submission, submissionTo } from "./api.js"
import { asking } from "./asking.js"
import { day, dayOf, isoDay, moment } from "./dates.js"
import { clearErrors, enterGoesOn, onSend } from "./form.js"
import { ListView } from "./list-view.js"
import { changed } from "./live.js"
import { PolicyForm } from "./policy-form.js"
import { clone, fill, setIcon } from "./template.js"
import { say } from "./words.js"

const marks = { active: "done", pending: "wait", shown: "wait" }

/** The person's policies: issued here, found by number, shown at the desk. */
export class PatientPolicies {
  #root
  #view
  #form
  #link
  #linking
  #read = { items: [], shown: [] }
  #askToRevoke = asking(document.querySelector("#revoke"), async ({ class: why, note }, policy) => {
    const body = { version: policy.version, class: why, note }
    await submissionTo(`/api/v1/issued-policies/${policy.id}/revocation`).send(body)
    changed()
  })

  /** @param {HTMLElement} root @param {string} patient the address of the card */
  constructor(root, patient) {
    this.#root = root
    this.#view = new ListView(root, (options) => get(`${patient}/issued-policies`, options), (read) => {
      this.#read = read
      return this.#show()
    })
    this.#form = new PolicyForm(root.querySelector("#issue-form"), patient)
    this.#link = root.querySelector("#link-form")
    this.#linking = new Submission(`${patient}/policy-links`)
    enterGoesOn(this.#link)
    onSend(this.#link, async ({ number }) => {
      await this.#linking.send({ number })
      this.cancel()
      root.querySelector("[data-linked]").hidden = false
      changed()
    })
    this.#link.querySelector("[data-cancel]").addEventListener("click", () => this.cancel())
    root.querySelector("[data-filter]").addEventListener("change", () => this.#show())
    for (const button of root.querySelectorAll("[data-issue]")) {
      button.addEventListener("click", () => void this.issue(button.dataset.issue))
    }
    root.querySelector("[data-link]").addEventListener("click", () => void this.link())
  }

  /** @param {{background?: boolean}} [options] */
  load(options) { return this.#view.load(options) }

  /** @param {"dms"|"vzr"} kind */
  async issue(kind) {
    await this.#ready()
    await this.#form.issue(kind)
  }

  async link() {
    await this.#ready()
    this.#link.hidden = false
    this.#link.elements.number.focus()
  }

  /** Puts the form that is open aside; false when none is to be seen. */
  cancel() {
    if (this.#root.hidden) return false
    if (this.#form.isOpen) {
      this.#form.close()
      return true
    }
    if (!this.#link.checkVisibility()) return false
    this.#link.reset()
    this.#link.hidden = true
    clearErrors(this.#link)
    this.#root.querySelector("[data-link]").focus()
    return true
  }

  async #ready() {
    if (this.#root.querySelector("[data-body]").hidden) await this.load()
    this.#link.hidden = true
    this.#root.querySelector("[data-linked]").hidden = true
  }

  #show() {
    const { items, shown } = this.#read
    const today = isoDay(dayOf(Date.now()))
    const all = [
      ...items.map((policy) => ({ isCurrent: policy.current, row: () => this.#row(policy) })),
      ...shown.map((paper) => {
        const isOver = paper.valid_to !== null && paper.valid_to < today
        return { isCurrent: !isOver, row: () => this.#shownRow(paper, isOver) }
      }),
    ]
    const filter = this.#root.querySelector("[data-filter] :checked").value
    const seen = all.filter(({ isCurrent }) => filter === "all" || isCurrent === (filter === "current"))
    const list = this.#root.querySelector("[data-list]")
    const focused = list.querySelector(":focus")
    const [id, which] = [focused?.closest("li").dataset.policy, focused && Object.keys(focused.dataset)[0]]
    list.replaceChildren(...seen.map(({ row }) => row()))
    if (id) {
      const again = list.querySelector(`[data-policy="${id}"] [data-${which}]:not([hidden])`)
      ;(again ?? this.#root.querySelector("[data-issue]")).focus()
    }
    this.#root.querySelector("[data-none]").hidden = all.length > 0
    this.#root.querySelector("[data-none-such]").hidden = all.length === 0 || seen.length > 0
    return 1
  }

  #row(policy) {
    const travel = policy.territory
      && `${policy.territory} · ${policy.sum_shown} ${policy.currency} · ${policy.latin_name}`
    const row = this.#fill(policy, policy.status, policy.current, {
      kind: say(`paper.kind.${policy.kind}`), number: policy.number, insurer: policy.insurer_name,
      period: say("policies.period", { from: day(policy.valid_from), to: day(policy.valid_to) }),
      travel, told: this.#told(policy).join(" "),
    })
    row.querySelector("[data-programmes]").replaceChildren(...policy.programmes.map((programme) =>
      fill(clone("policy-programme"), {
        title: programme.title,
        code: `${programme.code} · ${say("catalogues.version", { n: programme.version })}`,
      })))
    const isStanding = !["revoked", "replaced"].includes(policy.status)
    const what = `${say(`paper.kind.${policy.kind}`)} № ${policy.number}`
    const acts = {
      correct: [isStanding, () => this.#change(() => this.#form.correct(policy))],
      replace: [policy.status !== "replaced",
        () => this.#change(() => this.#form.issue(policy.kind, policy))],
      revoke: [isStanding, () => this.#askToRevoke({ what }, policy)],
    }
    for (const [name, [may, act]] of Object.entries(acts)) {
      const button = row.querySelector(`[data-${name}]`)
      button.hidden = !may || policy.linked
      button.addEventListener("click", act)
    }
    return row
  }

  async #change(open) {
    await this.#ready()
    await open()
  }

  #told(policy) {
    const { issued_at: at, issued_by_name: name } = policy
    const why = policy.revoked_for && [say(`policies.revoke.${policy.revoked_for}`), policy.revoked_note]
    return [
      say("policies.issued", { time: moment(at), name }),
      policy.replaces_number && say("policies.instead", { number: policy.replaces_number }),
      policy.change_reason && say("policies.corrected", {
        time: moment(policy.changed_at), name: policy.changed_by_name, why: policy.change_reason }),
      why && say("policies.revoked", {
        time: moment(policy.revoked_at), why: why.filter(Boolean).join(" – ") }),
      policy.replaced_by_number && say("policies.replaced", { number: policy.replaced_by_number }),
      policy.linked && say("policies.linked"),
    ].filter(Boolean)
  }

  /** What was shown is recorded; a paper of ОМС is never issued here. */
  #shownRow(paper, isOver) {
    const row = this.#fill(paper, isOver ? "expired" : "shown", !isOver, {
      kind: say(`paper.kind.${paper.kind}`), number: paper.shown, insurer: paper.insurer, travel: null,
      period: paper.valid_to ? say("policies.until", { day: day(paper.valid_to) }) : null,
      told: paper.kind === "oms" ? say("policies.oms") : null,
    })
    row.querySelector("[data-living]").remove()
    return row
  }

  #fill(one, status, isCurrent, texts) {
    const row = fill(clone("policy-row"), {
      ...texts, state: say(`policies.status.${status}`),
      from: one.from_card ? say("merge.from", { n: one.from_card }) : null,
    })
    row.dataset.policy = one.id
    row.toggleAttribute("data-current", isCurrent)
    const mark = row.querySelector(".state")
    mark.dataset.state = { done: "done", wait: "none" }[marks[status]] ?? "cancelled"
    setIcon(mark, marks[status] ?? "cancelled")
    return row
  }
}
