import { post } from "./api.js"
import { focusField } from "./form.js"
import { LeftOver } from "./left-over.js"
import { clone, fill, setIcon } from "./template.js"
import { TypedQuestion } from "./typed-question.js"
import { say } from "./words.js"

const pauseMilliseconds = 250
const icons = { certain: "good", likely: "wait", guess: "alert" }
// What a list of choices calls itself: these values are words of the program.
const spoken = { sex: "patient.sex", document_kind: "paper.kind", policy_kind: "paper.kind" }

/**
 * The field that takes everything: shows how a line would be divided, and on Enter puts the parts into the
 * form. What found no place stays in the line.
 */
export class OneField {
  #root
  #form
  #input
  #doubts
  #filled
  #question
  #answer = null

  /**
   * @param {HTMLElement} root
   * @param {HTMLFormElement} form
   * @param {import("./doubts.js").Doubts} doubts
   * @param {() => void} filled called when fields have got new values
   */
  constructor(root, form, doubts, filled) {
    this.#root = root
    this.#form = form
    this.#doubts = doubts
    this.#filled = filled
    this.#input = root.querySelector("textarea")
    new LeftOver(root.querySelector("[data-rest]"), form, this.#input, () => this.put())
    this.#question = new TypedQuestion({
      pause: pauseMilliseconds,
      ask: (signal) => takeApart(document.documentElement.dataset.locked ? "" : this.#line, { signal }),
      draw: (answer) => this.#show(answer), fail: (problem) => this.#fail(problem),
    })
    this.#input.addEventListener("input", () => this.touch())
    this.#input.addEventListener("keydown", (event) => this.#key(event))
    root.querySelector("[data-put]").addEventListener("click", () => void this.put())
    root.querySelector("[data-replace]").addEventListener("change", () => this.#draw())
    document.addEventListener("desk:line", (event) => {
      event.preventDefault()
      void this.put(event.detail)
    })
  }

  focus() { this.#input.focus() }

  /** Called when the line has changed. */
  touch() { this.#question.later() }

  #key(event) {
    if (!/^(Numpad)?Enter$/.test(event.code) || event.shiftKey || event.ctrlKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    void this.put()
  }

  get #isReplacing() { return this.#root.querySelector("[data-replace]").checked }

  get #line() { return this.#input.value.trim() }

  #show(answer) {
    this.#answer = answer
    this.#draw()
  }

  #fail(problem) {
    this.#answer = null
    fill(this.#root, { problem: problem.message })
  }

  /** Where a part would go: into its field, or why not. */
  #placeOf({ field, value }) {
    const control = this.#form.elements[field]
    if (!control) return "no_field"
    if (control.disabled) return "taken"
    const there = control.type === "checkbox" ? (control.checked ? "true" : "") : control.value
    // A list always stands at something: it follows the number that it belongs to.
    if (control instanceof HTMLSelectElement) {
      const number = this.#form.elements[field.replace("kind", "number")]
      return number?.value && there !== value && !this.#isReplacing ? "taken" : "free"
    }
    return there === "" || there === value || this.#isReplacing ? "free" : "taken"
  }

  #draw() {
    const { parts = [], left_over: left = [], policy_code: isCode = false } = this.#answer ?? {}
    // What stayed in the line is read again: a guess at a field that has its value would be noise.
    const shown = parts.filter((part) => part.certainty !== "guess" || this.#placeOf(part) !== "taken")
    this.#root.querySelector(".taken").replaceChildren(...shown.map((part) => this.#row(part)))
    fill(this.#root, {
      found: this.#answer !== null, code: isCode, anything: parts.length > 0, problem: null,
      left: left.length > 0 ? say("one.left", { what: left.join(" · ") }) : null,
    })
  }

  #row(part) {
    const row = clone("taken-part")
    const place = this.#placeOf(part)
    const word = spoken[part.field]
    fill(row, {
      field: say(`taken.${part.field}`),
      value: part.value === "true" ? null : word ? say(`${word}.${part.value}`) : part.value,
      sure: say(`taken.${part.certainty}`), place: place === "free" ? null : say(`taken.${place}`),
    })
    row.dataset.certainty = part.certainty
    setIcon(row, icons[part.certainty])
    return row
  }

  /**
   * Puts the parts into their fields; a field that somebody has filled stays as it is, unless told.
   * @param {string} [scanned] what came past the line: what is half typed there stays
   * @returns {Promise<boolean>} whether a field has got something
   */
  async put(scanned) {
    if (document.documentElement.dataset.locked) return false
    const line = this.#line
    try {
      // Asked by itself: the next letter in the line asks anew what the line is, and takes no Enter back.
      const answer = await takeApart(scanned ?? line)
      return answer !== null && this.#put(answer, scanned === undefined ? line : "")
    } catch (problem) {
      if (!("code" in problem)) throw problem
      if (!problem.isTold) this.#fail(problem)
      return false
    }
  }

  /** What was typed since the question stays at the end of the line, where the hand goes on. */
  #put({ parts, left_over: left }, asked) {
    const places = parts.map((part) => ({ ...part, place: this.#placeOf(part) }))
    const stay = places.filter(({ place, field }) => place !== "free" && !field.endsWith("_kind"))
    const free = places.filter(({ place }) => place === "free")
    for (const part of free) this.#set(part)
    const isTypedOn = asked !== "" && this.#line !== asked
    // A line that was changed in its middle is left as the hand has it.
    if (this.#line.startsWith(asked)) {
      const since = this.#line.slice(asked.length).trim()
      const rest = [stay.map(({ value }) => value).join(" "), ...left, since]
      this.#input.value = rest.filter(Boolean).join("; ")
    }
    this.#input.dispatchEvent(new Event("input", { bubbles: true }))
    this.#filled()
    if (!isTypedOn) this.#focusNext()
    return free.length > 0
  }

  #set({ field, value, certainty }) {
    const control = this.#form.elements[field]
    if (control.type === "checkbox") control.checked = value === "true"
    else control.value = value
    this.#doubts.set(field, certainty)
    const target = control instanceof RadioNodeList ? control[0] : control
    target.dispatchEvent(new Event("change", { bubbles: true }))
  }

  /** What is still to be typed or to be looked at. */
  #focusNext() {
    const isOpen = (control) => control.name && this.#doubts.has(control.name)
      || (control.required && !control.value && !control.disabled)
    const next = Array.from(this.#form.elements).find(isOpen)
    if (next) focusField(this.#form, next.name)
  }
}

/** What a line holds; null where nothing is in it. @param {string} text */
async function takeApart(text, options = {}) {
  return text === "" ? null : post("/api/v1/patients/take-apart", { text }, options)
}
