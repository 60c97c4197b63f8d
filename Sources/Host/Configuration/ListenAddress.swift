internal import Glibc

/// Where a program listens: an address of this machine's own loopback, and a port.
///
/// Only loopback: what is shown here is medical, plain HTTP, and meant for the browser on the same machine.
package struct ListenAddress: Hashable, Sendable, CustomStringConvertible {
    /// Without brackets: `127.0.0.1` or `::1`.
    package let host: String
    package let port: UInt16

    package var isIPv6: Bool { host.contains(":") }

    /// `127.0.0.1:8470` or `[::1]:8470`.
    package var description: String { isIPv6 ? "[\(host)]:\(port)" : "\(host):\(port)" }

    package init(_ text: String) throws(ConfigurationReader.Unfit) {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]),
            port > 0
        else {
            throw .init("must be an address and a port, like 127.0.0.1:8470 or [::1]:8470")
        }
        let address = text[..<colon]
        let bare = address.hasPrefix("[") && address.hasSuffix("]") ? address.dropFirst().dropLast() : nil
        guard let host = bare.flatMap({ ipv6($0) }) ?? (bare == nil ? ipv4(address) : nil) else {
            throw .init("must be an address in figures, like 127.0.0.1:\(port) or [::1]:\(port)")
        }
        guard host == "::1" || host.hasPrefix("127.") else {
            throw .init(
                "is not this machine's loopback; only 127.0.0.1 and [::1] are served, so that no patient's"
                    + " data leaves the machine unencrypted")
        }
        self.host = host
        self.port = port
    }
}

private func ipv4(_ text: Substring) -> String? {
    var address = in_addr()
    guard inet_pton(AF_INET, String(text), &address) == 1 else { return nil }
    return String(text)
}

/// In the shortest spelling, so that one address is one text.
private func ipv6(_ text: Substring) -> String? {
    var address = in6_addr()
    guard inet_pton(AF_INET6, String(text), &address) == 1 else { return nil }
    var spelling = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    guard let start = inet_ntop(AF_INET6, &address, &spelling, socklen_t(INET6_ADDRSTRLEN)) else {
        return nil
    }
    return String(cString: start)
}
