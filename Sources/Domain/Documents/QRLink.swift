/// The address that a code holds: `HTTPS://<HOST>/Q/<base32>`. It is read and written here, never opened.
package enum QRLink {
    private static let scheme = Array("HTTPS://".utf8)
    private static let path = Array("/Q/".utf8)
    /// Longer than any address that a scanner gives.
    package static let longest = 2_000

    package static func text(_ token: QRToken, at host: CodeHost) -> String {
        "HTTPS://\(host.text)/Q/\(token.text)"
    }

    /// Whether a text looks like an address, in any case and on either layout.
    package static func isLikely(_ typed: String) -> Bool {
        guard let text = plain(typed) else { return false }
        return text.starts(with: scheme) || text.starts(with: Array("HTTP://".utf8))
    }

    /// Takes any case, spaces around and line breaks inside, and what the keys gave on the Russian layout.
    package static func read(_ typed: String, hosts: CodeHosts) throws(FormatFault) -> QRToken {
        guard let text = plain(typed) else { throw .notACode }
        guard text.starts(with: scheme) else {
            // Torn within the first letters of the address.
            throw !text.isEmpty && scheme.starts(with: text) ? .torn : .notACode
        }
        let address = text.dropFirst(scheme.count)
        let host = address.prefix { $0 != UInt8(ascii: "/") }
        let rest = address.dropFirst(host.count)
        guard hosts.has(host) else {
            throw rest.isEmpty && hosts.begins(with: host) ? .torn : .foreign(host: shown(host))
        }
        guard rest.starts(with: path) else {
            throw path.starts(with: rest) ? .torn : .foreign(host: shown(host))
        }
        let tail = rest.dropFirst(path.count)
        guard tail.allSatisfy(Base32.isLetter) else { throw .damaged }
        guard tail.count == Base32.length(ofBytes: QRToken.byteCount) else { throw .torn }
        guard let bytes = Base32.bytes(tail) else { throw .damaged }
        return try QRToken(bytes: bytes)
    }

    /// Without blanks, in upper case, as on the Latin layout; nil when some sign is of no layout.
    private static func plain(_ typed: String) -> [UInt8]? {
        var (ascii, typed) = ([UInt8](), typed)
        let isPlain = typed.withUTF8 { utf8 in
            guard utf8.count <= longest else { return false }
            ascii.reserveCapacity(utf8.count)
            for byte in utf8 {
                guard byte < 0x80 else { return false }
                if byte > 0x20 && byte != 0x7F { ascii.append(upper(byte)) }
            }
            return true
        }
        return isPlain ? ascii : typed.utf8.count <= longest * 2 ? fromRussianKeys(typed) : nil
    }

    /// On the Russian layout the keys of the point, the slash and the colon are ю, a point and Ж.
    private static func fromRussianKeys(_ typed: String) -> [UInt8]? {
        let scalars = TypedText.plain(typed).unicodeScalars
        let isRussian = scalars.contains { Alphabet.onLatinKeys($0) != nil }
        var bytes: [UInt8] = []
        for scalar in scalars where !scalar.properties.isWhitespace {
            switch scalar {
            case "ю", "Ю": bytes.append(UInt8(ascii: "."))
            case "ж", "Ж": bytes.append(UInt8(ascii: ":"))
            case "." where isRussian: bytes.append(UInt8(ascii: "/"))
            default:
                guard let latin = UInt8(exactly: (Alphabet.onLatinKeys(scalar) ?? scalar).value), latin < 0x80
                else { return nil }
                bytes.append(upper(latin))
            }
        }
        return bytes
    }

    private static func upper(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 32 : byte
    }

    /// Somebody else's host may be as long as it likes; a sentence names its beginning.
    private static func shown(_ host: some Collection<UInt8>) -> String {
        let most = 60
        return String(decoding: host.prefix(most), as: UTF8.self).lowercased()
            + (host.count > most ? "…" : "")
    }
}
