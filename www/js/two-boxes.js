// A passport's series and number are one row of digits on the paper and two boxes on the screen: the hand
// types on, and what is pasted whole is parted.

const seriesLength = 4
const wholeLength = 10

/**
 * Joins two boxes for the hand that types.
 * @param {HTMLInputElement} series
 * @param {HTMLInputElement} number
 * @param {() => boolean} isPassport other papers have series and numbers of other shapes
 */
export function splitBoxes(series, number, isPassport) {
  let cameByItself = false

  for (const box of [series, number]) {
    box.addEventListener("input", (event) => {
      if (!isPassport() || /[^\d\s№-]/.test(box.value)) return
      const digits = box.value.replace(/\D/g, "")
      const isTyped = event.inputType === "insertText" && box.selectionEnd === box.value.length
      if (digits.length === wholeLength) {
        series.value = digits.slice(0, seriesLength)
        number.value = digits.slice(seriesLength)
        number.focus()
      } else if (isTyped && box === series && digits.length === seriesLength) {
        number.focus()
        cameByItself = number.value === ""
      }
    })
  }

  // Whoever is used to pressing Enter or Tab after the series presses it although the cursor has gone on.
  number.addEventListener("keydown", (event) => {
    const isOnwards = /^((Numpad)?Enter|Tab)$/.test(event.code) && !event.shiftKey && !event.ctrlKey
    if (cameByItself && isOnwards && number.value === "") {
      event.preventDefault()
      event.stopPropagation()
    }
    cameByItself = false
  })
}
