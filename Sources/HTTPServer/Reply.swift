internal import CMicrohttpd
internal import HTTP

/// Hands a response to libmicrohttpd, which copies it.
enum Reply {
    static func queue(_ response: Response, on connection: OpaquePointer, close: Bool) -> MHD_Result {
        if let reply = made(of: response, close: close) {
            defer { MHD_destroy_response(reply) }
            return MHD_queue_response(connection, UInt32(response.status), reply)
        }
        // A header that may not be sent is our bug. The reader learns that something broke, and nothing more.
        guard let reply = made(of: Response(status: 500), close: true) else { return .NO }
        defer { MHD_destroy_response(reply) }
        return MHD_queue_response(connection, 500, reply)
    }

    private static func made(of response: Response, close: Bool) -> OpaquePointer? {
        let created = response.body.withUnsafeBytes { bytes in
            // The pointer is not written through: MUST_COPY reads it before the call returns.
            MHD_create_response_from_buffer(
                bytes.count, UnsafeMutableRawPointer(mutating: bytes.baseAddress), .RESPMEM_MUST_COPY)
        }
        guard let reply = created else { return nil }
        for line in response.headers.lines {
            // It refuses line ends in a value (nobody can smuggle a header in) and lengths of our own.
            guard add(line, to: reply) == .YES else {
                MHD_destroy_response(reply)
                return nil
            }
        }
        if close { MHD_add_response_header(reply, "Connection", "close") }
        return reply
    }

    /// Both texts, each with its NUL, on the stack: handing a long literal to C as a String makes an array of
    /// it, and most of our headers are long literals.
    private static func add(_ line: (name: String, value: String), to reply: OpaquePointer) -> MHD_Result {
        let valueStart = line.name.utf8.count + 1
        let size = valueStart + line.value.utf8.count + 1
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: size) { bytes in
            bytes.initialize(repeating: 0)
            _ = bytes.update(fromContentsOf: line.name.utf8)
            _ = UnsafeMutableBufferPointer(rebasing: bytes[valueStart...]).update(
                fromContentsOf: line.value.utf8)
            return bytes.withMemoryRebound(to: CChar.self) { text in
                guard let name = text.baseAddress else { return .NO }
                return MHD_add_response_header(reply, name, name + valueStart)
            }
        }
    }
}
