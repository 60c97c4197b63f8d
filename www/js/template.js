/**
 * A fresh copy of the one element inside <template id=…>.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function clone(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true)
}

/**
 * Writes values as text: [data-text=name] gets it, and is hidden while there is none;
 * [data-when=name] is shown only while the value is true.
 * @template {Element} T
 * @param {T} root
 * @param {Record<string, unknown>} values
 */
export function fill(root, values) {
  for (const slot of root.querySelectorAll("[data-text]")) {
    if (!(slot.dataset.text in values)) continue
    const value = values[slot.dataset.text]
    slot.textContent = value ?? ""
    slot.hidden = value === null || value === undefined || value === ""
  }
  for (const slot of root.querySelectorAll("[data-when]")) {
    if (slot.dataset.when in values) slot.hidden = !values[slot.dataset.when]
  }
  return root
}

/** Points an icon at a shape of the sprite. @param {Element} root @param {string} shape */
export function setIcon(root, shape) {
  root.querySelector("use")?.setAttribute("href", `#i-${shape}`)
}
