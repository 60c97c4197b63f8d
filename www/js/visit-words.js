import { moment } from "./dates.js"
import { say } from "./words.js"

/** How a visit ended, and its receipt. @param {object} visit */
export function endingOf(visit) {
  const receipt = visit.receipt && say("visit.receipt", { n: visit.receipt })
  return [visit.outcome ?? visit.cancel_reason, receipt].filter(Boolean).join(" · ") || null
}

/** That a visit was typed in from a sheet, and when. @param {object} visit */
export function lateOf(visit) {
  if (!visit.entered_at) return null
  return [say("late.mark", { time: moment(visit.entered_at) }), visit.blank].filter(Boolean).join(", № ")
}
