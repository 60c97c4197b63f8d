internal import Application
internal import Domain
internal import Wire

/// Insurers, programmes and the clinic's requisites, as the admin's page and the forms of policies read them.
enum CatalogueBody {
    private static let typed = Schema.text(max: 2000)
    private static let longText = Schema.text(max: 100_000)
    private static let names = Schema.array(
        .text(max: Insurer.longestName), maxItems: 100)

    // MARK: Insurers

    static let insurer = Schema.named(
        "Insurer",
        .object([
            .init("id", .id), .init("version", .count), .init("name", .text(max: Insurer.longestName)),
            .init("former_names", names), .init("closed", .bool),
        ]))

    static func json(_ insurer: Insurer) -> JSON {
        [
            "id": .string(insurer.id.text), "version": .integer(insurer.version),
            "name": .string(insurer.name), "former_names": texts(insurer.formerNames),
            "closed": .bool(insurer.isClosed),
        ]
    }

    static let insurerForm: [Schema.Property] = [
        .init("name", .text(max: 2000, example: "Ромашка")), .init("former_names", longText),
    ]

    static let changed: [Schema.Property] = [.init("version", .count), .init("closed", .bool)]

    static func readInsurer(_ json: JSON) -> InsurerForm {
        InsurerForm(
            name: json.word("name"), formerNames: json.word("former_names"),
            isClosed: json["closed"]?.flag ?? false)
    }

    // MARK: Programmes

    private static let kinds = Schema.words(ProgrammeForm.FranchiseKind.allCases.map(\.rawValue))

    static let programme = Schema.named(
        "Programme",
        .object([
            .init("id", .id), .init("version", .count), .init("code", .text(max: 30)),
            .init("title", .text(max: 200)), .init("insurer", .id),
            .init("insurer_name", .text(max: Insurer.longestName)),
            .init(
                "lines",
                .array(.text(max: Programme.longestLine), maxItems: Programme.mostLines)),
            .init(
                "clinics",
                .array(.text(max: Programme.longestLine), maxItems: Programme.mostClinics)),
            .init("franchise_kind", kinds), .init("franchise_shown", .text(max: 30)),
            .init("closed", .bool),
        ]))

    /// A programme, and what its company is called.
    static func json(_ programme: Programme, of insurer: Insurer?) -> JSON {
        let content = programme.content
        let (kind, shown): (ProgrammeForm.FranchiseKind, String) =
            switch content.franchise {
            case .none: (.none, "")
            case .fixed(let kopecks): (.fixed, TypedAmount.shown(kopecks))
            case .percent(let percent): (.percent, "\(percent)")
            }
        return [
            "id": .string(programme.id.text), "version": .integer(programme.version),
            "code": .string(content.code), "title": .string(content.title),
            "insurer": .string(content.insurer.text), "insurer_name": .string(insurer?.name ?? "–"),
            "lines": texts(content.lines), "clinics": texts(content.clinics),
            "franchise_kind": .string(kind.rawValue), "franchise_shown": .string(shown),
            "closed": .bool(content.isClosed),
        ]
    }

    static let programmeForm: [Schema.Property] = [
        .init("code", .text(max: 2000, example: "АП-1")), .init("title", typed), .init("insurer", typed),
        .init("lines", longText), .init("clinics", longText), .init("franchise_kind", kinds),
        .init("franchise", typed),
    ]

    static func readProgramme(_ json: JSON) -> ProgrammeForm {
        ProgrammeForm(
            code: json.word("code"), title: json.word("title"), insurer: json.word("insurer"),
            lines: json.word("lines"), clinics: json.word("clinics"),
            franchiseKind: ProgrammeForm.FranchiseKind(rawValue: json.word("franchise_kind")) ?? .none,
            franchise: json.word("franchise"), isClosed: json["closed"]?.flag ?? false)
    }

    // MARK: Requisites

    static let requisites = Schema.named(
        "Requisites",
        .object([
            .init("version", .count), .init("name", .text(max: 200)), .init("legal_name", .text(max: 300)),
            .init("address", .text(max: 300)), .init("phone", .text(max: 200)), .init("inn", .text(max: 12)),
            .init("licence", .text(max: 300)), .init("email", .text(max: 254)),
        ]))

    /// Nothing written down yet is version 0, with the name that the desk was set up with.
    static func json(_ requisites: ClinicRequisites?, clinic: String) -> JSON {
        [
            "version": .integer(requisites?.version ?? 0), "name": .string(requisites?.name ?? clinic),
            "legal_name": .string(requisites?.legalName ?? ""),
            "address": .string(requisites?.address ?? ""), "phone": .string(requisites?.phone ?? ""),
            "inn": .string(requisites?.inn ?? ""), "licence": .string(requisites?.licence ?? ""),
            "email": .string(requisites?.email?.text ?? ""),
        ]
    }

    static let requisitesForm: [Schema.Property] = [
        .init("version", .count), .init("name", .text(max: 2000, example: "Поликлиника № 12")),
        .init("legal_name", typed), .init("address", typed), .init("phone", typed), .init("inn", typed),
        .init("licence", typed), .init("email", typed),
    ]

    static func readRequisites(_ json: JSON) -> ClinicRequisitesForm {
        var form = ClinicRequisitesForm()
        form.name = json.word("name")
        form.legalName = json.word("legal_name")
        form.address = json.word("address")
        form.phone = json.word("phone")
        form.inn = json.word("inn")
        form.licence = json.word("licence")
        form.email = json.word("email")
        return form
    }

    private static func texts(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }
}
