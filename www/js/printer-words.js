/**
 * What a printer's state means to whoever wants to print.
 * @param {{condition: string, trouble: string|null}} printer
 */
export function meaningOf({ condition, trouble }) {
  if (condition === "stopped" || condition === "unreachable") return "stop"
  if (trouble) return "alert"
  return condition === "ready" || condition === "printing" ? "good" : "wait"
}
