import { get } from "./api.js"
import { moment } from "./dates.js"
import { ListView } from "./list-view.js"
import { clone, fill } from "./template.js"
import { say } from "./words.js"

/**
 * A tab's table, read when the tab is opened.
 * @param {HTMLElement} root @param {string} path @param {(item: object) => HTMLElement} rowOf
 */
export function tabList(root, path, rowOf) {
  return new ListView(root, (options) => get(path, options), ({ items }) => {
    root.querySelector("tbody").replaceChildren(...items.map(rowOf))
    return items.length
  })
}

/** A line of the card's history. @param {object} item */
export function historyRow(item) {
  return fill(clone("history-row"), {
    at: moment(item.at), operator: item.operator_name, what: item.text,
    from: item.from_card ? say("merge.from", { n: item.from_card }) : null,
  })
}
