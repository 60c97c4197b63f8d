/**
 * The fields of a new visit: the place is asked for only where there is one to go to.
 * @param {HTMLFormElement} form
 */
export function followDestination(form) {
  const show = () => {
    const part = form.querySelector("[data-place]")
    const destination = form.elements.destination.value
    part.hidden = destination !== "doctor" && destination !== "room"
  }
  form.addEventListener("change", show)
  show()
}

/** The body of a new visit. @param {Record<string, string>} values */
export function visitBody(values) {
  const isPlaced = values.destination === "doctor" || values.destination === "room"
  return {
    reason: values.visit_reason.trim(),
    destination: values.destination,
    place: (isPlaced && values.place.trim()) || null,
  }
}

/** The server's field name → the name in our forms. @param {string} name */
export function nameHere(name) {
  const plain = name.replace(/^(person|visit|particulars)\./, "").replace(/^(document|policy)\./, "$1_")
  return plain === "reason" ? "visit_reason" : plain
}
