import { submissionTo } from "./api.js"
import { asking } from "./asking.js"
import { roleOf } from "./kin.js"
import { changed } from "./live.js"
import { fullName } from "./search.js"
import { say } from "./words.js"

/**
 * Asks why a link of a family ends, and ends it.
 * @param {HTMLDialogElement} dialog
 * @returns {(link: object) => void}
 */
export function askingToEnd(dialog) {
  const ask = asking(dialog, async ({ reason }, link) => {
    await submissionTo(`/api/v1/family-links/${link.id}/end`).send({ reason })
    changed()
  })
  return (link) => ask({ what: say("family.came.for", { who: fullName(link), role: roleOf(link) }) }, link)
}
