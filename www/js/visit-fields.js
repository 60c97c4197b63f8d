import { mask } from "./masks.js"

/**
 * The fields of a new visit: the place is asked for only where there is one to go to, and the day only of a
 * visit that was written on paper.
 * @param {HTMLFormElement} form
 */
export function followDestination(form) {
  const { destination, late, late_ending: ending, late_day: day } = form.elements
  const part = (name) => form.querySelector(`[data-${name}]`)
  const show = () => {
    part("place").hidden = destination.value !== "doctor" && destination.value !== "room"
    part("late").hidden = !late.checked
    part("outcome").hidden = ending.value !== "done"
  }
  mask(day, "date")
  // Another day is another question.
  day.addEventListener("input", () => {
    part("sure").hidden = true
    form.elements.late_sure.checked = false
  })
  form.addEventListener("change", show)
  form.addEventListener("reset", () => queueMicrotask(show))
  show()
}

/** Offers to say that a day long ago is right. @param {HTMLFormElement} form @param {object} problem */
export function askIfSure(form, problem) {
  if (problem.fields.some((field) => field.code === "late_long_ago")) {
    form.querySelector("[data-sure]").hidden = false
  }
}

/** The next sheet of the pile is mostly of the same day. @param {HTMLFormElement} form @param {string} day */
export function nextSheet(form, day) {
  form.elements.late.checked = true
  form.elements.late_day.value = day
  form.elements.late.dispatchEvent(new Event("change", { bubbles: true }))
}

/** The body of a new visit. @param {Record<string, string>} values */
export function visitBody(values) {
  const isPlaced = values.destination === "doctor" || values.destination === "room"
  return {
    reason: values.visit_reason.trim(),
    destination: values.destination,
    place: (isPlaced && values.place.trim()) || null,
    late: values.late === "true" ? lateBody(values) : null,
  }
}

const lateBody = (values) => ({
  day: values.late_day, time: values.late_time, blank: values.late_blank.trim() || null,
  ending: values.late_ending, outcome: values.late_ending === "done" ? values.late_outcome : null,
  sure: values.late_sure === "true",
})

/** The server's field name → the name in our forms. @param {string} name */
export function nameHere(name) {
  // The reason of its own, by the warnings, is why they are gone past.
  if (name === "visit.reason") return "visit_reason"
  return name.replace(/^(person|visit|particulars)\./, "").replace(/^(document|policy)\./, "$1_")
}
