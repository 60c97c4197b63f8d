import Testing

/// Bytes that look odd and are right, or are plainly right.
struct GoodRequest: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String

    init(_ name: String, _ text: String) {
        self.name = name
        self.text = text
    }

    var testDescription: String { name }

    static let table = [
        GoodRequest("the plainest", "GET / HTTP/1.1\r\nHost: desk\r\n\r\n"),
        GoodRequest("HTTP/1.0", "GET / HTTP/1.0\r\nHost: desk\r\n\r\n"),
        GoodRequest(
            "blanks around values", "GET / HTTP/1.1\r\nHost:desk\r\nX:\r\nY: a\tb \r\nZ:   c\r\n\r\n"),
        GoodRequest("letters beyond ASCII in a value", "GET / HTTP/1.1\r\nHost: desk\r\nX: нет\r\n\r\n"),
        GoodRequest("an empty line before", "\r\nGET /?a=1&b=%D0%B9+c HTTP/1.1\r\nHost: desk\r\n\r\n"),
        GoodRequest("a length", "POST / HTTP/1.1\r\nHost: desk\r\nContent-Length: 5\r\n\r\nhello"),
        GoodRequest(
            "chunks",
            "POST / HTTP/1.1\r\nHost: desk\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
        GoodRequest("a GET with a body", "GET / HTTP/1.1\r\nHost: desk\r\nContent-Length: 5\r\n\r\nhello"),
        GoodRequest(
            "a long cookie",
            "GET / HTTP/1.1\r\nHost: desk\r\nCookie: a=\(String(repeating: "c", count: 7000))\r\n\r\n"),
    ]
}
