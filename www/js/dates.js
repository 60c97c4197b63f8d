// The clinic's zone, not the computer's: a laptop set to another city shows the same times as the
// desk writes.
const zone = document.documentElement.dataset.zone || undefined
const clock = new Intl.DateTimeFormat("ru-RU", { timeZone: zone, hour: "2-digit", minute: "2-digit" })
const calendar = new Intl.DateTimeFormat("ru-RU", {
  timeZone: zone, day: "2-digit", month: "2-digit", year: "numeric",
})

/** 2026-11-21 → 21.11.2026 @param {string|null|undefined} iso */
export function day(iso) {
  return iso ? iso.split("-").reverse().join(".") : ""
}

/** 21.11.2026 → 2026-11-21, or "" when it is no day. @param {string} text */
export function isoDay(text) {
  const parts = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim())
  if (!parts) return ""
  const iso = `${parts[3]}-${parts[2].padStart(2, "0")}-${parts[1].padStart(2, "0")}`
  const date = new Date(`${iso}T12:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : ""
}

/** An instant → 10:42 @param {number|null|undefined} at */
export function time(at) {
  return at ? clock.format(at) : ""
}

/** An instant → 21.11.2026 10:42 @param {number|null|undefined} at */
export function moment(at) {
  return at ? `${calendar.format(at)} ${time(at)}` : ""
}

/** An instant → 21.11.2026 @param {number} at */
export const dayOf = (at) => calendar.format(at)

/** An instant → 10:42 when it was today, else with the day. @param {number|null|undefined} at */
export function recent(at) {
  if (!at) return ""
  return calendar.format(at) === calendar.format(Date.now()) ? time(at) : moment(at)
}

/** The day before or after. @param {string} iso @param {number} days */
export function shiftDay(iso, days) {
  const date = new Date(`${iso}T12:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** Whole minutes since an instant. @param {number} at @param {number} now */
export function minutesSince(at, now = Date.now()) {
  return Math.max(0, Math.floor((now - at) / 60_000))
}
