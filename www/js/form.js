import { clone, fill } from "./template.js"
import { say } from "./words.js"

export { enterGoesOn } from "./enter-goes-on.js"

/** What stands in a form: name → text; a tick is "true" or "". @param {HTMLFormElement} form */
export function readFields(form) {
  const values = {}
  for (const control of form.elements) {
    if (!control.name) continue
    if (control.type === "radio") {
      values[control.name] ??= ""
      if (control.checked) values[control.name] = control.value
    } else if (control.type === "checkbox") {
      values[control.name] = control.checked ? "true" : ""
    } else values[control.name] = control.value
  }
  return values
}

/** Puts texts back. @param {HTMLFormElement} form @param {Record<string, string>} values */
export function fillFields(form, values) {
  for (const control of form.elements) {
    const value = values[control.name]
    if (value === undefined) continue
    if (control.type === "radio") control.checked = control.value === value
    else if (control.type === "checkbox") control.checked = value === "true"
    else control.value = value
  }
}

/** The element that carries a field's state: the input, or the group of its radios. */
function holderOf(form, name) {
  const group = form.querySelector(`[role=radiogroup][data-name="${name}"]`)
  return group ?? form.querySelector(`[name="${name}"]`)
}

/** What a field is called on the screen, without its star. */
function labelOf(holder) {
  const named = document.getElementById(holder.getAttribute("aria-labelledby") ?? "")
  const label = named ?? holder.closest("fieldset")?.querySelector("legend") ?? holder.labels?.[0]
  return label?.firstChild?.textContent.trim() ?? ""
}

/** Puts the cursor where a field is typed. @param {HTMLFormElement} form @param {string} name */
export function focusField(form, name) {
  const holder = holderOf(form, name)
  const radio = holder?.querySelector("input:checked, input:not(:disabled)")
  const target = radio ?? holder
  const fold = target?.closest("details")
  if (fold) fold.open = true
  target?.focus()
  target?.scrollIntoView({ block: "nearest" })
}

/**
 * Writes or clears the sentence under a field.
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {string} text
 */
export function showFieldError(form, name, text) {
  const place = form.querySelector(`[data-error="${name}"]`)
  const holder = holderOf(form, name)
  if (!place || !holder) return false
  place.textContent = text
  place.hidden = text === ""
  if (text) holder.setAttribute("aria-invalid", "true")
  else holder.removeAttribute("aria-invalid")
  return true
}

/** Clears every sentence and the summary. @param {HTMLFormElement} form */
export function clearErrors(form) {
  for (const place of form.querySelectorAll("[data-error]")) showFieldError(form, place.dataset.error, "")
  const summary = form.querySelector(".summary")
  if (summary) summary.hidden = true
}

/**
 * Shows why a form was not taken: each sentence by its field and all of them in the summary. The cursor goes
 * to the first such field, or to the summary where there is none.
 * @param {HTMLFormElement} form
 * @param {import("./api.js").Problem} problem
 * @param {(name: string) => string} [nameHere] the server's field name → the name in this form
 */
export function showProblem(form, problem, nameHere = (name) => name) {
  clearErrors(form)
  const errors = problem.fields.filter((field) => field.severity !== "warning")
  const lines = errors.map((field) => ({ name: nameHere(field.name), text: field.text }))
  for (const line of lines) showFieldError(form, line.name, line.text)
  showSummary(form, problem, lines.length > 0 ? lines : [{ text: problem.message }])
  const first = form.querySelector("[aria-invalid=true]")
  if (first) focusField(form, first.dataset.name ?? first.name)
}

// What was said of a silent program is no longer true once it answers; what to do now stands in its place.
document.addEventListener("desk:answers", () => {
  for (const summary of document.querySelectorAll(".summary[data-code=unreachable]:not([hidden])")) {
    const line = clone("summary-line")
    line.textContent = say("form.again")
    summary.querySelector("h2").textContent = say("form.answers")
    summary.querySelector("ul").replaceChildren(line)
    summary.dataset.code = "answers"
  }
})

function showSummary(form, { title, code }, lines) {
  const summary = form.querySelector(".summary")
  if (!summary) return
  summary.dataset.code = code ?? ""
  const heading = summary.querySelector("h2")
  heading.textContent = title || heading.dataset.title
  const list = summary.querySelector("ul")
  list.replaceChildren(...lines.map((line) => {
    const holder = line.name ? holderOf(form, line.name) : null
    if (!holder) {
      const item = clone("summary-line")
      item.textContent = line.text
      return item
    }
    const item = fill(clone("summary-link"), { label: labelOf(holder), text: line.text })
    item.querySelector("a").addEventListener("click", (event) => {
      event.preventDefault()
      focusField(form, line.name)
    })
    return item
  }))
  summary.hidden = false
  summary.focus()
}

/**
 * True while a form is being sent; its main button says so.
 * @param {HTMLFormElement} form
 * @param {boolean} is
 */
export function setBusy(form, is) {
  form.toggleAttribute("data-busy", is)
  for (const button of form.querySelectorAll("[type=submit]")) {
    if (is) button.setAttribute("aria-disabled", "true")
    else button.removeAttribute("aria-disabled")
  }
}

/**
 * Sends a form by its button, Enter or Ctrl+Enter, once at a time, and shows why when it fails.
 * @param {HTMLFormElement} form
 * @param {(values: Record<string, string>) => Promise<void>} send
 * @param {(problem: import("./api.js").Problem) => void} [failed]
 */
export function onSend(form, send, failed = (problem) => showProblem(form, problem)) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault()
    if (form.hasAttribute("data-busy")) return
    setBusy(form, true)
    try {
      await send(readFields(form))
      form.dispatchEvent(new CustomEvent("desk:sent"))
    } catch (problem) {
      if (!("code" in problem)) throw problem
      if (!problem.isTold) failed(problem)
    } finally {
      setBusy(form, false)
    }
  })
  form.addEventListener("keydown", (event) => {
    if (!event.ctrlKey || !/^(Numpad)?Enter$/.test(event.code)) return
    event.preventDefault()
    if (!event.repeat) form.requestSubmit()
  })
}
