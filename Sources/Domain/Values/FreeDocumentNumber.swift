/// The series or the number of a document that follows no rule of ours: a foreign one, or «иной».
package struct FreeDocumentNumber: Hashable, Sendable {
    /// Capital letters, digits, single spaces, `/` and `-`.
    package let text: String

    package init(stored text: String) { self.text = text }

    package var shown: String { text }

    package static func read(_ typed: String, field: String) -> FieldReading<FreeDocumentNumber> {
        PaperNumber.read(typed, field: field, least: 1).map(FreeDocumentNumber.init(stored:))
    }
}
