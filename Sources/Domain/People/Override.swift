/// A warning that the operator read and went past, kept for ever with the reason given.
package struct Override: Hashable, Sendable {
    package let field: String
    package let code: String
    package let reason: String?

    package init(field: String, code: String, reason: String?) {
        self.field = field
        self.code = code
        self.reason = reason
    }
}
