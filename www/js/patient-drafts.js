import { get } from "./api.js"

/**
 * Gives back what is half typed on a card: the visit, and of the other forms the one that the address names,
 * or else the change of the card, or else the newest; the rest waits on the desk's list. A form that is open
 * already is left alone. False while that cannot be read.
 * @param {object} card the patient
 * @param {{tabs: HTMLElement, data: object, visit: object, papers: object, kin: object}} parts of the card,
 *   each with forms
 * @param {boolean} isForMore the page was opened for something else than what is half typed
 */
export async function restoreForms(card, { tabs, data, visit, papers, kin }, isForMore) {
  const inTab = (tab, part) => (draft) => {
    if (data.isOpen) return null
    tabs.choose(tabs.querySelector(`[data-tab=${tab}]`))
    return part.restore(draft)
  }
  const forms = {
    "patient-edit": (draft) => data.restore(draft),
    document: inTab("papers", papers), policy: inTab("papers", papers), family: inTab("family", kin),
    particulars: (draft) => data.restoreBeside(draft),
  }
  try {
    const { items } = await get("/api/v1/drafts")
    const mine = items.filter((draft) => draft.subject === card.id)
    const named = (name) => mine.find(({ form }) => form === name)
    if (named("visit") && !card.open_visit) visit.restore(named("visit"))
    const asked = location.hash.slice(1)
    const change = named("patient-edit")
    const other = (forms[asked] && named(asked)) ?? change ?? mine.find(({ form }) => forms[form])
    const draft = isForMore ? change : other
    if (draft) await forms[draft.form](draft)
    return true
  } catch (problem) {
    if (!("code" in problem)) throw problem
    return false
  }
}
