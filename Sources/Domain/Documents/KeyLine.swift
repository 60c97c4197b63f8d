/// A desk's public document key as one word that a person can send: `frontdesk-key-1.47.<base32>`, the desk's
/// prefix, then the key's 32 bytes with three of a digest behind them.
///
/// The digest is no secret: it tells a letter that was lost on the way from another key.
package struct KeyLine: Hashable, Sendable {
    package static let mark = "frontdesk-key-1"
    private static let keyByteCount = 32
    private static let checkByteCount = 3

    package let prefix: String
    package let publicKey: [UInt8]

    package init(prefix: String, publicKey: [UInt8]) {
        self.prefix = prefix
        self.publicKey = publicKey
    }

    package func text(sha256: ([UInt8]) -> [UInt8]) -> String {
        "\(KeyLine.mark).\(prefix).\(Base32.text(publicKey + check(sha256)))"
    }

    /// Takes any case and blanks around and inside; nil when it is no such line or its check is wrong.
    package init?(_ typed: String, sha256: ([UInt8]) -> [UInt8]) {
        let word = String(TypedText.plain(typed).filter { !$0.isWhitespace })
        let pieces = word.split(separator: ".", omittingEmptySubsequences: false)
        guard pieces.count == 3, pieces[0].lowercased() == KeyLine.mark,
            DeskPrefix(stored: String(pieces[1])) != nil, let bytes = Base32.bytes(pieces[2].utf8),
            bytes.count == KeyLine.keyByteCount + KeyLine.checkByteCount
        else { return nil }
        self.init(prefix: String(pieces[1]), publicKey: Array(bytes.prefix(KeyLine.keyByteCount)))
        guard bytes.suffix(KeyLine.checkByteCount).elementsEqual(check(sha256)) else { return nil }
    }

    private func check(_ sha256: ([UInt8]) -> [UInt8]) -> ArraySlice<UInt8> {
        sha256(Array("\(KeyLine.mark).\(prefix).".utf8) + publicKey).prefix(KeyLine.checkByteCount)
    }
}
