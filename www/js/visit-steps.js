import { submissionTo } from "./api.js"
import { enterGoesOn, onSend, showProblem } from "./form.js"
import { changed } from "./live.js"
import { fill } from "./template.js"
import { fullName } from "./search.js"
import { say } from "./words.js"

let subject = null

/** Steps that a visit in this state can take, in the order of their keys 1, 2, 3. @param {string} state */
export function stepsOf(state) {
  if (state === "arrived") return ["service", "departure", "cancellation"]
  if (state === "in_service") return ["outcome", "departure", "cancellation"]
  return []
}

/**
 * Takes a step; those that need a word or a second thought ask for it first.
 * @param {object} visit
 * @param {string} step
 * @param {(problem: import("./api.js").Problem) => void} failed
 */
export async function takeStep(visit, step, failed) {
  const dialog = document.querySelector(`dialog[data-step="${step}"]`)
  if (dialog) return ask(dialog, visit)
  try {
    await send(visit, step, {})
  } catch (problem) {
    if (!("code" in problem)) throw problem
    if (!problem.isTold) failed(problem)
  }
}

function ask(dialog, visit) {
  subject = visit
  const form = dialog.querySelector("form")
  form.reset()
  form.querySelector(".summary").hidden = true
  fill(dialog, {
    who: visit.patient ? fullName(visit.patient) : say("visit.nobody"),
    number: say("visit.number", { n: visit.number }),
  })
  dialog.showModal()
}

async function send(visit, step, content) {
  const path = `/api/v1/visits/${visit.id}/${step}`
  try {
    await submissionTo(path).send({ version: visit.version, ...content })
  } finally {
    // Also after a refusal: somebody else was first, and the list must show it.
    changed()
  }
}

for (const dialog of document.querySelectorAll("dialog[data-step]")) {
  const form = dialog.querySelector("form")
  enterGoesOn(form)
  onSend(form, async (values) => {
    await send(subject, dialog.dataset.step, values)
    dialog.close()
  }, (problem) => showProblem(form, problem))
}
