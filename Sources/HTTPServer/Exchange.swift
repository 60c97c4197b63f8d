internal import CMicrohttpd
internal import HTTP

/// One request on its way: made when its request line is here, gone when its answer is.
///
/// Only the thread of its connection touches it.
final class Exchange {
    let connection: Connection
    let id: String
    /// nil when the target is not one that we read.
    let target: Target?
    /// Bytes of the target as they came, before libmicrohttpd decodes it in place.
    let targetLength: Int
    private(set) var head: Head?
    private var body: [UInt8] = []
    private var limit = 0

    init(connection: Connection, id: String, target: UnsafeBufferPointer<UInt8>) {
        self.connection = connection
        self.id = id
        self.target = Target(target)
        targetLength = target.count
    }

    /// The header is complete. Says what is wrong with it, if anything.
    func receive(_ head: Head?, limits: Configuration) -> ProblemKind? {
        guard let head, let target else { return .malformed }
        self.head = head
        limit = limits.bodyLimit(head.method ?? .get, target.path) ?? limits.maxBodyBytes
        guard head.contentLength <= limit else { return .bodyTooLarge }
        if head.contentLength > 0 || head.chunked {
            // 64 KB: a stated length is a promise, not a reason to take memory.
            body.reserveCapacity(min(head.contentLength, 1 << 16))
            connection.bytes = 0
            _ = connection.advance(to: Phase(.body, since: Clock.milliseconds))
        }
        return nil
    }

    /// False when the body grows over its limit.
    func append(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard body.count + bytes.count <= limit else { return false }
        body.append(contentsOf: bytes)
        connection.bytes = body.count
        return true
    }

    /// The request as far as it is known. A refused one has no headers: nothing in them is to be believed.
    func request() -> Request {
        var request = Request(
            method: head?.method ?? .get, path: target?.path ?? "/", query: target?.query ?? [],
            headers: head?.headers ?? Headers(), body: body, id: id)
        request.strangeMethod = head != nil && head?.method == nil
        return request
    }
}
