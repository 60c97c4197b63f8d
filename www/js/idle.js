import { hearTabs, tellTabs } from "./session.js"

const signs = ["keydown", "pointerdown", "pointermove", "wheel", "touchstart"]
const tellEveryMilliseconds = 5_000

/**
 * Watches whether anybody is at the desk, in any of its tabs.
 * @param {{afterSeconds: number, warnSeconds: number,
 *   warn: (leftSeconds: number|null) => void, idle: () => void}} options
 * @returns {{stop: () => void, restart: () => void}}
 */
export function watchIdle({ afterSeconds, warnSeconds, warn, idle }) {
  let last = Date.now()
  let told = 0
  let warned = false
  const active = () => {
    last = Date.now()
    if (warned) warn(null)
    warned = false
    if (last - told > tellEveryMilliseconds || last < told) {
      told = last
      tellTabs("active")
    }
  }
  const look = () => {
    // A clock that was set back must not keep the screen open.
    if (Date.now() < last) last = Date.now()
    const left = Math.ceil(afterSeconds - (Date.now() - last) / 1000)
    if (left <= 0) idle()
    else if (left <= warnSeconds) {
      warned = true
      warn(left)
    }
  }
  for (const sign of signs) addEventListener(sign, active, { passive: true, capture: true })
  hearTabs((what) => {
    if (what !== "active") return
    last = Date.now()
    if (warned) warn(null)
    warned = false
  })
  let timer = setInterval(look, 1000)
  return {
    stop() {
      clearInterval(timer)
      warn(null)
    },
    restart() {
      clearInterval(timer)
      last = Date.now()
      timer = setInterval(look, 1000)
    },
  }
}
