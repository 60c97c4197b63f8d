internal import CMicrohttpd
internal import HTTP

/// K-03: reads the header lines and refuses what two readers could take differently.
///
/// libmicrohttpd 0.9.75 is lenient and shows us only names and values: two Hosts, a length beside an
/// encoding, a NUL that ends a value early, a folded line (which it glues to the *name* of the line before),
/// a bare LF. But it splits in place: it writes NULs over the colon and over the line's end, and hands out
/// pointers into the bytes as they came. So we check that the pieces still lie end to end: the first name
/// right behind the version's CRLF, each next name right behind the CRLF of the value before, the blank line
/// at the end exactly where the header's stated size ends. A folded line was copied elsewhere, a NUL leaves a
/// gap, a bare LF makes the line one byte short.
struct HeaderReader {
    private(set) var lines: [(name: String, value: String)] = []
    private(set) var sound = true
    private(set) var contentLength: Int?
    private(set) var chunked = false
    /// Bits of `Single`.
    private var seen: UInt8 = 0
    /// Where the next name must begin.
    private var next: UnsafePointer<CChar>

    /// Lines that guards decide by: a second one is an attempt to show each reader another.
    private enum Single: UInt8 {
        case host = 1
        case contentLength = 2
        case transferEncoding = 4
        case contentType = 8
        case cookie = 16
        case origin = 32
        case fetchSite = 64

        /// By length first: this runs for every line of every request, and most lines are none of these.
        static func named(_ name: String) -> Single? {
            func same(_ other: String, _ single: Single) -> Single? {
                Headers.same(name, other) ? single : nil
            }
            return switch name.utf8.count {
            case 4: same("host", .host)
            case 6: same("cookie", .cookie) ?? same("origin", .origin)
            case 12: same("content-type", .contentType)
            case 14: same("content-length", .contentLength) ?? same("sec-fetch-site", .fetchSite)
            case 17: same("transfer-encoding", .transferEncoding)
            default: nil
            }
        }
    }

    /// - Parameter first: right behind the request line.
    init(first: UnsafePointer<CChar>) {
        next = first
        lines.reserveCapacity(24)
    }

    /// Reads them all. `end` is right behind the blank line.
    mutating func read(_ connection: OpaquePointer, end: UnsafePointer<CChar>) {
        withUnsafeMutablePointer(to: &self) { pointer in
            _ = MHD_get_connection_values_n(connection, .HEADER_KIND, takeHeaderLine, pointer)
        }
        sound = sound && next + 2 == end && next[0] == 0 && next[1] == 0
        sound = sound && seen & Single.host.rawValue != 0 && !(chunked && contentLength != nil)
    }

    fileprivate mutating func take(_ name: UnsafeBufferPointer<CChar>, _ value: UnsafeBufferPointer<CChar>)
        -> Bool
    {
        guard let nameStart = name.baseAddress, let valueStart = value.baseAddress, nameStart == next,
            name.count > 0, nameStart[name.count] == 0, valueStart > nameStart + name.count,
            name.allSatisfy({ Self.isToken(UInt8(bitPattern: $0)) }),
            value.allSatisfy({ Self.isText(UInt8(bitPattern: $0)) }),
            valueStart[value.count] == 0, valueStart[value.count + 1] == 0
        else { return false }
        next = valueStart + value.count + 2
        let line = (name: Self.text(name), value: Self.text(Self.trimmed(value)))
        lines.append(line)
        return weigh(line)
    }

    fileprivate mutating func spoil() { sound = false }

    private mutating func weigh(_ line: (name: String, value: String)) -> Bool {
        guard let single = Single.named(line.name) else { return true }
        guard seen & single.rawValue == 0 else { return false }
        seen |= single.rawValue
        switch single {
        case .contentLength:
            let digits = line.value.utf8
            guard !digits.isEmpty, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return false }
            contentLength = Int(line.value)
            return contentLength != nil
        case .transferEncoding:
            chunked = true
            return line.value == "chunked"
        case .host, .contentType, .cookie, .origin, .fetchSite: return true
        }
    }

    /// RFC 9110's tchar.
    static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"),
            UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func isText(_ byte: UInt8) -> Bool { (byte >= 0x20 && byte != 0x7F) || byte == 0x09 }

    private static func trimmed(_ value: UnsafeBufferPointer<CChar>) -> UnsafeBufferPointer<CChar> {
        var count = value.count
        while count > 0, value[count - 1] == 0x20 || value[count - 1] == 0x09 { count -= 1 }
        return UnsafeBufferPointer(start: value.baseAddress, count: count)
    }

    private static func text(_ bytes: UnsafeBufferPointer<CChar>) -> String {
        String(decoding: UnsafeRawBufferPointer(bytes), as: UTF8.self)
    }
}

/// Called by `MHD_get_connection_values_n` for each line; `context` is the reader above, which outlives the
/// call.
private func takeHeaderLine(
    _ context: UnsafeMutableRawPointer?, _ kind: MHD_ValueKind, _ name: UnsafePointer<CChar>?,
    _ nameSize: Int,
    _ value: UnsafePointer<CChar>?, _ valueSize: Int
) -> MHD_Result {
    guard let reader = context?.assumingMemoryBound(to: HeaderReader.self) else { return .NO }
    let name = UnsafeBufferPointer(start: name, count: nameSize)
    let value = UnsafeBufferPointer(start: value, count: valueSize)
    if reader.pointee.take(name, value) { return .YES }
    reader.pointee.spoil()
    return .NO
}
