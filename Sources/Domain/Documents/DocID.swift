/// What a paper's code calls its document: 80 random bits, the key of the register and of the page behind the
/// code. It is not the document's `ID`, which tells the time of minting.
package struct DocID: Hashable, Sendable {
    package static let byteCount = 10

    private let high: UInt16
    private let low: UInt64

    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == DocID.byteCount else { return nil }
        high = bytes.prefix(2).reduce(0) { $0 << 8 | UInt16($1) }
        low = bytes.dropFirst(2).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Sixteen letters of base32, as stored and sent.
    package init?(_ text: String) {
        guard let bytes = Base32.bytes(text.utf8) else { return nil }
        self.init(bytes: bytes)
    }

    package var bytes: [UInt8] {
        (0..<DocID.byteCount).map { place in
            place < 2
                ? UInt8(truncatingIfNeeded: high >> (8 - 8 * UInt16(place)))
                : UInt8(truncatingIfNeeded: low >> (56 - 8 * UInt64(place - 2)))
        }
    }

    package var text: String { Base32.text(bytes) }

    /// The first 40 bits, which a person can type.
    var head: UInt64 { UInt64(high) << 24 | low >> 40 }
}
