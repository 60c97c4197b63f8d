// The program waits for its records. When it is ready, the page that was asked for takes the place of this.
const pauseMilliseconds = 5000

async function look() {
  try {
    const answer = await fetch("/readyz", { cache: "no-store" })
    if (answer.ok) return location.reload()
  } catch {
    // The program itself is away for a moment, as in a restart: the next look tells.
  }
  setTimeout(look, pauseMilliseconds)
}
setTimeout(look, pauseMilliseconds)
