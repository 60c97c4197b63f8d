import { post } from "./api.js"
import { fill } from "./template.js"

/**
 * Says under a form what the age that is typed asks for.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} place
 */
export function followAge(form, place) {
  let last = ""
  const ask = async () => {
    const typed = form.elements.birth_date.value.trim()
    if (typed === last || document.documentElement.dataset.locked) return
    last = typed
    let hint = null
    try {
      if (typed) hint = (await post("/api/v1/patients/age-hint", { birth_date: typed })).hint
    } catch (problem) {
      // It only helps: the next date asks again.
      if (!("code" in problem)) throw problem
      last = ""
    }
    if (typed !== form.elements.birth_date.value.trim()) return
    place.hidden = hint === null
    fill(place, { age_hint: hint?.text ?? null })
    propose(hint?.code === "under_14")
  }
  const propose = proposingDocument(form.elements)
  for (const type of ["focusout", "change", "desk:tidied"]) form.addEventListener(type, () => void ask())
}

/** A child has no passport yet: it is a certificate, while nothing is typed of it and its kind not chosen. */
function proposingDocument({ document_kind: kind, document_series: series, document_number: number }) {
  let [isChosen, isOurs] = [false, false]
  kind.addEventListener("change", () => { isChosen ||= !isOurs })
  return (isChild) => {
    const proposed = isChild ? "birth_certificate" : "passport"
    if (isChosen || series.value || number.value || kind.value === proposed) return
    kind.value = proposed
    isOurs = true
    kind.dispatchEvent(new Event("change", { bubbles: true }))
    isOurs = false
  }
}
