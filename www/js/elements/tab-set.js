/** Tabs by the book: arrows move, the chosen one shows its panel and fires "desk:tab". */
class TabSet extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this)
    this.addEventListener("keydown", this)
  }

  disconnectedCallback() {
    this.removeEventListener("click", this)
    this.removeEventListener("keydown", this)
  }

  get #tabs() { return Array.from(this.querySelectorAll("[role=tab]:not([hidden])")) }

  handleEvent(event) {
    const tab = event.target.closest("[role=tab]")
    if (!tab) return
    if (event.type === "click") return this.choose(tab)
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.code]
    const next = { Home: this.#tabs[0], End: this.#tabs.at(-1) }[event.code]
      ?? (step && this.#tabs.at((this.#tabs.indexOf(tab) + step) % this.#tabs.length))
    if (!next) return
    event.preventDefault()
    this.choose(next)
    next.focus()
  }

  /** @param {HTMLElement} chosen */
  choose(chosen) {
    for (const tab of this.querySelectorAll("[role=tab]")) {
      const is = tab === chosen
      tab.setAttribute("aria-selected", String(is))
      tab.tabIndex = is ? 0 : -1
      document.getElementById(tab.getAttribute("aria-controls")).hidden = !is
    }
    this.dispatchEvent(new CustomEvent("desk:tab", { detail: chosen.dataset.tab }))
  }
}
customElements.define("tab-set", TabSet)
