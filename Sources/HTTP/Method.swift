/// The methods that a route may have. Any other word in a request line is answered 405 with `Allow`.
package enum Method: String, Hashable, Sendable, CaseIterable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    case put = "PUT"
    case delete = "DELETE"

    /// Whether a request with this method may change anything.
    package var writes: Bool { self == .post || self == .put || self == .delete }
}
