/// Which warnings the operator has read, and why they were passed over.
package struct Acceptance: Hashable, Sendable {
    package let codes: Set<String>
    package let reason: String?

    package init(codes: Set<String>, reason: String?) {
        self.codes = codes
        self.reason = reason
    }

    package static let none = Acceptance(codes: [], reason: nil)
}
