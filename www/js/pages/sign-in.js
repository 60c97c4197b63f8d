import "../elements/parked-operators.js"
import "../elements/password-field.js"
import "../preferences.js"
import { get, post } from "../api.js"
import { onSend, showProblem } from "../form.js"
import { nextPage } from "../next.js"
import { tellTabs } from "../session.js"

const form = document.querySelector("#sign-in")
const parked = document.querySelector("parked-operators")

function enter() {
  // Somebody else may sign in now: what the last one looked for is not theirs.
  sessionStorage.clear()
  tellTabs("switched")
  location.assign(nextPage())
}

onSend(form, async ({ login, password }) => {
  await post("/api/v1/session", { login: login.trim(), password }, { open: true })
  enter()
}, (problem) => {
  form.elements.password.value = ""
  showProblem(form, problem)
  form.elements[form.elements.login.value ? "password" : "login"].focus()
})
form.elements.login.addEventListener("keydown", (event) => {
  if (!/^(Numpad)?Enter$/.test(event.code) || form.elements.password.value) return
  event.preventDefault()
  form.elements.password.focus()
})
parked.addEventListener("desk:switched", enter)

async function start() {
  const status = await get("/api/v1/status", { open: true })
  if (status.setup_needed) return location.assign("/setup")
  document.querySelector("[data-clinic]").textContent = status.clinic
  const banner = document.querySelector("[data-banner]")
  banner.textContent = status.banner ?? ""
  banner.hidden = !status.banner
  await parked.load()
}
start().catch((problem) => {
  if (!("code" in problem)) throw problem
  showProblem(form, problem)
})
