/**
 * Says what has just been done to a card, and offers the next sheet of the pile; the address forgets it.
 * @param {string} id the patient
 * @param {URLSearchParams} asked what the address says: done, and late, the day of a sheet
 */
export function tellDone(id, asked) {
  const done = asked.get("done")
  if (!done) return
  const note = document.querySelector(`[data-done="${done}"]`)
  if (note) note.hidden = false
  const next = note?.querySelector("[data-next]")
  if (asked.has("late") && next) {
    next.hidden = false
    next.href = `/register?new&late=${encodeURIComponent(asked.get("late"))}`
  }
  window.history.replaceState(null, "", `/patient?id=${id}`)
}
