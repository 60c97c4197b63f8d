package import Domain

/// A ticket in the language of receipt printers (ESC/POS): as dots, never as letters, for a letter's number
/// differs from printer to printer and Cyrillic most of all.
package enum TicketBytes {
    // A cheap printer keeps only so many rows of a picture at a time.
    private static let bandRows = 128

    package static func of(_ picture: Bitmap) -> [UInt8] {
        var bytes: [UInt8] = [0x1B, 0x40]  // ESC @: forgets what was set before
        for first in stride(from: 0, to: picture.height, by: bandRows) {
            let rows = min(bandRows, picture.height - first)
            bytes += [0x1D, 0x76, 0x30, 0]  // GS v 0: a picture, dot by dot
            bytes += little(picture.rowBytes) + little(rows)
            bytes += picture.bits[(first * picture.rowBytes)..<((first + rows) * picture.rowBytes)]
        }
        // ESC d 4, GS V B 0: on to the knife, and cut.
        return bytes + [0x1B, 0x64, 4, 0x1D, 0x56, 0x42, 0]
    }

    private static func little(_ number: Int) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8)] }
}
