import Testing

/// One row of the raw table: bytes that must not get past the gate.
struct BadRequest: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    /// nil: the connection just ends.
    let status: Int?

    init(_ name: String, _ text: String, _ status: Int? = 400) {
        self.name = name
        bytes = Array(text.utf8)
        self.status = status
    }

    var testDescription: String { name }

    private static let inner = "GET /smuggled HTTP/1.1\r\nHost: desk\r\n\r\n"

    static let table: [BadRequest] = lengths + hosts + names + values + lines + targets
    private static let post = "POST / HTTP/1.1\r\nHost: desk\r\n"

    private static let lengths = [
        BadRequest(
            "a length and an encoding",
            post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                + inner),
        BadRequest(
            "an encoding and a length",
            post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"
                + inner),
        BadRequest(
            "two lengths that differ",
            post + "Content-Length: 0\r\nContent-Length: 40\r\n\r\n" + inner),
        BadRequest(
            "two lengths that agree",
            post + "Content-Length: 0\r\nContent-Length: 0\r\n\r\n"),
        BadRequest("a length list", post + "Content-Length: 5, 5\r\n\r\nhello"),
        BadRequest(
            "a length with a plus", post + "Content-Length: +5\r\n\r\nhello"),
        BadRequest("a negative length", post + "Content-Length: -1\r\n\r\n"),
        BadRequest(
            "a hexadecimal length", post + "Content-Length: 0x5\r\n\r\nhello"),
        BadRequest("an empty length", post + "Content-Length:\r\n\r\n"),
        BadRequest(
            "a length of 30 digits",
            post + "Content-Length: 100000000000000000000000000000\r\n\r\n", 413),
        BadRequest(
            "a blank before the colon", post + "Content-Length : 5\r\n\r\nhello"),
        BadRequest("an unknown encoding", post + "Transfer-Encoding: gzip\r\n\r\n"),
        BadRequest(
            "a list of encodings",
            post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
        BadRequest(
            "two encodings",
            post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n"
        ),
        BadRequest(
            "an encoding in capitals",
            post + "Transfer-Encoding: Chunked\r\n\r\n0\r\n\r\n"),
        BadRequest(
            "chunks in HTTP/1.0",
            "POST / HTTP/1.0\r\nHost: desk\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        BadRequest(
            "a chunk size that is no number",
            post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n" + inner),
    ]

    private static let hosts = [
        BadRequest("no Host", "GET / HTTP/1.1\r\nAccept: */*\r\n\r\n"),
        BadRequest("no header at all", "GET / HTTP/1.1\r\n\r\n"),
        BadRequest("no Host in HTTP/1.0", "GET / HTTP/1.0\r\n\r\n"),
        BadRequest("two Hosts", "GET / HTTP/1.1\r\nHost: desk\r\nHost: evil\r\n\r\n"),
        BadRequest("two Hosts in other case", "GET / HTTP/1.1\r\nHost: desk\r\nHOST: desk\r\n\r\n"),
        BadRequest(
            "two Origins", "GET / HTTP/1.1\r\nHost: desk\r\nOrigin: http://a\r\nOrigin: http://b\r\n\r\n"),
        BadRequest("two Cookies", "GET / HTTP/1.1\r\nHost: desk\r\nCookie: a=1\r\nCookie: a=2\r\n\r\n"),
    ]

    private static let names = [
        BadRequest("an empty name", "GET / HTTP/1.1\r\nHost: desk\r\n: x\r\n\r\n"),
        BadRequest("a name with a blank", "GET / HTTP/1.1\r\nHost: desk\r\nX Y: x\r\n\r\n"),
        BadRequest("a name with a slash", "GET / HTTP/1.1\r\nHost: desk\r\nX/Y: x\r\n\r\n"),
        BadRequest("a name with a NUL", "GET / HTTP/1.1\r\nHost: desk\r\nX\0Y: x\r\n\r\n"),
        BadRequest("a name beyond ASCII", "GET / HTTP/1.1\r\nHost: desk\r\nИмя: x\r\n\r\n"),
        BadRequest("a line without a colon", "GET / HTTP/1.1\r\nHost: desk\r\nnonsense\r\n\r\n"),
    ]

    private static let values = [
        BadRequest("a NUL in a value", "GET / HTTP/1.1\r\nHost: desk\r\nX: a\0b\r\n\r\n"),
        BadRequest("a NUL that ends a value early", "GET / HTTP/1.1\r\nHost: desk\0.evil\r\n\r\n"),
        BadRequest("a NUL at the end of a value", "GET / HTTP/1.1\r\nHost: desk\r\nX: a\0\r\n\r\n"),
        BadRequest("a bare CR in a value", "GET / HTTP/1.1\r\nHost: desk\r\nX: a\rY: b\r\n\r\n"),
        BadRequest("an escape character in a value", "GET / HTTP/1.1\r\nHost: desk\r\nX: a\u{1B}[2J\r\n\r\n"),
        BadRequest("a DEL in a value", "GET / HTTP/1.1\r\nHost: desk\r\nX: a\u{7F}\r\n\r\n"),
        BadRequest("a folded line", "GET / HTTP/1.1\r\nHost: desk\r\nX: a\r\n b\r\n\r\n"),
        BadRequest("a line folded with a tab", "GET / HTTP/1.1\r\nHost: desk\r\nX: a\r\n\tb\r\n\r\n"),
        BadRequest("a folded line that is empty", "GET / HTTP/1.1\r\nHost: desk\r\nX: a\r\n \r\n\r\n"),
        BadRequest("a folded Host", "GET / HTTP/1.1\r\nHost:\r\n desk\r\n\r\n"),
        BadRequest("a folded first line", "GET / HTTP/1.1\r\n X: a\r\nHost: desk\r\n\r\n"),
        BadRequest(
            "a name completed by folding", "GET / HTTP/1.1\r\nHost: desk\r\nCooki: a=1\r\n e\r\n\r\n"),
    ]

    private static let lines = [
        BadRequest("bare LF behind the request line", "GET / HTTP/1.1\nHost: desk\r\n\r\n"),
        BadRequest("bare LF behind a header line", "GET / HTTP/1.1\r\nHost: desk\nX: a\r\n\r\n"),
        BadRequest("bare LF as the blank line", "GET / HTTP/1.1\r\nHost: desk\r\n\n"),
        BadRequest("only bare LF", "GET / HTTP/1.1\nHost: desk\n\n"),
        BadRequest("two blanks before the target", "GET  / HTTP/1.1\r\nHost: desk\r\n\r\n"),
        BadRequest("two blanks behind the target", "GET /  HTTP/1.1\r\nHost: desk\r\n\r\n"),
        BadRequest("a blank behind the version", "GET / HTTP/1.1 \r\nHost: desk\r\n\r\n"),
        BadRequest("a blank in the target", "GET /a b HTTP/1.1\r\nHost: desk\r\n\r\n"),
        BadRequest("a tab in the request line", "GET\t/ HTTP/1.1\r\nHost: desk\r\n\r\n", nil),
        BadRequest("a method that is no word", "G(T / HTTP/1.1\r\nHost: desk\r\n\r\n"),
        BadRequest("HTTP/1.2", "GET / HTTP/1.2\r\nHost: desk\r\n\r\n"),
        BadRequest("HTTP/0.9", "GET /\r\n\r\n", nil),
        BadRequest("HTTP/2 in clear", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", nil),
        BadRequest("TLS", "\u{16}\u{3}\u{1}\0\u{5}hello\r\n\r\n", nil),
    ]

    private static let targets = [
        BadRequest("an absolute target", "GET http://desk/ HTTP/1.1\r\nHost: desk\r\n\r\n"),
        BadRequest("an asterisk", "OPTIONS * HTTP/1.1\r\nHost: desk\r\n\r\n"),
        BadRequest("a target without a slash", "GET desk HTTP/1.1\r\nHost: desk\r\n\r\n"),
        BadRequest("CONNECT", "CONNECT evil:80 HTTP/1.1\r\nHost: desk\r\n\r\n"),
        BadRequest("an escaped NUL", "GET /a%00b HTTP/1.1\r\nHost: desk\r\n\r\n"),
        BadRequest("an escaped slash", "GET /a%2Fb HTTP/1.1\r\nHost: desk\r\n\r\n"),
        BadRequest("an escaped line end", "GET /a%0D%0Ab HTTP/1.1\r\nHost: desk\r\n\r\n"),
        BadRequest("half an escape", "GET /a%4 HTTP/1.1\r\nHost: desk\r\n\r\n"),
        BadRequest("an escape that is no number", "GET /a%zz HTTP/1.1\r\nHost: desk\r\n\r\n"),
        BadRequest("half a letter", "GET /a%D0 HTTP/1.1\r\nHost: desk\r\n\r\n"),
        BadRequest("raw bytes beyond ASCII", "GET /приём HTTP/1.1\r\nHost: desk\r\n\r\n"),
        BadRequest("a fragment", "GET /a#b HTTP/1.1\r\nHost: desk\r\n\r\n"),
        BadRequest("a NUL in the target", "GET /a\0b HTTP/1.1\r\nHost: desk\r\n\r\n"),
        BadRequest(
            "a hundred query pairs",
            "GET /?\(String(repeating: "a=1&", count: 100)) HTTP/1.1\r\nHost: desk\r\n\r\n"),
        BadRequest("a target of 40 KB", "GET /\(String(repeating: "a", count: 40_000)) HTTP/1.1\r\n", 414),
        BadRequest(
            "a header of 40 KB",
            "GET / HTTP/1.1\r\nX: \(String(repeating: "a", count: 40_000))\r\n\r\n", 431),
    ]
}
