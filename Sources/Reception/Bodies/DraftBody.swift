internal import Application
internal import Domain
internal import Wire

/// A half-typed form.
enum DraftBody {
    static let form = Schema.words(Draft.Form.allCases.map(\.rawValue))
    static let content = Schema.map(.text(max: 4000), maxProperties: 80)

    static let schema = Schema.named(
        "Draft",
        .object([
            .init("id", .id), .init("form", form), .init("subject", .id.orNull), .init("saved_at", .instant),
            .init("content", content),
        ]))

    static func json(_ draft: Draft) -> JSON {
        [
            "id": .string(draft.id.text),
            "form": .string(draft.form.rawValue),
            "subject": JSON(draft.subject?.text),
            "saved_at": .integer(draft.savedAt.milliseconds),
            "content": .object(
                draft.content.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .string($0.value)) }),
        ]
    }

    static func readContent(_ json: JSON?) -> [String: String] {
        Dictionary((json?.members ?? []).compactMap { member in member.value.text.map { (member.name, $0) } })
        { $1 }
    }
}
