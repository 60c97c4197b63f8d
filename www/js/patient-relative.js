import { get } from "./api.js"

/**
 * Says who a person whose card was made just now is to the one of this card; false while that cannot be read.
 * @param {import("./patient-family.js").PatientFamily} kin
 * @param {HTMLElement} panel where it says why not
 * @param {string} relative the id
 * @param {object|null} patient the one of this card
 */
export async function linkRelative(kin, panel, relative, patient) {
  try {
    const other = await get(`/api/v1/patients/${encodeURIComponent(relative)}`)
    const isElder = patient && other.birth_date < patient.birth_date
    void kin.add(isElder, other)
    return true
  } catch (problem) {
    if (!("code" in problem)) throw problem
    const place = panel.querySelector("[data-problem]")
    place.textContent = problem.isTold ? "" : problem.message
    place.hidden = Boolean(problem.isTold)
    return false
  }
}
