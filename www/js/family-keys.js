import { submissionTo } from "./api.js"
import { asking } from "./asking.js"
import { roleOf } from "./kin.js"
import { changed } from "./live.js"
import { mask } from "./masks.js"
import { fullName } from "./search.js"
import { fill } from "./template.js"
import { say } from "./words.js"

const whoOf = (link) => say("family.came.for", { who: fullName(link), role: roleOf(link) })

/**
 * The keys of a link's row: the paper that was brought now, and why the link ends.
 * @returns {(row: HTMLElement, link: object) => void}
 */
export function familyKeys() {
  const end = asking(document.querySelector("#end-link"), async ({ reason }, link) => {
    await submissionTo(`/api/v1/family-links/${link.id}/end`).send({ reason })
    changed()
  })
  const dialog = document.querySelector("#basis-link")
  mask(dialog.querySelector("[name=valid_until]"), "date")
  const show = asking(dialog, async ({ basis, valid_until }, link) => {
    await submissionTo(`/api/v1/family-links/${link.id}/basis`).send({ basis, valid_until })
    changed()
  })
  return (row, link) => {
    const key = link.basis ? "family.basis.renew" : "family.basis.add"
    // A parent stands until the child is of age: no paper makes that longer.
    const isOver = link.standing === "ended" || link.dead
      || (link.role === "parent" && link.standing === "expired" && !link.valid_until)
    fill(row, { paper: isOver ? null : `${say(key)}…` })
    row.querySelector("[data-end]").addEventListener("click", () => end({ what: whoOf(link) }, link))
    row.querySelector("[data-basis]").addEventListener("click", () => show({ what: whoOf(link) }, link))
  }
}
