import { get, put } from "./api.js"

const pieceBytes = 512 * 1024

/**
 * Sends a file piece by piece, each no longer than a request may be.
 * @param {string} path
 * @param {File} file
 */
export async function sendFile(path, file) {
  const { id } = await put(path, { bytes: file.size })
  for (let number = 0; number * pieceBytes < file.size; number += 1) {
    const piece = file.slice(number * pieceBytes, (number + 1) * pieceBytes)
    await put(`${path}/pieces/${number}?list=${id}`, piece)
  }
}

/**
 * Lets the browser save the lines that were left.
 * @param {string} path
 * @param {{id: string, errors_id: string, errors_bytes: number}} list
 * @param {string} name
 */
export async function saveErrors(path, { id, errors_id: errors, errors_bytes: bytes }, name) {
  const pieces = []
  for (let from = 0; from < bytes; from += pieceBytes) {
    pieces.push(await get(`${path}/errors?list=${id}&errors=${errors}&from=${from}`, { as: "blob" }))
  }
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob(pieces, { type: "text/csv;charset=utf-8" }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
