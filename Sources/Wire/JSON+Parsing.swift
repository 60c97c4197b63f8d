// A strict reader of RFC 8259, byte by byte. Outside strings every byte of a document is ASCII, so UTF-8 is
// only checked inside them, by the standard library's own validator. What two readers could understand
// differently is refused: a member named twice, a lone surrogate, an overlong number; and NUL, which C below
// us would cut at.

extension JSON {
    package init(parsing bytes: [UInt8], maxDepth: Int = 32) throws(JSONFault) {
        var reader = JSONReader(bytes, maxDepth: maxDepth)
        self = try reader.document()
    }
}

/// One pass over one document.
private struct JSONReader {
    private let bytes: [UInt8]
    private var at = 0
    private var depthLeft: Int

    init(_ bytes: [UInt8], maxDepth: Int) {
        self.bytes = bytes
        depthLeft = maxDepth
    }

    mutating func document() throws(JSONFault) -> JSON {
        skipSpace()
        let value = try value()
        skipSpace()
        guard at == bytes.count else { throw JSONFault(.trailingBytes, at: at) }
        return value
    }

    private mutating func value() throws(JSONFault) -> JSON {
        switch try peek() {
        case UInt8(ascii: "\""): return .string(try text())
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: throw JSONFault(.unexpectedByte, at: at)
        }
    }

    private mutating func object() throws(JSONFault) -> JSON {
        try descend()
        var members: [JSON.Member] = []
        var seen = NamesSeen()
        skipSpace()
        if try peek() == UInt8(ascii: "}") { return ascend(.object(members)) }
        while true {
            skipSpace()
            guard try peek() == UInt8(ascii: "\"") else { throw JSONFault(.unexpectedByte, at: at) }
            let start = at
            let name = try text()
            guard seen.insert(name, after: members) else { throw JSONFault(.duplicateName, at: start) }
            skipSpace()
            guard try peek() == UInt8(ascii: ":") else { throw JSONFault(.unexpectedByte, at: at) }
            at += 1
            skipSpace()
            members.append(JSON.Member(name, try value()))
            skipSpace()
            if try endsOrGoesOn(UInt8(ascii: "}")) { return ascend(.object(members)) }
        }
    }

    private mutating func array() throws(JSONFault) -> JSON {
        try descend()
        var elements: [JSON] = []
        skipSpace()
        if try peek() == UInt8(ascii: "]") { return ascend(.array(elements)) }
        while true {
            skipSpace()
            elements.append(try value())
            skipSpace()
            if try endsOrGoesOn(UInt8(ascii: "]")) { return ascend(.array(elements)) }
        }
    }

    /// Stands on the closing bracket and says true, or steps over a comma and says false.
    private mutating func endsOrGoesOn(_ closing: UInt8) throws(JSONFault) -> Bool {
        let byte = try peek()
        if byte == closing { return true }
        guard byte == UInt8(ascii: ",") else { throw JSONFault(.unexpectedByte, at: at) }
        at += 1
        return false
    }

    private mutating func descend() throws(JSONFault) {
        guard depthLeft > 0 else { throw JSONFault(.tooDeep, at: at) }
        depthLeft -= 1
        at += 1
    }

    private mutating func ascend(_ value: JSON) -> JSON {
        depthLeft += 1
        at += 1
        return value
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONFault) -> JSON {
        for index in 0..<word.utf8CodeUnitCount {
            guard try peek() == word.utf8Start[index] else { throw JSONFault(.unexpectedByte, at: at) }
            at += 1
        }
        return value
    }

    private func peek() throws(JSONFault) -> UInt8 {
        guard at < bytes.count else { throw JSONFault(.endedEarly, at: at) }
        return bytes[at]
    }

    private mutating func skipSpace() {
        while at < bytes.count {
            switch bytes[at] {
            case 0x20, 0x0A, 0x0D, 0x09: at += 1
            default: return
            }
        }
    }
}

// MARK: Numbers

