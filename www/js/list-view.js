import { time } from "./dates.js"
import { say } from "./words.js"

// Below this nobody sees a wait; a spinner would only flicker.
const patienceMilliseconds = 300

/**
 * One list with its four states: empty, loading, stale, failed.
 * The root holds [data-body], and where they apply [data-empty], [data-loading], [data-stale], [data-failed].
 */
export class ListView {
  #root
  #read
  #show
  #shownAt = 0
  #turn = 0

  /**
   * @template T
   * @param {HTMLElement} root
   * @param {(options: {background?: boolean}) => Promise<T>} read
   * @param {(answer: T) => number} show draws the rows and answers how many there are
   */
  constructor(root, read, show) {
    this.#root = root
    this.#read = read
    this.#show = show
    this.#part("failed")?.querySelector("[data-again]")?.addEventListener("click", () => void this.load())
  }

  /** Reads and draws; what was there stays until the answer is. @param {{background?: boolean}} [options] */
  async load(options = {}) {
    const turn = ++this.#turn
    const slow = setTimeout(() => this.#state(this.#shownAt ? null : "loading"), patienceMilliseconds)
    try {
      const answer = await this.#read(options)
      if (turn !== this.#turn) return
      this.#shownAt = Date.now()
      const rows = this.#show(answer)
      this.#state(rows === 0 ? "empty" : "full")
    } catch (problem) {
      if (turn !== this.#turn || problem.isTold || problem.name === "AbortError") return
      if (!("code" in problem)) throw problem
      this.#fail(problem)
    } finally {
      clearTimeout(slow)
    }
  }

  #fail(problem) {
    if (this.#shownAt === 0) {
      this.#write("failed", problem.message)
      this.#state("failed")
    } else {
      this.#write("stale", say("list.stale", { time: time(this.#shownAt), why: problem.message }))
      const stale = this.#part("stale")
      if (stale) stale.hidden = false
    }
  }

  #part(name) { return this.#root.querySelector(`:scope > [data-${name}]`) }

  #write(name, text) {
    const part = this.#part(name)
    const place = part?.querySelector("[data-why]") ?? part
    if (place) place.textContent = text
  }

  #state(state) {
    if (state === null) return
    for (const name of ["empty", "loading", "failed", "stale"]) {
      const part = this.#part(name)
      if (part) part.hidden = name !== state
    }
    this.#part("body").hidden = state !== "full"
  }
}
