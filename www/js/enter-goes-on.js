/**
 * Enter goes to the next field; on the last one, to the button. Shift+Enter breaks a line. In a list that is
 * typed a line each, Enter begins the next line, and Tab goes on.
 * @param {HTMLFormElement} form
 */
export function enterGoesOn(form) {
  form.addEventListener("keydown", (event) => {
    const here = event.target
    if (!/^(Numpad)?Enter$/.test(event.code) || event.ctrlKey || event.shiftKey || event.altKey) return
    if (!(here instanceof HTMLElement) || here.matches("button, a, summary, [data-lines]")) return
    event.preventDefault()
    const stops = Array.from(form.elements).filter((control) => isStop(control, here))
    const left = sectionLeftEmpty(here)
    stops.slice(stops.indexOf(here) + 1).find((stop) => !left?.contains(stop))?.focus()
  })
}

/** The section that Enter leaves out: nothing is typed in it, not even what its paper begins with. */
function sectionLeftEmpty(here) {
  const section = here.matches("[data-begins]") ? here.closest("[data-optional]") : null
  const isEmpty = section && Array.from(section.querySelectorAll("input")).every((input) => !input.value)
  return isEmpty ? section : null
}

function isStop(control, here) {
  if (control === here) return true
  if (control.disabled || control.type === "hidden" || !control.checkVisibility()) return false
  if (control.matches("fieldset, output, [data-aside]")) return false
  // A tick that says there is none of something is passed by where there is one.
  if (control.dataset.without && control.form.elements[control.dataset.without].value) return false
  if (control.type !== "radio") return true
  // One stop for a group of radios, and none for the group that the cursor is in.
  if (here.type === "radio" && here.name === control.name) return false
  const group = control.form.elements[control.name]
  const first = Array.from(group).find((radio) => radio.checked) ?? group[0]
  return control === first
}