extension JSONReader {
    private mutating func number() throws(JSONFault) -> JSON {
        let start = at
        if bytes[at] == UInt8(ascii: "-") { at += 1 }
        let firstDigit = at
        let digits = try digitRun()
        if digits > 1, bytes[firstDigit] == UInt8(ascii: "0") { throw JSONFault(.badNumber, at: firstDigit) }
        var isWhole = true
        if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
            isWhole = false
            at += 1
            _ = try digitRun()
        }
        if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
            isWhole = false
            at += 1
            if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
            _ = try digitRun()
        }
        // A number of more digits than any of ours would cost time and say nothing.
        guard at - start <= 64 else { throw JSONFault(.numberTooLarge, at: start) }
        let digitsText = String(decoding: bytes[start..<at], as: UTF8.self)
        if isWhole, let whole = Int64(digitsText) { return .integer(whole) }
        guard let value = Double(digitsText), value.isFinite else {
            throw JSONFault(.numberTooLarge, at: start)
        }
        // 1.0 and 1e2 are integers to JSON Schema; up to 2^53 nothing is lost by saying so. Not
        // `Int64(exactly:)`: it calls C's trunc, and this target links no libm.
        if value.magnitude <= 9_007_199_254_740_992, Double(Int64(value)) == value {
            return .integer(Int64(value))
        }
        return .number(value)
    }

    private mutating func digitRun() throws(JSONFault) -> Int {
        let start = at
        while at < bytes.count, bytes[at] >= UInt8(ascii: "0"), bytes[at] <= UInt8(ascii: "9") { at += 1 }
        guard at > start else { throw JSONFault(at < bytes.count ? .badNumber : .endedEarly, at: at) }
        return at - start
    }
}

// MARK: Text

extension JSONReader {
    private mutating func text() throws(JSONFault) -> String {
        let opening = at
        at += 1
        let start = at
        try skipPlain()
        if bytes[at] == UInt8(ascii: "\"") {
            let text = String(validating: bytes[start..<at], as: UTF8.self)
            at += 1
            guard let text else { throw JSONFault(.badUTF8, at: opening) }
            return text
        }
        var out = Array(bytes[start..<at])
        while bytes[at] != UInt8(ascii: "\"") {
            try escape(to: &out)
            let run = at
            try skipPlain()
            out.append(contentsOf: bytes[run..<at])
        }
        at += 1
        guard let text = String(validating: out, as: UTF8.self) else {
            throw JSONFault(.badUTF8, at: opening)
        }
        return text
    }

    /// Stops on a quote or a backslash, which is there when this returns.
    private mutating func skipPlain() throws(JSONFault) {
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
            guard byte >= 0x20 else { throw JSONFault(byte == 0 ? .nulInText : .controlInText, at: at) }
            at += 1
        }
        throw JSONFault(.endedEarly, at: at)
    }

    private mutating func escape(to out: inout [UInt8]) throws(JSONFault) {
        let start = at
        at += 1
        let byte = try peek()
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
        case UInt8(ascii: "b"): out.append(0x08)
        case UInt8(ascii: "f"): out.append(0x0C)
        case UInt8(ascii: "n"): out.append(0x0A)
        case UInt8(ascii: "r"): out.append(0x0D)
        case UInt8(ascii: "t"): out.append(0x09)
        case UInt8(ascii: "u"): out.append(contentsOf: String(try scalar(from: start)).utf8)
        default: throw JSONFault(.badEscape, at: start)
        }
    }

    /// After `\u`: four hex digits, or a pair of surrogates as two escapes.
    private mutating func scalar(from start: Int) throws(JSONFault) -> Character {
        let first = try hex4(from: start)
        guard first != 0 else { throw JSONFault(.nulInText, at: start) }
        if let scalar = Unicode.Scalar(first) { return Character(scalar) }
        guard first < 0xDC00, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
            bytes[at + 1] == UInt8(ascii: "u")
        else { throw JSONFault(.loneSurrogate, at: start) }
        at += 2
        let second = try hex4(from: start)
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw JSONFault(.loneSurrogate, at: start) }
        return Character(scalar)
    }

    private mutating func hex4(from start: Int) throws(JSONFault) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            let byte = try peek()
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw JSONFault(.badEscape, at: start)
            }
            value = value << 4 | UInt32(digit)
            at += 1
        }
        return value
    }
}

/// Whether a name came before in this object: by looking back while there are few, by a set beyond.
private struct NamesSeen {
    private var names: Set<String> = []

    mutating func insert(_ name: String, after members: [JSON.Member]) -> Bool {
        if members.count < 8 { return !members.contains { $0.name == name } }
        if names.isEmpty { names = Set(members.map(\.name)) }
        return names.insert(name).inserted
    }
}
