import Application
import DeskFixture
import Domain
import Persistence

/// What chance does with the catalogues and with what is issued by them.
extension RandomDay {
    func insurer() throws {
        let keep = KeepInsurers(store: desk.store, identities: desk.identities)
        let all = try desk.store.read { try $0.catalogues.insurers() }
        let form = InsurerForm.invented(try any(["Ромашка", "Василёк", "Клён"]))
        guard let old = try any([nil] + all) else {
            _ = try keep.add(form, by: author)
            return
        }
        _ = try keep.change(old.id, to: form, baseVersion: old.version, by: author)
    }

    func programme() throws {
        let keep = KeepProgrammes(store: desk.store, identities: desk.identities)
        let (insurers, all) = try desk.store.read {
            (try $0.catalogues.insurers(), try $0.catalogues.programmes())
        }
        var form = ProgrammeForm.invented(
            try any(["АП-1", "Г-2", "С-3", "С-4", "С-5", "С-6"]), of: try any(insurers).name)
        form.franchiseKind = try any(ProgrammeForm.FranchiseKind.allCases)
        form.franchise = form.franchiseKind == .none ? "" : "15"
        guard let old = try any([nil] + all) else {
            _ = try keep.add(form, by: author)
            return
        }
        _ = try keep.change(old.id, to: form, baseVersion: old.version, by: author)
    }

    func headings() throws {
        let version = try desk.store.read { try $0.catalogues.requisites()?.version ?? 0 }
        _ = try ChangeRequisites(store: desk.store)(
            .invented("Клиника \(version)"), after: version, by: author)
    }

    private func someForm() throws -> IssuedPolicyForm {
        let (insurers, programmes) = try desk.store.read {
            (try $0.catalogues.insurers(), try $0.catalogues.programmes())
        }
        let insurer = try any(insurers)
        let its = programmes.filter { $0.content.insurer == insurer.id }
        let number = try any(["", "", "ДМС-1", "ДМС-2"])
        let form = try any([IssuedPolicyForm.invented(number), .travel(number)])
        return form.with {
            $0.insurer = insurer.name
            $0.programmes = its.map(\.id.text)
        }
    }

    private var acceptance: Acceptance { Acceptance(codes: ["paper_shared"], reason: "Так и есть") }

    private func somePolicy() throws -> IssuedPolicy {
        let patient = try any(patients).id
        return try any(desk.store.read { try $0.policies.all(of: patient) })
    }

    func issue() throws {
        let old = try any([true, false, false]) ? try? somePolicy() : nil
        _ = try IssuePolicy(store: desk.store, clock: desk.clock, identities: desk.identities)(
            someForm(), to: old?.holder ?? any(patients).id, insteadOf: old?.id, acceptance: acceptance,
            by: author)
    }

    func correctPolicy() throws {
        let policy = try somePolicy()
        _ = try CorrectPolicy(store: desk.store, clock: desk.clock)(
            policy.id, to: someForm().with { $0.validTo = "15.12.2026" }, for: "Опечатка",
            baseVersion: policy.version, acceptance: acceptance, by: author)
    }

    func revoke() throws {
        let policy = try somePolicy()
        _ = try RevokePolicy(store: desk.store, clock: desk.clock)(
            policy.id, for: any(IssuedPolicy.RevocationClass.allCases), note: "Так вышло",
            baseVersion: policy.version, by: author)
    }

    func linkPolicy() throws {
        let number = try any([try? somePolicy().number, "7992730000000007"].compactMap(\.self))
        _ = try LinkPolicy(store: desk.store, clock: desk.clock, identities: desk.identities)(
            number, to: any(patients).id, by: author)
    }

    func certify() throws {
        let programme = try any(desk.store.read { try $0.catalogues.programmes() })
        let (first, second) = (try any(patients).id, try any([nil, try any(patients).id]))
        try desk.certifying(
            first, and: second, by: programme, from: any(["01.01.2026", "01.01.2027"]), by: author)
    }

    func seat() throws {
        let patient = try any(patients).id
        let id = try any(desk.store.read { try $0.certificates.all(of: patient) })
        let version = try desk.store.read { try $0.certificates.find(id)?.version ?? 0 }
        _ = try SeatPatient(store: desk.store, clock: desk.clock)(
            any(patients).id, in: any(Certificate.Seat.allCases), of: id, baseVersion: version,
            late: any([nil, "Ошибка кассы"]), by: author)
    }
}
