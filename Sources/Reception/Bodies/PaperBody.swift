internal import Application
internal import Domain
internal import Wire

/// The papers that a patient showed, as the card lists them, and the forms that they are typed into.
enum PaperBody {
    private static let typed = Schema.text(max: 2000)
    private static let kinds = Schema.words(
        IdentityDocument.Kind.allCases.map(\.rawValue) + PolicyGiven.Kind.allCases.map(\.rawValue))

    static let schema = Schema.named(
        "Paper",
        .object([
            .init("id", .id), .init("sort", .words(["document", "policy"])), .init("kind", kinds),
            .init("shown", .text(max: 300)), .init("issued_on", .day.orNull),
            .init("issuer", .text(max: 200).orNull), .init("department_code", .text(max: 7).orNull),
            .init("insurer", .text(max: 200).orNull), .init("valid_to", .day.orNull),
            .init("shown_at", .instant), .init("shown_by_name", .text(max: 100)),
            .init("struck_at", .instant.orNull),
            .init("strike_reason", .text(max: 300).orNull), PlacedBody.card,
        ]))

    /// - Parameter name: the operator's who saw the paper.
    static func json(_ paper: ShownPaper, seenBy name: String) -> JSON {
        let (document, policy) = (paper.document, paper.policy)
        return .object([
            .init("id", .string(paper.id.text)),
            .init("sort", .string(document == nil ? "policy" : "document")),
            .init("kind", .string(document?.kind.rawValue ?? policy?.kind.rawValue ?? "")),
            .init("shown", .string(document?.shown ?? policy?.shown ?? "")),
            .init("issued_on", JSON(document?.issuedOn?.iso)),
            .init("issuer", JSON(document?.issuer)),
            .init("department_code", JSON(document?.departmentCode?.shown)),
            .init("insurer", JSON(policy?.insurer)),
            .init("valid_to", JSON(policy?.validTo?.iso)),
            .init("shown_at", .integer(paper.shownAt.milliseconds)),
            .init("shown_by_name", .string(name)),
            .init("struck_at", JSON(paper.strike?.at.milliseconds)),
            .init("strike_reason", JSON(paper.strike?.reason)),
        ])
    }

    static let document = Schema.named(
        "DocumentForm",
        .object([
            .init("kind", .words(IdentityDocument.Kind.allCases.map(\.rawValue))),
            .init("series", .text(max: 2000, example: "45 10")),
            .init("number", .text(max: 2000, example: "123456")), .init("issued_on", typed),
            .init("issuer", typed), .init("department_code", typed),
        ]))

    static func readDocument(_ json: JSON?) -> IdentityDocumentForm {
        let json = json ?? .null
        var form = IdentityDocumentForm()
        form.kind = json.word("kind")
        form.series = json.word("series")
        form.number = json.word("number")
        form.issuedOn = json.word("issued_on")
        form.issuer = json.word("issuer")
        form.departmentCode = json.word("department_code")
        return form
    }

    static let policy = Schema.named(
        "PolicyForm",
        .object([
            .init("kind", .words(PolicyGiven.Kind.allCases.map(\.rawValue))),
            .init("oms_type", .words([""] + OmsType.allCases.map(\.rawValue))),
            .init("number", .text(max: 2000, example: "7992 7300 0000 0007")), .init("insurer", typed),
            .init("valid_to", typed),
        ]))

    static func readPolicy(_ json: JSON?) -> PolicyForm {
        let json = json ?? .null
        var form = PolicyForm()
        form.kind = json.word("kind")
        form.omsType = json.word("oms_type")
        form.number = json.word("number")
        form.insurer = json.word("insurer")
        form.validTo = json.word("valid_to")
        return form
    }

    /// The papers of a walk-in form, which has none where nobody showed one.
    static let papers: [Schema.Property] = [
        .optional(WalkInPapers.document, document.orNull), .optional(WalkInPapers.policy, policy.orNull),
    ]

    static func readPapers(_ body: JSON) -> WalkInPapers {
        let (document, policy) = (body[WalkInPapers.document], body[WalkInPapers.policy])
        return WalkInPapers(
            document: document?.members == nil ? nil : readDocument(document),
            policy: policy?.members == nil ? nil : readPolicy(policy))
    }
}
