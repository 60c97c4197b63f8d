// A list in which one row at a time is the current one: ↑ ↓ Home End move, Tab leaves the list.

/**
 * @param {HTMLElement} list holds rows with [data-row], each with one [data-anchor] that takes the focus
 * @param {(row: HTMLElement|null) => void} [chosen]
 */
export function rovingRows(list, chosen = () => {}) {
  const rows = () => Array.from(list.querySelectorAll("[data-row]:not([hidden])"))
  const choose = (row, focus) => {
    for (const other of rows()) {
      other.toggleAttribute("aria-current", false)
      anchorOf(other).tabIndex = -1
    }
    if (row) {
      row.setAttribute("aria-current", "true")
      anchorOf(row).tabIndex = 0
      if (focus) anchorOf(row).focus()
      row.scrollIntoView({ block: "nearest" })
    }
    chosen(row)
  }
  list.addEventListener("focusin", (event) => {
    const row = event.target.closest("[data-row]")
    if (row && !row.hasAttribute("aria-current")) choose(row, false)
  })
  list.addEventListener("click", (event) => {
    const row = event.target.closest("[data-row]")
    if (row && !event.target.closest("a, button")) choose(row, true)
  })
  list.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const all = rows()
    const at = all.findIndex((row) => row.contains(event.target))
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.code]
    if (at < 0 || to === undefined) return
    event.preventDefault()
    if (all[to]) choose(all[to], true)
    else if (to < 0) document.querySelector("#find")?.focus()
  })
  return {
    /** Moves to the first row. */
    enter() { if (rows()[0]) choose(rows()[0], true) },
    /** Makes the row with this id current again after the rows were drawn anew. */
    keep(id, hadFocus) {
      const row = rows().find((one) => one.dataset.row === id) ?? null
      for (const one of rows()) anchorOf(one).tabIndex = -1
      if (row) choose(row, hadFocus)
      else {
        if (rows()[0]) anchorOf(rows()[0]).tabIndex = 0
        chosen(null)
      }
    },
  }
}

const anchorOf = (row) => row.querySelector("[data-anchor]") ?? row
