// Every word that a script shows stands in the page, in <template data-words>, in the reader's language.

const table = new Map()
for (const template of document.querySelectorAll("template[data-words]")) {
  for (const word of template.content.children) table.set(word.dataset.key, word)
}
const plurals = new Intl.PluralRules(document.documentElement.lang)
const numbers = new Intl.NumberFormat(document.documentElement.lang)

/**
 * The text under a key, with {name} replaced by values.
 * @param {string} key
 * @param {Record<string, string|number>} [values]
 */
export function say(key, values = {}) {
  return put(table.get(key)?.textContent ?? "", values)
}

/**
 * The text under a key in the form that the number asks for.
 * @param {string} key
 * @param {number} n
 */
export function count(key, n) {
  const { one, few, many } = table.get(key)?.dataset ?? {}
  const form = { one, few, many }[plurals.select(n)] ?? many
  return put(form ?? "", { n: numbers.format(n) })
}

/**
 * Replaces {name} by values in a text that came from the page.
 * @param {string} text
 * @param {Record<string, string|number>} values
 */
export function put(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole))
}
