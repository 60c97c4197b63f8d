import { DraftKeeper } from "./drafts.js"
import { fillFields, readFields } from "./form.js"
import { newId } from "./uuid.js"

/** What is half typed in one of the forms of a card: kept as it is typed, given back after a power cut. */
export class CardDraft {
  #form
  #name
  #card
  #more
  #note
  #blank = ""
  #keeper = null

  /**
   * @param {HTMLFormElement} form
   * @param {"document"|"policy"|"family"|"particulars"} name the server's name of the form
   * @param {string} card the patient
   * @param {() => Record<string, string>} [more] what belongs to it and stands in no field
   */
  constructor(form, name, card, more = () => ({})) {
    this.#form = form
    this.#name = name
    this.#card = card
    this.#more = more
    this.#note = form.querySelector("[data-draft-note]")
    for (const type of ["input", "change"]) form.addEventListener(type, () => this.touch())
    this.begin()
  }

  /** What the form holds now was typed by nobody. */
  begin() {
    this.#blank = this.#content
    this.#note.textContent = ""
    this.#keepAs(newId())
  }

  /** Something was typed or chosen. */
  touch() { this.#keeper.touch() }

  /** Puts an unfinished form back; what has been typed meanwhile comes first. @param {object} draft */
  take(draft) {
    if (this.#content !== this.#blank) return
    this.#keepAs(draft.id)
    fillFields(this.#form, draft.content)
    this.#form.dispatchEvent(new Event("change"))
    this.#keeper.restored(draft)
  }

  /**
   * Sends what uses the draft up, and throws it away then.
   * @template T
   * @param {() => Promise<T>} send
   */
  async use(send) {
    const answer = await this.#keeper.use(send)
    await this.discard()
    return answer
  }

  /** Throws the draft away; one that cannot be reached now stays on the desk's list. */
  async discard() {
    try {
      await this.#keeper.discard()
    } catch (problem) {
      if (!("code" in problem)) throw problem
    }
  }

  get #content() { return JSON.stringify(readFields(this.#form)) }

  #keepAs(id) {
    this.#keeper?.stop()
    const who = () => document.querySelector("#card [data-text=name]").textContent
    this.#keeper = new DraftKeeper({
      id, form: this.#name, subject: this.#card, note: this.#note,
      read: () => this.#content === this.#blank ? null
        : { ...readFields(this.#form), ...this.#more(), who: who() },
    })
  }
}
