import { get } from "./api.js"
import { onKey } from "./keys.js"

/**
 * Binds «Открыть PDF» and its key: the file opens in a tab of its own, and why there is none is said here.
 * @param {HTMLElement} root where the button and the place for a problem are
 * @param {() => string|null} address null while there is nothing to print
 */
export function bindPdf(root, address) {
  const place = root.querySelector("[data-pdf-problem]")
  const open = async () => {
    const path = address()
    if (!path) return
    place.hidden = true
    try {
      // A tab could only show the problem as the program writes it, so it is asked for here first.
      await get(path, { as: "blob" })
      window.open(path, "_blank", "noopener")
    } catch (problem) {
      if (!("code" in problem)) throw problem
      place.textContent = problem.isTold ? "" : problem.message
      place.hidden = problem.isTold
    }
  }
  root.querySelector("[data-pdf]").addEventListener("click", () => void open())
  onKey("Alt+KeyO", () => void open())
}
