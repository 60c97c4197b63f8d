import { clearErrors, enterGoesOn, onSend } from "./form.js"
import { fill } from "./template.js"

/**
 * A dialog that wants a word before something is done: opened it is empty, and it closes when that is done.
 * @template T
 * @param {HTMLDialogElement} dialog
 * @param {(values: Record<string, string>, subject: T) => Promise<unknown>} send
 * @param {(problem: import("./api.js").Problem) => void} [failed]
 * @returns {(texts?: Record<string, unknown>, subject?: T) => void} opens it with these texts, about this one
 */
export function asking(dialog, send, failed) {
  const form = dialog.querySelector("form")
  let about
  enterGoesOn(form)
  onSend(form, async (values) => {
    await send(values, about)
    dialog.close()
  }, failed)
  return (texts = {}, subject = undefined) => {
    about = subject
    form.reset()
    clearErrors(form)
    fill(dialog, texts)
    dialog.showModal()
  }
}
