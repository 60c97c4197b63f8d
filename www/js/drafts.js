import { put, remove } from "./api.js"
import { time } from "./dates.js"
import { say } from "./words.js"

const pauseMilliseconds = 400
const againMilliseconds = 5_000

/** Keeps a form's draft on the server as it is typed, so that a power cut costs half a second of typing. */
export class DraftKeeper {
  #id
  #draft
  #read
  #note
  #timer = 0
  #saved = ""
  #isKept = false
  #stopped = false
  #held = false
  #chain = Promise.resolve()
  #leave = (event) => {
    if (event.type === "visibilitychange" && !document.hidden) return
    if (event.type === "desk:before-lock") return void event.detail.push(this.save())
    clearTimeout(this.#timer)
    // Not chained: a page that is going away runs no more promises.
    this.#chain = Promise.all([this.#chain, this.#save(true)])
  }
  // What the program could not keep stands on the screen alone: the browser asks before it goes.
  #stay = (event) => {
    if (this.#note.dataset.state === "failed" && this.#content() !== this.#saved) event.preventDefault()
  }

  /**
   * @param {{id: string, form: string, subject: string|null,
   *   read: () => Record<string, string>|null, note: HTMLElement}} options
   *   read answers null while there is nothing worth keeping
   */
  constructor({ id, form, subject, read, note }) {
    this.#id = id
    this.#draft = { form, subject }
    this.#read = read
    this.#note = note
    addEventListener("pagehide", this.#leave)
    addEventListener("beforeunload", this.#stay)
    document.addEventListener("visibilitychange", this.#leave)
    document.addEventListener("desk:before-lock", this.#leave)
  }

  get id() { return this.#id }

  /** Says that the form holds a draft that the server gave back. @param {object} draft */
  restored(draft) {
    this.#isKept = true
    this.#saved = this.#content()
    this.#note.textContent = say("draft.restored", { time: time(draft.saved_at) })
    this.#note.dataset.state = "restored"
  }

  /** Called on every change. */
  touch() {
    if (this.#stopped) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.save(), pauseMilliseconds)
  }

  /** Saves now, after what is already on its way. */
  save() {
    clearTimeout(this.#timer)
    this.#chain = this.#chain.then(() => this.#save(false))
    return this.#chain
  }

  /**
   * Sends what uses the draft up. Nothing is kept meanwhile: a save that came after it would bring the
   * finished form back as an unfinished one. A refusal lets keeping go on; success ends it.
   * @template T
   * @param {(draft: string|null) => Promise<T>} send takes the id when the server has the draft
   */
  async use(send) {
    await this.save()
    this.#held = true
    try {
      const answer = await send(this.#isKept ? this.#id : null)
      this.stop()
      return answer
    } catch (problem) {
      this.#held = false
      this.touch()
      throw problem
    }
  }

  /** Ends keeping without a trace: the form was sent, or the person threw it away. */
  stop() {
    this.#stopped = true
    clearTimeout(this.#timer)
    removeEventListener("pagehide", this.#leave)
    removeEventListener("beforeunload", this.#stay)
    document.removeEventListener("visibilitychange", this.#leave)
    document.removeEventListener("desk:before-lock", this.#leave)
  }

  /** Throws the draft away. */
  async discard() {
    this.stop()
    await this.#chain
    if (this.#isKept) await remove(`/api/v1/drafts/${this.#id}`)
    this.#isKept = false
  }

  #content() {
    const content = this.#read()
    return content === null ? "" : JSON.stringify({ ...this.#draft, content })
  }

  async #save(keepalive) {
    const content = this.#content()
    if (this.#stopped || this.#held || content === this.#saved) return
    try {
      if (content === "") await this.#forget(keepalive)
      else await this.#store(content, keepalive)
      this.#saved = content
    } catch (problem) {
      if (problem.isTold) return
      this.#note.textContent = say("draft.failed", { why: problem.message })
      this.#note.dataset.state = "failed"
      // The program may come back while nobody types.
      if (!keepalive && !this.#stopped) this.#timer = setTimeout(() => void this.save(), againMilliseconds)
    }
  }

  async #store(content, keepalive) {
    const { saved_at } = await put(`/api/v1/drafts/${this.#id}`, JSON.parse(content), { keepalive })
    this.#isKept = true
    if (this.#stopped) return
    this.#note.textContent = say("draft.saved", { time: time(saved_at) })
    this.#note.dataset.state = "saved"
  }

  async #forget(keepalive) {
    if (this.#isKept) await remove(`/api/v1/drafts/${this.#id}`, { keepalive })
    this.#isKept = false
    this.#note.textContent = ""
  }
}
