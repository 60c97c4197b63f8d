/// A cookie as the server hands it out: out of reach of scripts and of other sites.
///
/// `Secure` and the `__Host-` prefix are missing on purpose: the console speaks plain HTTP on loopback, where
/// a browser would not send such a cookie back.
package struct SetCookie: Sendable {
    package let name: String
    package let value: String
    /// Seconds to live; nil ends with the browser, 0 forgets it now.
    package let maxAgeSeconds: Int?

    package init(_ name: String, _ value: String, maxAgeSeconds: Int? = nil) {
        precondition(
            Self.fits(name) && Self.fits(value) && !name.isEmpty,
            "a cookie's name and value are plain ASCII words")
        self.name = name
        self.value = value
        self.maxAgeSeconds = maxAgeSeconds
    }

    package static func forget(_ name: String) -> SetCookie { SetCookie(name, "", maxAgeSeconds: 0) }

    package var text: String {
        let age = maxAgeSeconds.map { "; Max-Age=\($0)" } ?? ""
        return "\(name)=\(value); Path=/; HttpOnly; SameSite=Strict" + age
    }

    /// Visible ASCII but the characters that end a value or need quoting.
    private static func fits(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\",;\\=".utf8.contains($0) }
    }
}

extension Response {
    package mutating func set(_ cookie: SetCookie) { headers.add("Set-Cookie", cookie.text) }
}
