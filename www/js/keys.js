// Keys go by event.code, the place on the keyboard, so that they work in the Russian layout too.

const bound = []

/**
 * Binds a key of this page.
 * @param {string} combination e.g. "F2", "Ctrl+KeyK", "Alt+Digit1", "Ctrl+Shift+KeyL"
 * @param {(event: KeyboardEvent) => void|boolean} run false lets the browser have the key
 * @param {{typing?: boolean, dialog?: boolean, held?: boolean}} [where] typing: also inside a field;
 *   dialog: also over a dialog; held: again and again while it is held down, which is not for what writes
 */
export function onKey(combination, run, where = {}) {
  const typing = where.typing ?? /^(F\d|Ctrl|Alt)/.test(combination)
  bound.push({ combination, run, typing, dialog: where.dialog ?? false, held: where.held ?? false })
}

/** True when keys here are letters of a text. @param {EventTarget|null} target */
export function isTyping(target) {
  return target instanceof Element && target.matches(
    "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button])")
}

function nameOf(event) {
  return [event.ctrlKey && "Ctrl", event.altKey && "Alt", event.shiftKey && "Shift", event.metaKey && "Meta",
    event.code.replace("Numpad", "Digit").replace("DigitEnter", "Enter")].filter(Boolean).join("+")
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || document.documentElement.dataset.locked) return
  const name = nameOf(event)
  // Escape closes a menu or a dialog first; the page steps back only when neither is open.
  const inDialog = document.querySelector("dialog:modal, :popover-open") !== null
  for (const key of bound) {
    if (key.combination !== name || (inDialog && !key.dialog)) continue
    if (!key.typing && isTyping(event.target)) continue
    if ((!event.repeat || key.held) && key.run(event) === false) continue
    event.preventDefault()
    return
  }
})
