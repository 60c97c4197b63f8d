import { get, statusPath } from "./api.js"
import { hearTabs, tellTabs } from "./session.js"

const everySeconds = 5
// A program that is stopped but not gone takes the question and never answers.
const patienceMilliseconds = 4_000
const watchers = new Set()
const readers = new Set()
let revision = null
let failedSince = 0

/**
 * Runs when the records may have changed: another revision, another tab, the screen unlocked. What it reads
 * nobody asked for: the options it is given say so to the server.
 * @param {(options: {background: true}) => void} changed
 */
export function onChange(changed) {
  watchers.add(changed)
  return () => watchers.delete(changed)
}

/**
 * Runs with every reading of the state of this computer, or with null and the time since which it is silent.
 * @param {(status: object|null, failedSince: number) => void} read
 */
export function onStatus(read) {
  readers.add(read)
  return () => readers.delete(read)
}

/** Says that this tab wrote something. */
export function changed() {
  tellTabs("changed")
  wake()
  void readStatus()
}

/** Asks the server how it is. */
export async function readStatus() {
  try {
    const status = await get(statusPath, { open: true, signal: AbortSignal.timeout(patienceMilliseconds) })
    const wasSilent = failedSince !== 0
    failedSince = 0
    const isNew = revision !== null && revision !== status.revision
    revision = status.revision
    for (const read of readers) read(status, 0)
    if (wasSilent) document.dispatchEvent(new CustomEvent("desk:answers"))
    if (isNew || wasSilent) wake()
  } catch {
    tellSilence()
  }
}

function tellSilence() {
  failedSince ||= Date.now()
  for (const read of readers) read(null, failedSince)
}

/** Lets everything that shows records read them again. */
export function wake() { for (const watcher of watchers) watcher({ background: true }) }

/** Starts asking; called once by the frame. */
export function startLive() {
  void readStatus()
  setInterval(() => { if (!document.hidden) void readStatus() }, everySeconds * 1000)
  addEventListener("focus", () => void readStatus())
  document.addEventListener("visibilitychange", () => { if (!document.hidden) void readStatus() })
  hearTabs((what) => { if (what === "changed") void readStatus().then(wake) })
  document.addEventListener("desk:unlocked", wake)
  // A question that found nobody says it first; the next reading confirms or takes it back.
  document.addEventListener("desk:silent", () => {
    tellSilence()
    void readStatus()
  })
}
