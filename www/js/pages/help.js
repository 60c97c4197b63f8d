import "../frame.js"
import { onStatus } from "../live.js"
import { fill } from "../template.js"
import { say } from "../words.js"

onStatus((status) => {
  if (status) {
    fill(document.querySelector("#program"), { version: say("help.version", { version: status.version }) })
  }
})
