import { get, ifPossible, submissionTo } from "./api.js"
import { asking } from "./asking.js"
import { moment } from "./dates.js"
import { showProblem } from "./form.js"
import { changed } from "./live.js"
import { personFields, personText } from "./person-text.js"
import { fullName } from "./search.js"
import { clone, fill } from "./template.js"
import { say } from "./words.js"

/** What the card tells of merges: the one it lives on in, and those that live on in it; and parting them. */
export class PatientMerges {
  #root
  #path
  #into = null
  #parting = null
  #isFirst = true
  #dialog = document.querySelector("#part")
  #ask = asking(this.#dialog, ({ reason }) => this.#send(reason), (problem) => void this.#failed(problem))

  /** @param {HTMLElement} root @param {string} patient the address of the card */
  constructor(root, patient) {
    this.#root = root
    this.#path = `${patient}/merges`
    root.querySelector("[data-part]").addEventListener("click", () => void this.part())
  }

  /** True when the card lives on in another one: nothing new is written here. */
  get isMerged() { return this.#into !== null }

  /** @param {{background?: boolean}} options */
  read(options) { return get(this.#path, options) }

  /** @param {{into: object|null, others: object[]}} merges */
  show({ into, others }) {
    const isNew = into !== null && this.#into === null
    // The frame's own field has the cursor while a page begins.
    const free = this.#isFirst ? "body, #find:placeholder-shown" : "body"
    this.#isFirst = false
    this.#into = into
    const note = this.#root.querySelector("[data-into]")
    note.hidden = !into
    if (into) {
      const { card_number: n, id } = into.kept
      const told = say("merge.into", { time: moment(into.merged_at), n, why: into.reason })
      fill(note, { into: told, go: say("merge.go", { n }) })
      note.querySelector("a").href = `/patient?id=${id}`
      // It is seen a moment later: then it can take the focus, unless the hand is somewhere else.
      if (isNew) queueMicrotask(() => {
        if (document.activeElement?.matches(free)) note.querySelector("a").focus()
      })
    }
    this.#root.querySelector("[data-others]").replaceChildren(...others.map(({ merged }) => {
      const name = fullName(merged)
      const row = fill(clone("gathered"), { told: say("merge.gathered", { n: merged.card_number, name }) })
      row.querySelector("a").href = `/patient?id=${merged.id}`
      return row
    }))
  }

  /** Says what parting would do, and asks why. */
  async part() {
    if (!this.#into) return
    const note = this.#root.querySelector("[data-into]")
    try {
      await this.#tell()
    } catch (problem) {
      if (!("code" in problem)) throw problem
      if (!problem.isTold) fill(note, { part_problem: problem.message })
      return
    }
    fill(note, { part_problem: null })
    this.#ask()
  }

  async #tell() {
    const parting = await get(`/api/v1/merges/${this.#into.id}`)
    const { kept, before, back, stays, first } = parting
    this.#parting = parting
    const [now, then] = [personText(kept), personText(before)]
    const fields = personFields.filter((field) => stays.includes(field))
    const labels = fields.map((field) => `«${say(`label.${field}`)}»`)
    fill(this.#dialog, {
      back: back.length > 0 ? say("part.back", { n: kept.card_number }) : null,
      stays: fields.length > 0 ? say("part.stays", { fields: labels.join(", ") }) : null,
      first: first === null ? null : say("part.first", { n: first }),
    })
    this.#dialog.querySelector("[data-back]").replaceChildren(...back.map((field) => {
      const item = clone("part-change")
      item.textContent = say("part.change", {
        field: say(`label.${field}`), now: now[field], before: then[field],
      })
      return item
    }))
    this.#dialog.querySelector("[data-asks]").hidden = first !== null
    this.#dialog.querySelector("[type=submit]").hidden = first !== null
  }

  async #send(reason) {
    const { id } = this.#into
    const body = { kept_version: this.#parting.kept.version, reason }
    await submissionTo(`/api/v1/merges/${id}/part`).send(body)
    changed()
    location.assign(`/patient?id=${this.#into.merged.id}&done=parted`)
  }

  /** What was corrected meanwhile is told anew before the next try. */
  async #failed(problem) {
    if (problem.code === "patient_changed") await ifPossible(() => this.#tell())
    showProblem(this.#dialog.querySelector("form"), problem)
  }
}
