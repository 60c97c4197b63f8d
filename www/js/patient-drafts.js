import { get } from "./api.js"

/**
 * Opens what is half typed on a card: the form that the address names, or else the newest; the others wait
 * on the desk's list. A form that is open already is left alone.
 * @param {string} card the patient
 * @param {{tabs: HTMLElement, data: object, papers: object, kin: object}} parts of the card, each with forms
 */
export async function restoreForm(card, { tabs, data, papers, kin }) {
  const inTab = (tab, part) => (draft) => {
    if (data.isOpen) return null
    tabs.choose(tabs.querySelector(`[data-tab=${tab}]`))
    return part.restore(draft)
  }
  const forms = {
    document: inTab("papers", papers), policy: inTab("papers", papers), family: inTab("family", kin),
    particulars: (draft) => data.restoreBeside(draft),
  }
  const { items } = await get("/api/v1/drafts")
  const mine = items.filter((draft) => draft.subject === card && forms[draft.form])
  const draft = mine.find((one) => `#${one.form}` === location.hash) ?? mine[0]
  if (draft) await forms[draft.form](draft)
}
