import { mask } from "./masks.js"
import { splitBoxes } from "./two-boxes.js"

const parts = {
  document: ["kind", "series", "number", "issued_on", "issuer", "department_code"],
  policy: ["kind", "number", "insurer", "valid_to"],
}

/** The names of the fields of papers that a form has. @param {HTMLFormElement} form */
export function paperNames(form) {
  const names = Object.entries(parts).flatMap(([sort, fields]) => fields.map((field) => `${sort}_${field}`))
  return names.filter((name) => form.elements[name])
}

/**
 * What stands in the fields of papers, as the server takes it: by "document" and "policy", what the form has.
 * @param {Record<string, string>} values
 */
export function readPapers(values) {
  const papers = {}
  for (const [sort, fields] of Object.entries(parts)) {
    if (values[`${sort}_kind`] === undefined) continue
    papers[sort] = Object.fromEntries(fields.map((field) => [field, values[`${sort}_${field}`]]))
  }
  // Which policy of ОМС it is, its number tells.
  if (papers.policy) papers.policy.oms_type = ""
  return papers
}

/** Makes the fields of papers follow their kinds and help the hand. @param {HTMLFormElement} form */
export function bindPapers(form) {
  const { document_series: series, document_number: number } = form.elements
  const { document_issued_on: issued, policy_valid_to: until } = form.elements
  for (const date of [issued, until]) if (date) mask(date, "date")
  if (series) splitBoxes(series, number, () => form.elements.document_kind.value === "passport")
  form.addEventListener("change", () => followKinds(form))
  followKinds(form)
}

/** Only a passport has a department code, and always a series; the hint is about policies of ОМС. */
function followKinds(form) {
  const { document_kind: document, document_series: series, policy_kind: policy } = form.elements
  const isPassport = document?.value === "passport"
  for (const code of form.querySelectorAll("[data-passport]")) code.hidden = !isPassport
  series?.toggleAttribute("data-begins", isPassport)
  for (const hint of form.querySelectorAll("[data-oms]")) hint.hidden = policy.value !== "oms"
}
