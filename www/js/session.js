import { get, takeSessionFrom } from "./api.js"

let current = null
const channel = new BroadcastChannel("frontdesk.session")

/**
 * Who is at this desk.
 * @param {{background?: boolean}} [options]
 * @returns {Promise<{id: string, operator: {id: string, name: string, roles: string[], has_pin: boolean},
 *   token: string, locked: boolean, lock_after_seconds: number, shift: object|null}>}
 */
export function session(options = {}) {
  current ??= get("/api/v1/session", { ...options, open: true }).catch((problem) => {
    current = null
    throw problem
  })
  return current
}

const againMilliseconds = 2_000
let first = null

/** The first answer about who is here, however long the program is silent before it. */
export function firstSession() { return first ??= askUntilKnown() }

async function askUntilKnown() {
  for (;;) {
    try {
      return await session()
    } catch (problem) {
      if (!("code" in problem) || problem.isTold) throw problem
      await new Promise((resolve) => { setTimeout(resolve, againMilliseconds) })
    }
  }
}

/** Reads it again, after something may have changed it. @param {{background?: boolean}} [options] */
export function readSessionAgain(options = {}) {
  current = null
  return session(options)
}

/** The screen was closed here or in another tab. */
export function markLocked() { current = current?.then((who) => ({ ...who, locked: true })) ?? null }

/** Takes the body that a sign-in, unlock or switch answered with. @param {object} body */
export function takeSession(body) { current = Promise.resolve(body) }

/** @param {object} who @param {string[]} roles */
export const hasRole = (who, ...roles) => roles.some((role) => who.operator.roles.includes(role))

/** Tells the other tabs: locked, unlocked, signed-out, switched, active, changed. @param {string} what */
export function tellTabs(what) { channel.postMessage(what) }

/** Hears the other tabs. @param {(what: string) => void} heard */
export function hearTabs(heard) { channel.addEventListener("message", (event) => heard(event.data)) }

takeSessionFrom((fresh) => (fresh ? readSessionAgain() : session()))

/** Lets half-typed forms reach the server while it still takes them. */
export async function settle() {
  const waits = []
  document.dispatchEvent(new CustomEvent("desk:before-lock", { detail: waits }))
  await Promise.allSettled(waits)
}
