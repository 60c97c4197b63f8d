import { get, ifPossible, put, submissionTo } from "./api.js"
import { clearErrors, enterGoesOn, fillFields, onSend, showProblem } from "./form.js"
import { ListView } from "./list-view.js"
import { firstSession, hasRole } from "./session.js"
import { clone, fill } from "./template.js"

/** One catalogue: its entries, and the one form that adds and changes them. */
export class CatalogueList {
  #root
  #form
  #of
  #view
  #items = []
  #changing = null

  /**
   * @param {HTMLElement} root
   * @param {object} of
   * @param {string} of.path
   * @param {string} of.changed the code of "somebody was first"
   * @param {(entry: object) => object} of.texts what a row shows
   * @param {(entry: object) => Record<string, string>} of.fields what the form shows
   * @param {(items: object[]) => void} [of.read]
   */
  constructor(root, of) {
    this.#root = root
    this.#of = of
    this.#form = root.querySelector("form")
    this.#view = new ListView(root, (options) => this.#read(options), (items) => this.#show(items))
    enterGoesOn(this.#form)
    onSend(this.#form, (values) => this.#save(values), (problem) => void this.#failed(problem))
    this.#form.querySelector("[data-cancel]").addEventListener("click", () => this.#take(null))
  }

  /** @param {{background?: boolean}} [options] */
  load(options) { return this.#view.load(options) }

  async #read(options) {
    const [{ items }, who] = await Promise.all([get(this.#of.path, options), firstSession()])
    this.#of.read?.(items)
    const mayChange = hasRole(who, "admin")
    return { items, mayChange }
  }

  #show({ items, mayChange }) {
    this.#items = items
    const focused = this.#root.querySelector("li :focus")?.closest("li").dataset.entry
    const rows = items.map((entry) => this.#row(entry, mayChange))
    this.#root.querySelector("[data-list]").replaceChildren(...rows)
    this.#root.querySelector("[data-none]").hidden = items.length > 0
    if (focused) this.#root.querySelector(`[data-entry="${focused}"] button`)?.focus()
    return 1
  }

  #row(entry, mayChange) {
    const row = fill(clone("entry"), this.#of.texts(entry))
    row.dataset.entry = entry.id
    const button = row.querySelector("button")
    button.hidden = !mayChange
    button.addEventListener("click", () => {
      this.#take(entry)
      this.#begin()
    })
    return row
  }

  #begin() { this.#form.querySelector("[data-begins]").focus() }

  /** Puts an entry into the form to be changed, or empties it for another one. */
  #take(entry) {
    this.#changing = entry
    this.#form.reset()
    clearErrors(this.#form)
    if (entry) fillFields(this.#form, { ...this.#of.fields(entry), closed: entry.closed ? "true" : "" })
    this.#form.dispatchEvent(new Event("change"))
    const title = this.#form.querySelector("h3")
    title.textContent = entry ? title.dataset.change : title.dataset.add
    for (const part of this.#form.querySelectorAll("[data-closing], [data-cancel]")) part.hidden = !entry
  }

  /** A colleague was first: the list shows what the entry is now; saving again is then meant. */
  async #failed(problem) {
    if (problem.code === this.#of.changed) {
      await ifPossible(async () => {
        await this.load()
        this.#changing = this.#items.find((entry) => entry.id === this.#changing?.id) ?? null
      })
    }
    showProblem(this.#form, problem)
  }

  async #save({ closed, ...typed }) {
    const entry = this.#changing
    if (entry) {
      const body = { ...typed, version: entry.version, closed: closed === "true" }
      await put(`${this.#of.path}/${entry.id}`, body)
    } else await submissionTo(this.#of.path).send(typed)
    this.#take(null)
    await this.load()
    this.#begin()
  }
}
