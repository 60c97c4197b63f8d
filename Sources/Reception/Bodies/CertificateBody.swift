internal import Application
internal import Domain
internal import Wire

/// The certificates of a card, each with its patients and how they came to be.
enum CertificateBody {
    private static let typed = Schema.text(max: 2000)
    static let seat = Schema.words(Certificate.Seat.allCases.map(\.rawValue))

    private static let person = Schema.object([
        .init("id", .id), .init("name", .text(max: 190)), .init("birth_date", .day),
    ])

    private static let change = Schema.object([
        .init("seat", seat), .init("name", .text(max: 190)), .init("at", .instant),
        .init("by_name", .text(max: 100)), .init("late_reason", .text(max: 300).orNull),
    ])

    static let schema = Schema.named(
        "Certificate",
        .object([
            .init("id", .id), .init("version", .count), .init("number", .text(max: 30)),
            .init("status", .words(Certificate.Status.allCases.map(\.rawValue))), .init("may_change", .bool),
            .init("programme_title", .text(max: 200)), .init("programme_code", .text(max: 30)),
            .init("programme_version", .count), .init("valid_from", .day), .init("valid_to", .day),
            .init("purchased_on", .day), .init("entry_due", .day), .init("first", person.orNull),
            .init("second", person.orNull), .init("issued_at", .instant),
            .init("issued_by_name", .text(max: 100)), .init("changes", .array(change, maxItems: 10_000)),
            PlacedBody.card,
        ]))

    static func json(_ view: CertificateView) -> JSON {
        let certificate = view.certificate
        return [
            "id": .string(certificate.id.text), "version": .integer(certificate.version),
            "number": .string(certificate.number.text), "status": .string(view.status.rawValue),
            "may_change": .bool(view.mayChange),
            "programme_title": .string(view.programme?.content.title ?? "–"),
            "programme_code": .string(view.programme?.content.code ?? "–"),
            "programme_version": .integer(certificate.programme.version),
            "valid_from": .string(certificate.validFrom.iso), "valid_to": .string(certificate.validTo.iso),
            "purchased_on": .string(certificate.purchasedOn.iso),
            "entry_due": .string(certificate.entryDue.iso), "first": json(view.first),
            "second": json(view.second), "issued_at": .integer(certificate.issuedAt.milliseconds),
            "issued_by_name": .string(view.past.first?.by ?? "–"),
            "changes": .array(view.past.compactMap(change)),
        ]
    }

    private static func json(_ patient: Patient?) -> JSON {
        guard let patient else { return .null }
        return [
            "id": .string(patient.id.text), "name": .string(name(patient)),
            "birth_date": .string(patient.person.birthDate.iso),
        ]
    }

    private static func change(_ past: CertificateView.Past) -> JSON? {
        guard let change = past.certificate.change,
            let patient = change.seat == .first ? past.first : past.second
        else { return nil }
        return [
            "seat": .string(change.seat.rawValue), "name": .string(name(patient)),
            "at": .integer(change.at.milliseconds), "by_name": .string(past.by),
            "late_reason": JSON(change.lateReason),
        ]
    }

    private static func name(_ patient: Patient) -> String {
        let person = patient.person
        return [person.surname, person.name, person.patronymic.text].compactMap(\.self)
            .joined(separator: " ")
    }

    static let form: [Schema.Property] = [
        .init("programme", typed), .init("valid_from", .text(max: 2000, example: "01.12.2026")),
        .init("valid_to", typed), .init("purchased_on", typed), .init("second", .id.orNull),
    ]

    static func read(_ json: JSON) -> CertificateForm {
        var form = CertificateForm()
        form.programme = json.word("programme")
        form.validFrom = json.word("valid_from")
        form.validTo = json.word("valid_to")
        form.purchasedOn = json.word("purchased_on")
        return form
    }
}
