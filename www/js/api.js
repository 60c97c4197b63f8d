import { say } from "./words.js"
import { newId } from "./uuid.js"

/** What the server (or the lack of one) said instead of doing it. */
export class Problem extends Error {
  /** @param {number} status @param {object} body problem+json, or what is left of it */
  constructor(status, body) {
    super(body.detail || body.title || say("problem.unexpected"))
    this.status = status
    this.code = body.code ?? "unexpected"
    this.title = body.title ?? ""
    this.fields = body.fields ?? []
    this.retryAfterSeconds = body.retry_after_seconds ?? 0
  }

  /** True while the frame already tells the story: locked, signed out. */
  get isTold() { return this.code === "screen_locked" || this.code === "signed_out" }

  /** True when nobody can know whether the write was done; the same key must be used again. */
  get isOpen() { return [0, 401, 423, 429].includes(this.status) || this.status >= 500 }
}

/** Where everybody may ask how this computer is. */
export const statusPath = "/api/v1/status"
let whoIsHere = async () => ({ token: "", locked: false })
let lastCallAt = 0

/**
 * Where calls learn whose session it is.
 * @param {(fresh: boolean) => Promise<{token: string, locked: boolean}>} source
 */
export function takeSessionFrom(source) { whoIsHere = source }

/** When the server last heard from this page that somebody is here. */
export const lastHeardAt = () => lastCallAt

/**
 * @param {string} path
 * @param {{signal?: AbortSignal, open?: boolean, background?: boolean, as?: "blob"}} [options]
 *   as: what is not JSON
 *   open: needs no session, or asks for it; background: nobody asked, so it is no sign of anybody being here
 */
export async function get(path, options = {}) {
  // Behind a closed screen every answer would be a refusal: nothing is asked.
  if (!options.open && (await whoIsHere(false)).locked) throw new Problem(423, { code: "screen_locked" })
  return request("GET", path, undefined, options)
}
/**
 * @param {string} path
 * @param {object} body
 * @param {{key?: string, signal?: AbortSignal, open?: boolean}} [options]
 */
export const post = (path, body = {}, options = {}) => request("POST", path, body, options)
/** @param {string} path @param {object|Blob} body @param {{keepalive?: boolean, open?: boolean}} [options] */
export const put = (path, body = {}, options = {}) => request("PUT", path, body, options)
/** @param {string} path */
export const remove = (path, options = {}) => request("DELETE", path, undefined, options)

async function request(method, path, body, options) {
  let response = await send(method, path, body, options, false)
  if (response.status === 403 && method !== "GET" && !options.open) {
    const refused = await problemOf(response)
    if (refused.code === "role_missing") throw refused
    // Another tab may have changed the session since this one read its token.
    response = await send(method, path, body, options, true)
  }
  if (response.ok && options.as === "blob") return response.blob()
  if (response.ok) return response.status === 204 ? null : response.json()
  const problem = await problemOf(response)
  if (problem.code === "screen_locked") document.dispatchEvent(new CustomEvent("desk:locked"))
  if (problem.code === "signed_out") document.dispatchEvent(new CustomEvent("desk:signed-out"))
  throw problem
}

async function send(method, path, body, { key, signal, keepalive, open, background }, fresh) {
  const headers = new Headers({ Accept: "application/json" })
  const isFile = body instanceof Blob
  if (isFile) headers.set("Content-Type", "application/octet-stream")
  else if (body !== undefined || method !== "GET") headers.set("Content-Type", "application/json")
  if (method !== "GET" && !open) headers.set("X-Frontdesk-Token", (await whoIsHere(fresh)).token)
  if (key) headers.set("Idempotency-Key", key)
  if (background) headers.set("X-Frontdesk-Background", "1")
  else if (path !== statusPath) lastCallAt = Date.now()
  try {
    return await fetch(path, {
      method, headers, signal, keepalive,
      body: body === undefined || isFile ? body : JSON.stringify(body),
      cache: "no-store", credentials: "same-origin", redirect: "error",
    })
  } catch (error) {
    if (error.name === "AbortError") throw error
    if (path !== statusPath) document.dispatchEvent(new CustomEvent("desk:silent"))
    throw new Problem(0, { code: "unreachable", detail: say("problem.unreachable") })
  }
}

async function problemOf(response) {
  try {
    return new Problem(response.status, await response.clone().json())
  } catch {
    return new Problem(response.status, {})
  }
}

/**
 * One thing the operator wants done: the same content keeps its key until an answer is certain,
 * so that a double click, a retry or a power cut cannot do it twice.
 */
export class Submission {
  #path
  #options
  #key = ""
  #content = ""
  #running = null

  /** @param {string} path @param {{open?: boolean}} [options] open: before anybody is signed in */
  constructor(path, options = {}) {
    this.#path = path
    this.#options = options
  }

  /** @param {object} body */
  send(body = {}) {
    this.#running ??= this.#send(body).finally(() => { this.#running = null })
    return this.#running
  }

  async #send(body) {
    const content = JSON.stringify(body)
    if (content !== this.#content) [this.#content, this.#key] = [content, newId()]
    try {
      const answer = await post(this.#path, body, { ...this.#options, key: this.#key })
      this.#content = ""
      return answer
    } catch (problem) {
      if (!problem.isOpen) this.#content = ""
      throw problem
    }
  }
}

/**
 * Reads what explains a refusal. That it cannot be read is no reason to keep the refusal back.
 * @param {() => Promise<unknown>} read
 */
export async function ifPossible(read) {
  try {
    await read()
  } catch (problem) {
    if (!("code" in problem)) throw problem
  }
}

const submissions = new Map()

/**
 * The one submission of this address, so that a second press of a button repeats the first one's key.
 * @param {string} path
 */
export function submissionTo(path) {
  if (!submissions.has(path)) submissions.set(path, new Submission(path))
  return submissions.get(path)
}
