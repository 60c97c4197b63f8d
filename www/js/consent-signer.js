import { roleOf } from "./kin.js"
import { fullName } from "./search.js"
import { fill } from "./template.js"
import { say } from "./words.js"

/** Who signs a consent's sheet: the patient, or a representative whom the sheet then names. */
export class ConsentSigner {
  #root
  #select
  #sheet = ""
  #signers = []

  /** @param {HTMLElement} root the page's part with the sheet */
  constructor(root) {
    this.#root = root
    this.#select = root.querySelector("#signer")
    this.#select.addEventListener("change", () => this.#name(this.#chosen))
  }

  /** The link of the representative, or null for the patient. */
  get value() { return this.#select.value || null }

  get #chosen() { return this.#signers.find((link) => link.id === this.value) ?? null }

  /** @param {object} read the sheet */
  show(read) {
    const isOpen = read.consent.state === "offered"
    const kept = read.consent.id === this.#sheet ? this.value : null
    this.#sheet = read.consent.id
    this.#signers = read.signers
    const own = read.needs_representative ? [] : [new Option(say("consent.signer.self"), "")]
    this.#select.replaceChildren(...own, ...read.signers.map((link) =>
      new Option(say("family.came.for", { who: fullName(link), role: roleOf(link) }), link.id)))
    if (read.signers.some((link) => link.id === kept)) this.#select.value = kept
    this.#select.closest(".field").hidden = !isOpen || read.signers.length === 0
    fill(this.#root, { lacks_signer: isOpen && read.needs_representative && read.signers.length === 0 })
    this.#name(isOpen ? this.#chosen : read.signed_by)
  }

  #name(link) {
    fill(this.#root, {
      is_by_other: link !== null, is_alone: link === null, signer: link && fullName(link),
      signer_by: link && say("consent.by_basis", { role: roleOf(link), basis: link.basis }),
    })
  }
}
