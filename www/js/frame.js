import "./elements/lock-screen.js"
import "./elements/operator-menu.js"
import "./elements/password-field.js"
import "./elements/patient-search.js"
import "./elements/status-strip.js"
import "./preferences.js"
import { firstSession, hasRole, hearTabs } from "./session.js"
import { isTyping, onKey } from "./keys.js"
import { onStatus, startLive } from "./live.js"
import { signInAddress } from "./next.js"
import { isScanning } from "./scanner.js"

// The frame around every page of the desk: tasks, keys, the banner, and where the hand is when
// nothing else has it.

const tasks = Array.from(document.querySelectorAll("[data-task]"))
const find = document.querySelector("#find")

function showTask() {
  const here = document.body.dataset.page
  for (const task of tasks) {
    if (task.dataset.task.split(" ").includes(here)) task.setAttribute("aria-current", "page")
  }
}

/** Tasks that need a role are there only for those who have it. */
async function showTasksOf() {
  const who = await firstSession()
  for (const part of document.querySelectorAll("[data-roles]")) {
    part.hidden = !hasRole(who, ...part.dataset.roles.split(" "))
  }
  document.documentElement.dataset.ready = "true"
}

function bindKeys() {
  for (const task of tasks) {
    if (!task.dataset.key) continue
    onKey(`Alt+Digit${task.dataset.key}`, () => (task.checkVisibility() ? task.click() : false))
  }
  const help = document.querySelector("#keys")
  const showKeys = () => { if (!help.open) help.showModal() }
  onKey("F2", () => { if (canServe()) location.assign("/register?new") })
  const look = () => {
    find.focus()
    document.dispatchEvent(new CustomEvent("desk:find"))
  }
  onKey("Ctrl+KeyK", look)
  onKey("Alt+KeyQ", () => location.assign("/printing"))
  // The address in a document's code has strokes of its own.
  onKey("Slash", () => (isScanning() ? false : look()))
  onKey("Shift+Slash", showKeys)
  onKey("Shift+Digit7", (event) => (event.key === "?" ? showKeys() : false))
  document.addEventListener("keydown", (event) => {
    // In the empty search field nobody writes a question mark, or the stroke that leads to it.
    const isSign = event.key === "?" || event.key === "/"
    const isEmpty = event.target === find && find.value === ""
    if (!isSign || !isEmpty || document.documentElement.dataset.locked) return
    event.preventDefault()
    if (event.key === "?") showKeys()
    else look()
  })
  for (const button of document.querySelectorAll("[data-show-keys]")) {
    button.addEventListener("click", showKeys)
  }
}

const canServe = () => !document.querySelector("[data-task~=patients]").hidden

/** Letters typed while nothing has the focus go to the one field. */
function catchTyping() {
  document.addEventListener("keydown", (event) => {
    const isHeld = event.ctrlKey || event.altKey || event.metaKey
    const isText = event.key.length === 1 && event.key !== " " && !isHeld
    const isFree = document.activeElement === document.body && !document.querySelector("dialog:modal")
    if (isText && isFree && !event.defaultPrevented && !isTyping(event.target)) find.focus()
  })
}

function showBanner() {
  const banner = document.querySelector("[data-banner]")
  onStatus((status) => {
    if (!status) return
    banner.textContent = status.banner ?? ""
    banner.hidden = !status.banner
    document.querySelector("[data-clinic]").textContent = status.clinic
  })
}

function closeDialogs() {
  document.addEventListener("click", (event) => {
    const close = event.target.closest?.("[data-close]")
    close?.closest("dialog")?.close()
  })
}

document.addEventListener("desk:signed-out", () => location.assign(signInAddress()))
hearTabs((what) => {
  if (what === "signed-out") location.assign("/sign-in")
  if (what === "switched") location.assign("/desk")
})
showTask()
bindKeys()
catchTyping()
showBanner()
closeDialogs()
startLive()
void showTasksOf().catch((problem) => { if (!("code" in problem)) throw problem })
if (document.activeElement === document.body && !document.querySelector("[data-first]")) find.focus()
