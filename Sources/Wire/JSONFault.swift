/// Why bytes are not a JSON document that we accept, and where. Carries no content: it may be logged.
package struct JSONFault: Error, Hashable, Sendable {
    package enum Reason: String, Sendable, CaseIterable {
        case endedEarly = "ended_early"
        case unexpectedByte = "unexpected_byte"
        case trailingBytes = "trailing_bytes"
        case badNumber = "bad_number"
        case numberTooLarge = "number_too_large"
        case badEscape = "bad_escape"
        case loneSurrogate = "lone_surrogate"
        case nulInText = "nul_in_text"
        case controlInText = "control_in_text"
        case badUTF8 = "bad_utf8"
        case duplicateName = "duplicate_name"
        case tooDeep = "too_deep"
    }

    /// Bytes from the start of the document.
    package let offset: Int
    package let reason: Reason

    package init(_ reason: Reason, at offset: Int) {
        self.offset = offset
        self.reason = reason
    }
}
