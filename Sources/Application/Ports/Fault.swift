/// The world failed: the disk, not the operator. What was typed is still with whoever typed it.
///
/// `words` are for the journal and hold no bound values.
package struct Fault: Error, CustomStringConvertible {
    package enum Kind: String, CaseIterable, Sendable {
        case full
        case readOnly = "read_only"
        case corrupt
        case busy
        case failed
    }

    package let kind: Kind
    package let words: String

    package init(_ kind: Kind, _ words: String) {
        self.kind = kind
        self.words = words
    }

    package var description: String { words }
}
