import { readFields } from "./form.js"

// Each form that somebody has been in → what stood in it before.
const before = new Map()
const textOf = (form) => JSON.stringify(readFields(form))
const forget = ({ target }) => before.delete(target)

function remember({ target }) {
  const form = target.form
  if (form && !before.has(form)) before.set(form, textOf(form))
}

for (const type of ["focusin", "beforeinput"]) document.addEventListener(type, remember, true)
// Sent, emptied or closed: what is typed from then on is another beginning.
for (const type of ["desk:sent", "reset", "desk:closed"]) document.addEventListener(type, forget, true)

/** Whether a form on the screen holds what was typed and is kept nowhere else, not even as a draft. */
export function isTouched() {
  return Array.from(before).some(([form, text]) =>
    form.checkVisibility() && !form.querySelector("[data-draft-note]") && textOf(form) !== text)
}
