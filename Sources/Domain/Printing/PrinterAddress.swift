/// Where a printer is, as the configuration names it.
package enum PrinterAddress: Hashable, Sendable, CustomStringConvertible {
    /// A printer's own port or a queue of CUPS, which speak the same.
    case ipp(uri: String)
    /// A printer that takes raw bytes at a port, usually 9100.
    case socket(host: String, port: UInt16)
    /// A printer at a cable, such as /dev/usb/lp0.
    case device(path: String)

    /// What is wrong with an address, as the end of a sentence.
    package struct Wrong: Error, CustomStringConvertible {
        package let description: String
    }

    package init(_ text: String) throws(Wrong) {
        if text.hasPrefix("/dev/"), !text.split(separator: "/").contains("..") {
            self = .device(path: text)
        } else if text.hasPrefix("tcp://") {
            self = try PrinterAddress.socket(text.dropFirst("tcp://".count))
        } else if text.hasPrefix("ipp://") || text.hasPrefix("ipps://") {
            guard PrinterAddress.namesQueue(text) else {
                throw Wrong(description: "must name a host and a path, like ipp://printer.local/ipp/print")
            }
            self = .ipp(uri: text)
        } else {
            throw Wrong(
                description: "must begin with ipp://, ipps://, tcp:// or /dev/, like"
                    + " ipp://localhost/printers/reception or tcp://192.168.1.7:9100")
        }
    }

    /// Whether there is a host, and a path that names the printer there. No name and password: an address is
    /// shown to people.
    private static func namesQueue(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst(2)
        guard let host = parts.first, parts.count > 1 else { return false }
        return !host.isEmpty && !host.contains("@") && !host.hasPrefix(":")
            && parts.dropFirst().contains { !$0.isEmpty }
    }

    private static func socket(_ text: Substring) throws(Wrong) -> PrinterAddress {
        let usual: UInt16 = 9100
        var host = text.hasSuffix("/") ? text.dropLast() : text
        var port: UInt16? = usual
        if let colon = host.lastIndex(of: ":"), !host.hasSuffix("]") {
            port = UInt16(host[host.index(after: colon)...])
            host = host[..<colon]
        }
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        guard let port, port > 0, !host.isEmpty, !host.contains("/") else {
            throw Wrong(description: "must name a host and a port, like tcp://192.168.1.7:9100")
        }
        return .socket(host: String(host), port: port)
    }

    package var description: String {
        switch self {
        case .ipp(let uri): uri
        case .socket(let host, let port): "tcp://\(host.contains(":") ? "[\(host)]" : host):\(port)"
        case .device(let path): path
        }
    }
}
