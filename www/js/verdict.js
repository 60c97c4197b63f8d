import { clone, fill, setIcon } from "./template.js"

const dialog = document.querySelector("#verdict")

/** A paper that may be relied on, one that is genuine and holds no more, and none of ours. */
function meaningOf({ good, genuine }) {
  if (good) return ["good", "good"]
  return genuine ? ["alert", "alert"] : ["stop", "stop"]
}

/**
 * Shows what the desk knows of a scanned document; another scan takes the place of the one before.
 * @param {{code: string, good: boolean, genuine: boolean, sentence: string, patient: string | null,
 *   facts: {label: string, value: string}[]}} verdict
 */
export function showVerdict(verdict) {
  const told = dialog.querySelector("[data-told]")
  const [meaning, icon] = meaningOf(verdict)
  told.dataset.meaning = meaning
  setIcon(told, icon)
  fill(dialog, { sentence: verdict.sentence, code: verdict.code, genuine: verdict.genuine })
  const card = dialog.querySelector("[data-card]")
  card.hidden = verdict.patient === null
  if (verdict.patient !== null) card.href = `/patient?id=${verdict.patient}`
  const rows = verdict.facts.map((fact) => fill(clone("verdict-fact"), fact))
  const facts = dialog.querySelector("dl")
  facts.replaceChildren(...rows)
  facts.hidden = rows.length === 0
  if (!dialog.open) dialog.showModal()
}
