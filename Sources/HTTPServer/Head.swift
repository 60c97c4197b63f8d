internal import CMicrohttpd
internal import Glibc
internal import HTTP

/// The request line and header lines, once the gate has let them through.
struct Head {
    let method: HTTP.Method?
    let headers: Headers
    let contentLength: Int
    let chunked: Bool

    /// nil when anything about it is not as strict HTTP/1.1 has it.
    ///
    /// The request line is checked as the lines after it are: method, target and version must lie end to end,
    /// one space between, a CRLF behind. libmicrohttpd itself skips spaces and takes the last word for the
    /// version.
    init?(
        _ connection: OpaquePointer, method: UnsafePointer<CChar>, target: UnsafePointer<CChar>,
        targetLength: Int,
        version: UnsafePointer<CChar>
    ) {
        let methodLength = strlen(method)
        let word = UnsafeBufferPointer(start: method, count: methodLength)
        guard word.allSatisfy({ HeaderReader.isToken(UInt8(bitPattern: $0)) }),
            method + methodLength + 1 == target, target + targetLength + 1 == version,
            Self.known(version), version[8] == 0, version[9] == 0
        else { return nil }
        var reader = HeaderReader(first: version + 10)
        reader.read(connection, end: method + frontdesk_mhd_header_size(connection))
        // Chunks came with HTTP/1.1: an older hop before us would not see where the body ends.
        guard reader.sound, !(reader.chunked && version[7] == 0x30) else { return nil }
        self.method = HTTP.Method(rawValue: String(decoding: UnsafeRawBufferPointer(word), as: UTF8.self))
        headers = Headers(reader.lines)
        contentLength = reader.contentLength ?? 0
        chunked = reader.chunked
    }

    private static func known(_ version: UnsafePointer<CChar>) -> Bool {
        strcmp(version, "HTTP/1.1") == 0 || strcmp(version, "HTTP/1.0") == 0
    }
}
