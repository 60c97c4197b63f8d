extension JSON {
    /// The document as UTF-8, without spaces, members in their own order.
    package var bytes: [UInt8] {
        var sink = ByteSink(capacity: 1024)
        write(to: &sink, canonically: false)
        return sink.bytes
    }

    /// The one form that is hashed, signed and shipped: no spaces, members sorted by the UTF-8 bytes of their
    /// names, whole numbers only. Two equal facts have equal bytes. See docs/operation-format.md.
    package var canonical: [UInt8] {
        var sink = ByteSink(capacity: 1024)
        write(to: &sink, canonically: true)
        return sink.bytes
    }

    private func write(to out: inout ByteSink, canonically: Bool) {
        switch self {
        case .null: out.append("null")
        case .bool(let flag): out.append(flag ? "true" : "false")
        case .integer(let number): JSON.write(number, to: &out)
        case .number(let number):
            precondition(!canonically, "a canonical document has whole numbers only")
            precondition(number.isFinite, "JSON has no word for a number that is not finite")
            JSON.writeAsIs("\(number)", to: &out)
        case .string(let text): JSON.write(text, to: &out)
        case .array(let elements):
            out.append(UInt8(ascii: "["))
            var isFirst = true
            for element in elements {
                if !isFirst { out.append(UInt8(ascii: ",")) }
                isFirst = false
                element.write(to: &out, canonically: canonically)
            }
            out.append(UInt8(ascii: "]"))
        case .object(let members):
            out.append(UInt8(ascii: "{"))
            let ordered = canonically ? JSON.sorted(members) : members
            var isFirst = true
            for member in ordered {
                if !isFirst { out.append(UInt8(ascii: ",")) }
                isFirst = false
                JSON.write(member.name, to: &out)
                out.append(UInt8(ascii: ":"))
                member.value.write(to: &out, canonically: canonically)
            }
            out.append(UInt8(ascii: "}"))
        }
    }

    private static func sorted(_ members: [Member]) -> [Member] {
        let sorted = members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        for (one, next) in zip(sorted, sorted.dropFirst()) {
            precondition(one.name != next.name, "a canonical object names each member once")
        }
        return sorted
    }

    private static func write(_ number: Int64, to out: inout ByteSink) {
        if number < 0 { out.append(UInt8(ascii: "-")) }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var start = digits.count
            var rest = number.magnitude
            repeat {
                start -= 1
                digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0
            out.append(UnsafeBufferPointer(rebasing: digits[start...]))
        }
    }
}

// MARK: Text

extension JSON {
    /// Runs without escapes, nearly all of a document, are copied whole.
    private static func write(_ text: String, to out: inout ByteSink) {
        out.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { escape($0, to: &out) }
        out.append(UInt8(ascii: "\""))
    }

    private static func writeAsIs(_ text: String, to out: inout ByteSink) {
        var text = text
        text.withUTF8 { out.append($0) }
    }

    private static func escape(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout ByteSink) {
        guard let base = bytes.baseAddress else { return }
        var run = 0
        var index = 0
        while index < bytes.count {
            if index + 8 <= bytes.count,
                isPlain(UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
            {
                index += 8
                continue
            }
            let byte = base[index]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                out.append(UnsafeBufferPointer(start: base + run, count: index - run))
                run = index + 1
                escape(byte, to: &out)
            }
            index += 1
        }
        out.append(UnsafeBufferPointer(start: base + run, count: bytes.count - run))
    }

    /// Whether none of eight bytes needs an escape. A byte is zero after the exclusive or with its like, and
    /// below a bound after subtracting it; both show in its highest bit, unless that was set before, as in
    /// Cyrillic.
    private static func isPlain(_ eight: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        let quotes = eight ^ (ones &* 0x22)
        let slashes = eight ^ (ones &* 0x5C)
        let found =
            ((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes) | ((eight &- ones &* 0x20) & ~eight)
        return found & highs == 0
    }

    private static func escape(_ byte: UInt8, to out: inout ByteSink) {
        out.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: out.append(UInt8(ascii: "b"))
        case 0x0C: out.append(UInt8(ascii: "f"))
        case 0x0A: out.append(UInt8(ascii: "n"))
        case 0x0D: out.append(UInt8(ascii: "r"))
        case 0x09: out.append(UInt8(ascii: "t"))
        case 0..<0x20:
            out.append("u00")
            out.append(hexDigit(byte >> 4))
            out.append(hexDigit(byte & 15))
        default: out.append(byte)
        }
    }

    private static func hexDigit(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
    }
}
