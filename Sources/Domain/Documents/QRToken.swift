// The 91 bytes of a code, numbers with the most significant byte first:
//
//     0        version (4 bits) and sort (4 bits)
//     1–3      the key's id, the first bytes of SHA-256 of the key
//     4–13     the document's 80 random bits
//     14–17    counter: of the key, without gaps, one for each sheet
//     18–19    day of issue, 20–21 first day, 22–23 last day: days since 2020-01-01
//     24–25    product: a number from the catalogue, 0 for none
//     26       holder tag
//     27–90    Ed25519 over "frontdesk-qr-v1", a nought byte and the 27 bytes before
//
// 65535 as a last day means that there is none. No name, no birth date, no sum and no diagnosis.

/// What the code on a sheet says, and the signature under it.
package struct QRToken: Hashable, Sendable {
    /// What is signed.
    package struct Content: Hashable, Sendable {
        package static let byteCount = 27

        package let sort: DocumentSort
        package let key: KeyID
        package let document: DocID
        package let counter: UInt32
        package let issued: TokenDay
        package let validFrom: TokenDay
        /// Nil for a paper without an end.
        package let validTo: TokenDay?
        package let product: UInt16
        package let holderTag: UInt8

        package init(
            sort: DocumentSort, key: KeyID, document: DocID, counter: UInt32, issued: TokenDay,
            validFrom: TokenDay, validTo: TokenDay?, product: UInt16, holderTag: UInt8
        ) {
            self.sort = sort
            self.key = key
            self.document = document
            self.counter = counter
            self.issued = issued
            self.validFrom = validFrom
            self.validTo = validTo
            self.product = product
            self.holderTag = holderTag
        }

        package var bytes: [UInt8] {
            var bytes = [QRToken.version << 4 | sort.nibble]
            bytes += key.bytes
            bytes += document.bytes
            QRToken.put(counter, &bytes)
            QRToken.put(issued.number, &bytes)
            QRToken.put(validFrom.number, &bytes)
            QRToken.put(validTo?.number ?? TokenDay.none, &bytes)
            QRToken.put(product, &bytes)
            bytes.append(holderTag)
            return bytes
        }

        /// What the key signs: bytes that can be nothing but such a code.
        package var signed: [UInt8] { QRToken.signed(bytes) }
    }

    package static let version: UInt8 = 1
    package static let signatureByteCount = 64
    package static let byteCount = Content.byteCount + signatureByteCount

    package let content: Content
    package let signature: [UInt8]

    package init?(_ content: Content, signature: [UInt8]) {
        guard signature.count == QRToken.signatureByteCount else { return nil }
        self.content = content
        self.signature = signature
    }

    package var bytes: [UInt8] { content.bytes + signature }

    /// As printed behind the address, stored and sent.
    package var text: String { Base32.text(bytes) }

    package init?(_ text: String) {
        guard let bytes = Base32.bytes(text.utf8), let token = try? QRToken(bytes: bytes) else { return nil }
        self = token
    }
}

extension QRToken {
    private static let domain = Array("frontdesk-qr-v1\0".utf8)

    /// Nothing is believed yet: whether the signature holds is for whoever has the keys.
    package init(bytes: [UInt8]) throws(FormatFault) {
        guard bytes.count == QRToken.byteCount else { throw .torn }
        guard bytes[0] >> 4 == QRToken.version, let sort = DocumentSort(nibble: bytes[0] & 15) else {
            throw .newer
        }
        guard let key = KeyID(bytes: bytes[1..<4]), let document = DocID(bytes: bytes[4..<14]) else {
            throw .damaged
        }
        let last = QRToken.number(bytes, 22)
        content = Content(
            sort: sort, key: key, document: document,
            counter: UInt32(QRToken.number(bytes, 14)) << 16 | UInt32(QRToken.number(bytes, 16)),
            issued: TokenDay(number: QRToken.number(bytes, 18)),
            validFrom: TokenDay(number: QRToken.number(bytes, 20)),
            validTo: last == TokenDay.none ? nil : TokenDay(number: last),
            product: QRToken.number(bytes, 24), holderTag: bytes[26])
        signature = Array(bytes[Content.byteCount...])
    }

    fileprivate static func signed(_ bytes: [UInt8]) -> [UInt8] { domain + bytes }

    fileprivate static func put(_ number: some FixedWidthInteger & UnsignedInteger, _ bytes: inout [UInt8]) {
        for shift in stride(from: number.bitWidth - 8, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    private static func number(_ bytes: [UInt8], _ place: Int) -> UInt16 {
        UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1])
    }
}

/// A day in two bytes: from 2020-01-01 into the year 2199.
package struct TokenDay: Hashable, Sendable {
    static let none = UInt16.max
    private static let first = 18_262

    package let number: UInt16

    init(number: UInt16) { self.number = number }

    /// Nil for a day that two bytes do not reach.
    package init?(_ day: CalendarDay) {
        guard let number = UInt16(exactly: day.daysSince1970 - TokenDay.first), number != TokenDay.none else {
            return nil
        }
        self.number = number
    }

    package var day: CalendarDay {
        guard let day = CalendarDay(daysSince1970: TokenDay.first + Int(number)) else {
            preconditionFailure("65 536 days from 2020 on are all in the calendar")
        }
        return day
    }
}
