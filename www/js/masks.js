// A mask helps the hand that types at the end of the field and never touches anything else:
// no reformatting after Backspace, in the middle, or of what was pasted (the server's check tidies that).

const shapes = {
  phone(text) {
    if (/^\+(?!7)/.test(text) || /[^\d\s()+.-]/.test(text)) return null
    let digits = text.replace(/\D/g, "")
    if (/^[78]/.test(digits)) digits = digits.slice(1)
    else if (!digits.startsWith("9")) return null
    if (digits.length === 0 || digits.length > 10) return null
    const parts = [digits.slice(3, 6), digits.slice(6, 8), digits.slice(8, 10)].filter(Boolean)
    const code = digits.slice(0, 3)
    return `+7 (${code}${digits.length > 3 ? `) ${parts.join("-")}` : ""}`
  },
  snils(text) {
    const digits = text.replace(/\D/g, "")
    if (digits.length > 11 || /[^\d\s-]/.test(text)) return null
    const body = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6, 9)].filter(Boolean).join("-")
    return digits.length > 9 ? `${body} ${digits.slice(9)}` : body
  },
  date(text) {
    if (/[^\d.]/.test(text)) return null
    const digits = text.replace(/\D/g, "")
    if (digits.length > 8) return null
    // «1.2.1990» is typed with its own dots: leave it.
    if (text.includes(".") && !/^\d{2}(\.\d{0,2}|\.\d{2}\.\d*|\.\d{3,})?$/.test(text)) return null
    return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)].filter(Boolean).join(".")
  },
}

/** Gives an input its mask. @param {HTMLInputElement} input @param {"phone"|"snils"|"date"} shape */
export function mask(input, shape) {
  input.addEventListener("input", (event) => {
    if (event.inputType !== "insertText" || !/\d/.test(event.data ?? "")) return
    if (input.selectionEnd !== input.value.length) return
    const tidy = shapes[shape](input.value)
    if (tidy !== null && tidy !== input.value) input.value = tidy
  })
}
