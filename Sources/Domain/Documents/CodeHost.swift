/// The host in the address of a code: what a patient's phone opens.
package struct CodeHost: Hashable, Sendable {
    /// With so many letters the code has 53 × 53 modules at level Q; one more makes the next size of it.
    package static let longest = 32

    /// Upper case: then the whole address is in the QR code's alphanumeric mode.
    package let text: String

    /// Takes a name of letters, digits, hyphens and at least one dot.
    package init?(_ text: String) {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        let isName =
            labels.count >= 2 && text.utf8.count <= CodeHost.longest
            && labels.allSatisfy { label in
                !label.isEmpty && label.first != "-" && label.last != "-"
                    && label.utf8.allSatisfy(CodeHost.isLetter)
            }
        guard isName else { return nil }
        self.text = text.uppercased()
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

/// The host that new codes get, and those of papers that are still about.
package struct CodeHosts: Hashable, Sendable {
    package let current: CodeHost
    package let former: [CodeHost]

    package init(current: CodeHost, former: [CodeHost] = []) {
        self.current = current
        self.former = former
    }

    func has(_ host: some Sequence<UInt8>) -> Bool {
        ([current] + former).contains { $0.text.utf8.elementsEqual(host) }
    }

    /// Whether such an address may still become one of ours.
    func begins(with start: some Collection<UInt8>) -> Bool {
        ([current] + former).contains { $0.text.utf8.starts(with: start) }
    }
}
