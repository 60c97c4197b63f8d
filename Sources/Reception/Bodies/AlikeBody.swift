internal import Application
internal import Domain
internal import Localization
internal import Wire

/// A card that may be the same person's, with the reasons in the reader's words.
enum AlikeBody {
    private static let reason = Schema.named(
        "LikenessReason",
        .object([
            .init("code", .words(Likeness.Reason.allCases.map(\.rawValue))), .init("text", .text(max: 300)),
        ]))

    static let schema = Schema.named(
        "AlikePatient",
        .object([
            .init("patient", PatientBody.found),
            .init("reasons", .array(reason, maxItems: Likeness.Reason.allCases.count)),
        ]))

    static func json(
        _ alike: AlikePatient, isDead: Bool, today: CalendarDay, _ catalogue: Catalogue, _ language: Language
    ) -> JSON {
        let reasons = alike.likeness.reasons.map { reason -> JSON in
            let text = catalogue.text("alike.\(reason.rawValue)", language)
            return ["code": .string(reason.rawValue), "text": .string(text)]
        }
        return [
            "patient": PatientBody.json(alike.found, isDead: isDead, today: today),
            "reasons": .array(reasons),
        ]
    }
}
