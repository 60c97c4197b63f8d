/// The request target, checked and taken apart: the path percent-decoded once, the query as pairs.
///
/// Strict where a lenient reading could differ from somebody else's: a slash, a NUL or a control character
/// must not come out of an escape in the path, and what is not UTF-8 is no path of ours.
struct Target {
    let path: String
    let query: [(name: String, value: String)]

    /// 64: no page of ours sends more than four, and pairs cost memory.
    private static let maxPairs = 64

    init?(_ raw: UnsafeBufferPointer<UInt8>) {
        guard raw.first == UInt8(ascii: "/"), raw.allSatisfy(Self.fits) else { return nil }
        let mark = raw.firstIndex(of: UInt8(ascii: "?")) ?? raw.endIndex
        guard let path = Self.path(raw[..<mark]) else { return nil }
        self.path = path
        guard mark < raw.endIndex else {
            query = []
            return
        }
        let parts = raw[(mark + 1)...].split(separator: UInt8(ascii: "&"))
        guard parts.count <= Self.maxPairs else { return nil }
        var query: [(name: String, value: String)] = []
        for part in parts {
            let sign = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
            guard let name = Self.decoded(part[..<sign], plusIsSpace: true),
                let value = Self.decoded(part[sign...].dropFirst(), plusIsSpace: true)
            else { return nil }
            query.append((name: name, value: value))
        }
        self.query = query
    }

    /// Visible ASCII without `#`: a fragment never travels.
    private static func fits(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "#")
    }

    private static func path(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
        guard bytes.contains(UInt8(ascii: "%")) else { return String(decoding: bytes, as: UTF8.self) }
        guard let text = decoded(bytes, plusIsSpace: false) else { return nil }
        let slashes = bytes.count { $0 == UInt8(ascii: "/") }
        guard text.utf8.count(where: { $0 == UInt8(ascii: "/") }) == slashes else { return nil }
        return text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } ? text : nil
    }

    private static func decoded(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, plusIsSpace: Bool) -> String? {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var at = bytes.startIndex
        while at < bytes.endIndex {
            var byte = bytes[at]
            if byte == UInt8(ascii: "%") {
                guard at + 2 < bytes.endIndex, let high = digit(bytes[at + 1]), let low = digit(bytes[at + 2])
                else {
                    return nil
                }
                byte = high << 4 | low
                guard byte != 0 else { return nil }
                at += 2
            } else if plusIsSpace && byte == UInt8(ascii: "+") {
                byte = 0x20
            }
            out.append(byte)
            at += 1
        }
        return String(validating: out, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
