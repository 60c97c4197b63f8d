internal import Application
internal import Domain
internal import Localization
internal import Wire

/// A line of history in words.
enum HistoryBody {
    static let schema = Schema.named(
        "HistoryEntry",
        .object([
            .init("seq", .count), .init("at", .instant), .init("operator_name", .text(max: 100).orNull),
            .init("action", .text(max: 64)), .init("object_kind", .text(max: 32).orNull),
            .init("object_id", .id.orNull), .init("text", .text(max: 4000)), PlacedBody.card,
        ]))

    static func json(_ entry: HistoryEntry, _ catalogue: Catalogue, _ language: Language) -> JSON {
        [
            "seq": .integer(entry.sequence),
            "at": .integer(entry.at.milliseconds),
            "operator_name": JSON(entry.operatorName),
            "action": .string(entry.action),
            "object_kind": JSON(entry.subjectKind),
            "object_id": JSON(entry.subject?.text),
            "text": .string(text(entry, catalogue, language)),
        ]
    }

    /// What was done, and which of the checks that the admin may choose of were gone past, and why.
    private static func text(
        _ entry: HistoryEntry, _ catalogue: Catalogue, _ language: Language
    ) -> String {
        let past = entry.overrides.filter { one in Strictness.checks.contains { $0.rawValue == one.code } }
        let told = past.map { one in
            let check = catalogue.text("strictness.\(one.code)", language)
            guard let reason = one.reason else {
                return catalogue.text("history.past", language, ["check": check])
            }
            return catalogue.text("history.past_why", language, ["check": check, "reason": reason])
        }
        return ([action(entry, catalogue, language)] + told).joined(separator: ". ")
    }

    /// Of a card that was corrected also what: by names, for the card itself shows the values.
    private static func action(
        _ entry: HistoryEntry, _ catalogue: Catalogue, _ language: Language
    ) -> String {
        let action = catalogue.text("history.\(entry.action)", language)
        guard !entry.corrected.isEmpty else { return action }
        let fields = entry.corrected.map { catalogue.text("label.\($0.rawValue)", language) }
        return catalogue.text(
            "history.fields", language, ["action": action, "fields": fields.joined(separator: ", ")])
    }
}
