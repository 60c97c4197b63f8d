/// The cookies that came with a request, read where they stand: nothing is split or copied but the value
/// asked for.
package struct Cookies: Sendable {
    private let headers: Headers

    package init(_ headers: Headers) { self.headers = headers }

    /// The value of the cookie, or nil when it is absent or there twice: a second one was planted by somebody
    /// else.
    package subscript(name: String) -> String? {
        var found: String?
        for line in headers.lines where Headers.same(line.name, "Cookie") {
            var isTwice = false
            Cookies.each(of: name, in: line.value) { value in
                isTwice = isTwice || found != nil
                found = value
            }
            if isTwice { return nil }
        }
        return found
    }

    private static func each(of name: String, in line: String, _ body: (String) -> Void) {
        var (line, name) = (line, name)
        line.withUTF8 { line in
            name.withUTF8 { name in
                var start = 0
                while start < line.count {
                    let end = line[start...].firstIndex(of: UInt8(ascii: ";")) ?? line.count
                    var first = start
                    while first < end, line[first] == 0x20 || line[first] == 0x09 { first += 1 }
                    let sign = first + name.count
                    if sign < end, line[sign] == UInt8(ascii: "="), line[first..<sign].elementsEqual(name) {
                        body(String(decoding: line[(sign + 1)..<end], as: UTF8.self))
                    }
                    start = end + 1
                }
            }
        }
    }
}
