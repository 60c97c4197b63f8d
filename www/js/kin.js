import { say } from "./words.js"

/** What somebody is to somebody. @param {{role: string, word: string|null}} link */
export const roleOf = (link) => link.word ?? say(`family.role.${link.role}`)
