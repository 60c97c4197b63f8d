// A scanner presses keys, and the layout that happens to be on turns them into letters of its own. The place
// of a key does not change: what the scanner meant is read from there.

const plain = {
  Minus: "-", NumpadSubtract: "-", Space: " ", Period: ".", Slash: "/", NumpadDivide: "/", Semicolon: ";",
  Equal: "=", Comma: ",",
}
// The signs of addresses, which a code of somebody else may have.
const shifted = {
  Semicolon: ":", Slash: "?", Minus: "_", Equal: "+", Digit1: "!", Digit2: "@", Digit3: "#", Digit5: "%",
  Digit7: "&", Digit8: "*", Digit9: "(", Digit0: ")", Backquote: "~",
}

/** What a key gives on the layout that scanners are made for. @param {KeyboardEvent} event */
export function meant(event) {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1]
  if (event.shiftKey && event.code in shifted) return shifted[event.code]
  if (digit) return event.shiftKey ? "" : digit
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1]
  if (letter) return event.shiftKey ? letter : letter.toLowerCase()
  if (event.code in plain) return plain[event.code]
  // A keyboard that names no places: the server undoes the layout.
  return event.code === "" && event.key.length === 1 ? event.key : ""
}

// Sixteen digits, eleven, a sheet, a card, an address, hexadecimal text; letters also as the Russian layout
// has them.
const shapes = [
  /^(?:\d[ -]?){15}\d$/, /^(?:\d[ -]?){10}\d$/, /^[Cc\u0421\u0441]-\d{1,12}$/, /^[#\u2116]\d{1,12}$/,
  /^(?:[0-9A-Fa-f]{2}){65,256}$/,
  // An address, and the same keys where nobody names their places.
  /^https?:\/\/\S+$/i, /^\u0440\u0435\u0435\u0437\u044b?\u0436\.\.\S+$/iu,
  /^(?:[0-9\u0410\u0412\u0418\u0421\u0423\u0424\u0430\u0432\u0438\u0441\u0443\u0444]{2}){65,256}$/,
]

/** Whether a text looks like something that the desk knows; the server proves it. @param {string} text */
export const looksKnown = (text) => shapes.some((shape) => shape.test(text))
