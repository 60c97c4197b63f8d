import "../elements/password-field.js"
import "../preferences.js"
import { Submission, get } from "../api.js"
import { enterGoesOn, onSend, showProblem } from "../form.js"

const form = document.querySelector("#setup")
const submission = new Submission("/api/v1/setup", { open: true })

enterGoesOn(form)
onSend(form, async (values) => {
  await submission.send(values)
  location.assign("/desk")
})

async function start() {
  const status = await get("/api/v1/status", { open: true })
  if (!status.setup_needed) location.assign("/sign-in")
}
start().catch((problem) => {
  if (!("code" in problem)) throw problem
  showProblem(form, problem)
})
