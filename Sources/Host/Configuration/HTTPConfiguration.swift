/// Section [http], the same for both programs.
package struct HTTPConfiguration: Equatable, Sendable {
    package let listen: [ListenAddress]
    /// Values of the `Host` header that are answered; anything else may be a page that tricks the browser.
    package let hosts: [String]
    package let maximumConnections: Int
    package let maximumBodyBytes: Int

    package init(from reader: inout ConfigurationReader, usualPort: UInt16) {
        listen = reader.list("http", "listen", default: "127.0.0.1:\(usualPort), [::1]:\(usualPort)") {
            text throws(ConfigurationReader.Unfit) in try ListenAddress(text)
        }
        // Whoever moves the port need not name the hosts again.
        let port = listen.first?.port ?? usualPort
        hosts = reader.list("http", "hosts", default: "localhost:\(port), 127.0.0.1:\(port), [::1]:\(port)") {
            text throws(ConfigurationReader.Unfit) in try hostHeader(text)
        }
        maximumConnections = reader.integer("http", "max_connections", default: 512, in: 16...8192)
        maximumBodyBytes = reader.integer("http", "max_body_bytes", default: 1 << 20, in: 4096...(64 << 20))
        let ports = Set(listen.map { String($0.port) })
        for host in hosts where !ports.contains(String(host.split(separator: ":").last ?? "")) {
            reader.complain("http", "hosts", "“\(host)” names a port that http.listen does not serve")
        }
    }
}

/// A name or address with a port, as browsers send it: lower case, nothing but letters, figures and `.-:[]`.
private func hostHeader(_ text: String) throws(ConfigurationReader.Unfit) -> String {
    let lower = text.lowercased()
    let allowed = lower.utf8.allSatisfy { byte in
        (97...122).contains(byte) || (48...58).contains(byte) || [45, 46, 91, 93].contains(byte)
    }
    guard allowed, let colon = lower.lastIndex(of: ":"), colon != lower.startIndex,
        let port = UInt16(lower[lower.index(after: colon)...]), port > 0
    else { throw .init("must be a host and a port, like localhost:8470") }
    return lower
}
