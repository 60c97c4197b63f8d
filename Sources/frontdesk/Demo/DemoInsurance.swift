internal import Application
internal import Domain

/// What the demo's clinic insures: invented companies and programmes, and what the first patients have of
/// them.
struct DemoInsurance {
    let premises: Premises
    let admin: Author
    let author: Author

    private static let insurers = [
        InsurerForm(name: "Ромашка-Мед", formerNames: "СК «Ромашка»\nПолевые цветы"),
        InsurerForm(name: "Северный щит", formerNames: "Щит-Полис"),
    ]

    private static let services = [
        "терапевта", "хирурга", "невролога", "кардиолога", "окулиста", "лора", "уролога", "гинеколога",
        "эндокринолога", "дерматолога",
    ]

    /// As long as a programme may be on paper: it must break pages properly.
    private static let longLines = services.flatMap { who in
        [
            "Приём \(who) первичный", "Приём \(who) повторный", "Консультация \(who) по телефону",
            "Приём \(who) на дому", "Заключение \(who)", "Направление \(who) на обследование",
        ]
    }

    private static let programmes = [
        ProgrammeForm(
            code: "АП-1", title: "Амбулаторная Премиум", insurer: "Ромашка-Мед",
            lines: longLines.joined(separator: "\n"), clinics: "Поликлиника № 12"),
        ProgrammeForm(
            code: "ГЛ-2", title: "Госпитализация Люкс", insurer: "Ромашка-Мед",
            lines: "Экстренная госпитализация\nПлановая госпитализация\nОдноместная палата",
            franchiseKind: .percent, franchise: "10"),
        ProgrammeForm(
            code: "ПВ-3", title: "Позвони Врачу плюс", insurer: "Северный щит",
            lines: "Врач по телефону круглосуточно\nВызов врача на дом", franchiseKind: .fixed,
            franchise: "500"),
    ]

    func fill(_ patients: [Patient]) throws {
        let (store, ids) = (premises.store, premises.identities)
        for form in DemoInsurance.insurers {
            _ = try KeepInsurers(store: store, identities: ids).add(form, by: admin)
        }
        let programmes = try DemoInsurance.programmes.map {
            try KeepProgrammes(store: store, identities: ids).add($0, by: admin)
        }
        var requisites = ClinicRequisitesForm()
        (requisites.name, requisites.legalName) = ("Поликлиника № 12", "ООО «Поликлиника № 12» (учебное)")
        (requisites.address, requisites.phone) = ("Неблизкая ул., д. 1", "8 (800) 000-00-00")
        _ = try ChangeRequisites(store: store)(requisites, after: 0, by: admin)
        for (index, patient) in patients.enumerated() { try insure(patient, index, programmes) }
        guard patients.count > 1 else { return }
        try certify(patients[0], patients[1], programmes[2])
    }

    /// Every third one has two programmes, every fourth a policy for abroad.
    private func insure(_ patient: Patient, _ index: Int, _ programmes: [Programme]) throws {
        let issuing = IssuePolicy(
            store: premises.store, clock: premises.clock, identities: premises.identities)
        let year = premises.clock.today.year
        var form = IssuedPolicyForm(kind: .dms)
        (form.insurer, form.validFrom, form.validTo) = (
            "Ромашка-Мед", "15.03.\(year - 1)", "06.03.\(year + 1)"
        )
        form.programmes = programmes.prefix(index.isMultiple(of: 3) ? 2 : 1).map(\.id.text)
        _ = try issuing(form, to: patient.id, acceptance: .none, by: author)
        guard index.isMultiple(of: 4) else { return }
        form = IssuedPolicyForm(kind: .vzr)
        (form.number, form.insurer) = ("ВЗР-\(1000 + index)", "Щит-Полис")
        (form.validFrom, form.validTo) = ("01.01.\(year + 1)", "31.01.\(year + 1)")
        (form.territory, form.sum, form.latinName) = ("Весь мир, кроме США", "30 000", "NEBYVALOVA G")
        _ = try issuing(form, to: patient.id, acceptance: .none, by: author)
    }

    /// One whose patients can still be changed, and one that has begun.
    private func certify(_ first: Patient, _ second: Patient, _ programme: Programme) throws {
        let issuing = IssueCertificate(
            store: premises.store, clock: premises.clock, identities: premises.identities)
        let year = premises.clock.today.year
        for (from, other) in [("01.01.\(year + 1)", nil), ("01.01.\(year)", second.id)] {
            var form = CertificateForm()
            (form.programme, form.validFrom, form.validTo) = (
                programme.id.text, from, "31.12.\(year + 1)"
            )
            _ = try issuing(form, to: first.id, and: other, by: author)
        }
    }
}
