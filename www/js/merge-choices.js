import { personFields, personText } from "./person-text.js"
import { clone, fill } from "./template.js"
import { say } from "./words.js"

/** Two cards field by field: what agrees is told quietly, what differs is chosen with ← →; ↑ ↓ goes on. */
export class MergeChoices {
  #root
  // What was chosen by hand: field → the card that it comes from. It outlives turning the cards round.
  #byHand = new Map()
  #cards = {}
  #numbers = {}

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root
    root.addEventListener("keydown", (event) => this.#key(event))
    root.addEventListener("change", ({ target }) => {
      this.#byHand.set(target.closest("[data-field]").dataset.field, this.#cards[target.value])
    })
  }

  /** The fields that come from the card that joins. */
  get taken() {
    const chosen = this.#root.querySelectorAll("input[value=merged]:checked")
    return Array.from(chosen, (radio) => radio.closest("[data-field]").dataset.field)
  }

  /**
   * @param {object} kept
   * @param {object} merged
   * @param {{field: string, side: string, why: string}[]} choices what differs, and what is proposed
   */
  show(kept, merged, choices) {
    this.#cards = { kept: kept.id, merged: merged.id }
    this.#numbers = { kept: kept.card_number, merged: merged.card_number }
    const texts = { kept: personText(kept), merged: personText(merged) }
    this.#root.replaceChildren(...personFields.map((field) => {
      const choice = choices.find((one) => one.field === field)
      const label = say(`label.${field}`)
      if (!choice) return fill(clone("choice-same"), { label, value: texts.kept[field] })
      return this.#row(choice, label, texts)
    }))
  }

  /** Whether anything was chosen by hand. */
  get isTouched() { return this.#byHand.size > 0 }

  /** The cards have changed: the choice is made anew. */
  forget() { this.#byHand.clear() }

  /** Puts the cursor on the first field that differs, or on the reason where nothing does. */
  focus() { (this.#stops[0] ?? this.#root.closest("form").elements.reason).focus() }

  get #stops() { return Array.from(this.#root.querySelectorAll("input:checked")) }

  #row({ field, side, why }, label, texts) {
    const row = fill(clone("choice"), {
      label, kept: texts.kept[field], merged: texts.merged[field],
      kept_card: say("patient.card", { n: this.#numbers.kept }),
      merged_card: say("patient.card", { n: this.#numbers.merged }),
      kept_why: side === "kept" ? say(`merge.why.${why}`) : null,
      merged_why: side === "merged" ? say(`merge.why.${why}`) : null,
    })
    row.dataset.field = field
    const group = row.querySelector("[role=radiogroup]")
    group.setAttribute("aria-label", label)
    const chosen = this.#byHand.get(field) ?? this.#cards[side]
    for (const radio of row.querySelectorAll("input")) {
      radio.name = `take_${field}`
      radio.checked = this.#cards[radio.value] === chosen
    }
    return row
  }

  /** A browser would choose with ↑ and ↓ too; here they go from field to field. */
  #key(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.code]
    if (!by || event.ctrlKey || event.altKey) return
    event.preventDefault()
    const stops = this.#stops
    const next = stops.findIndex((stop) => stop.name === event.target.name) + by
    if (stops[next]) stops[next].focus()
    else if (by > 0) event.target.form.elements.reason.focus()
  }
}
