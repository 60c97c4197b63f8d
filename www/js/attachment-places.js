import { get, ifPossible, put, submissionTo } from "./api.js"
import { clearErrors, enterGoesOn, fillFields, onSend, showProblem } from "./form.js"
import { placeName } from "./particulars-form.js"
import { clone, fill } from "./template.js"
import { say } from "./words.js"

const path = "/api/v1/attachment-places"

/** The list of places that people can be attached to, and the one form that adds and changes them. */
export class AttachmentPlaces {
  #root
  #form
  #changing = null

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root
    this.#form = root.querySelector("form")
    enterGoesOn(this.#form)
    onSend(this.#form, (values) => this.#save(values), (problem) => void this.#failed(problem))
    this.#form.querySelector("[data-cancel]").addEventListener("click", () => this.#take(null))
  }

  /** @param {{background?: boolean}} [options] */
  async load(options) {
    const { items } = await get(path, options)
    const focused = this.#root.querySelector("li :focus")?.closest("li").dataset.place
    this.#root.querySelector("[data-list]").replaceChildren(...items.map((place) => this.#row(place)))
    if (focused) this.#root.querySelector(`[data-place="${focused}"] button`)?.focus()
    return items
  }

  #row(place) {
    const closed = place.closed ? say("places.is_closed") : null
    const row = fill(clone("place-row"), { name: placeName(place), closed })
    row.dataset.place = place.id
    row.querySelector("button").addEventListener("click", () => {
      this.#take(place)
      this.#form.elements.clinic.focus()
    })
    return row
  }

  /** Puts a place into the form to be changed, or empties it for another one. */
  #take(place) {
    this.#changing = place
    this.#form.reset()
    clearErrors(this.#form)
    if (place) fillFields(this.#form, { ...place, closed: place.closed ? "true" : "" })
    const title = this.#form.querySelector("h3")
    title.textContent = place ? title.dataset.change : title.dataset.add
    for (const part of this.#form.querySelectorAll("[data-closing], [data-cancel]")) part.hidden = !place
  }

  /** A colleague was first: the list shows what the place is now; saving again is then meant. */
  async #failed(problem) {
    if (problem.code === "attachment_place_changed") {
      await ifPossible(async () => {
        const items = await this.load()
        this.#changing = items.find((place) => place.id === this.#changing?.id) ?? null
      })
    }
    showProblem(this.#form, problem)
  }

  async #save({ clinic, precinct, kind, closed }) {
    const typed = { clinic, precinct, kind }
    const place = this.#changing
    if (place) {
      await put(`${path}/${place.id}`, { ...typed, version: place.version, closed: closed === "true" })
    } else await submissionTo(path).send(typed)
    this.#take(null)
    // Precincts of one clinic are added one after the other.
    if (!place) this.#form.elements.clinic.value = clinic
    await this.load()
    this.#form.elements[place ? "clinic" : "precinct"].focus()
  }
}
