import { submissionTo } from "./api.js"
import { asking } from "./asking.js"
import { changed } from "./live.js"
import { fullName } from "./search.js"
import { say } from "./words.js"

// Steps that need a word, or a second thought → what asks for it.
const asks = new Map(Array.from(document.querySelectorAll("dialog[data-step]"), (dialog) => {
  const { step } = dialog.dataset
  return [step, asking(dialog, (values, visit) => send(visit, step, values))]
}))

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
  const ask = asks.get(step)
  if (ask) {
    const who = visit.patient ? fullName(visit.patient) : say("visit.nobody")
    return ask({ who, number: say("visit.number", { n: visit.number }) }, visit)
  }
  try {
    await send(visit, step, {})
  } catch (problem) {
    if (!("code" in problem)) throw problem
    if (!problem.isTold) failed(problem)
  }
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
