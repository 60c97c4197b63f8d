/**
 * What is asked while somebody types: after a pause, and only the last of it. An answer that comes when the
 * text is another one already is nobody's.
 * @template T
 */
export class TypedQuestion {
  #pause
  #ask
  #draw
  #fail
  #timer = 0
  #asked = null
  #running = null
  #isFresh = false

  /**
   * @param {object} of
   * @param {number} of.pause milliseconds from the last letter to the question
   * @param {(signal: AbortSignal) => Promise<T>} of.ask
   * @param {(answer: T) => void} of.draw
   * @param {(problem: import("./api.js").Problem) => void} [of.fail] without it a question that only helps
   */
  constructor({ pause, ask, draw, fail = () => {} }) {
    this.#pause = pause
    this.#ask = ask
    this.#draw = draw
    this.#fail = fail
  }

  /** Whether what was drawn belongs to what is typed now: a quick Enter must not take what is older. */
  get isFresh() { return this.#isFresh }

  /** What was asked is of no use any more: not its answer, nor one that is still on its way. */
  forget() {
    clearTimeout(this.#timer)
    this.#asked?.abort()
    this.#running = null
    this.#isFresh = false
  }

  /** Something was typed. */
  later() {
    this.forget()
    this.#timer = setTimeout(() => void this.now(), this.#pause)
  }

  /**
   * Asks without the pause; what is being asked already is not asked twice.
   * @returns {Promise<boolean>} whether the answer is drawn and still the last
   */
  now() {
    clearTimeout(this.#timer)
    this.#running ??= this.#run()
    return this.#running
  }

  async #run() {
    this.#isFresh = false
    const { signal } = this.#asked = new AbortController()
    try {
      const answer = await this.#ask(signal)
      if (signal.aborted) return false
      this.#isFresh = true
      this.#draw(answer)
    } catch (problem) {
      if (problem.name === "AbortError" || problem.isTold) return false
      if (!("code" in problem)) throw problem
      if (!signal.aborted) this.#fail(problem)
    } finally {
      if (!signal.aborted) this.#running = null
    }
    return this.#isFresh
  }
}
