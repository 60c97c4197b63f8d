import Application
import DeskFixture
import Domain
import Persistence
import Testing

@Suite struct `The shelf of drafts` {
    private func keep(
        _ clinic: Clinic, _ number: UInt64, _ content: [String: String] = ["surname": "Нов"],
        by owner: Operator? = nil
    ) throws -> Draft {
        try KeepDraft(store: clinic.desk.store, clock: clinic.desk.clock)(
            ID(high: 9, low: number), form: .patientEdit, subject: clinic.patient.id.as(), content: content,
            by: (owner ?? clinic.petrova).id)
    }

    private func all(_ clinic: Clinic, _ owner: Operator) throws -> [Draft] {
        try clinic.desk.store.keep { try $0.drafts.all(of: owner.id) }
    }

    @Test func `gives back what was typed, newest first`() throws {
        let clinic = try Clinic()
        let odd = ["a": "кавычка \" и \\", "b": "строка\nи вторая\t\u{1}", "c": "", "ё": "😀 e\u{301}"]
        let first = try keep(clinic, 1, odd)
        clinic.desk.clock.pass(seconds: 1)
        let second = try keep(clinic, 2, [:])
        #expect(try all(clinic, clinic.petrova) == [second, first])
        #expect(first.content == odd && first.subject == clinic.patient.id.as())
    }

    @Test func `keeps the latest words under one id, and is no history`() throws {
        let clinic = try Clinic()
        let (audit, outbox) = (try clinic.desk.audit(), try clinic.desk.outbox())
        _ = try keep(clinic, 1)
        let later = try keep(clinic, 1, ["surname": "Новикова"])
        #expect(try all(clinic, clinic.petrova) == [later])
        #expect(try clinic.desk.audit() == audit && clinic.desk.outbox() == outbox)
    }

    @Test func `is each operator's own`() throws {
        let clinic = try Clinic()
        let mine = try keep(clinic, 1)
        #expect(try all(clinic, clinic.colleague).isEmpty)
        try clinic.desk.store.keep { try $0.drafts.remove(mine.id, of: clinic.colleague.id) }
        #expect(try all(clinic, clinic.petrova) == [mine])
    }

    @Test func `does not say that it kept what it did not`() throws {
        let clinic = try Clinic()
        let mine = try keep(clinic, 1)
        #expect(throws: Refusal(.draftNotFound)) {
            try keep(clinic, 1, ["surname": "Чужая"], by: clinic.colleague)
        }
        #expect(try all(clinic, clinic.petrova) == [mine])
        #expect(try all(clinic, clinic.colleague).isEmpty)
    }

    @Test func `holds fifty and no more, and a full one still takes new words for old drafts`() throws {
        let clinic = try Clinic()
        for number in 1...50 { _ = try keep(clinic, UInt64(number)) }
        let refusal = try #require(throws: Refusal.self) { try keep(clinic, 51) }
        #expect(refusal.code == .draftsTooMany && refusal.parameters == ["most": "50"])
        _ = try keep(clinic, 7, ["surname": "Иначе"])
        _ = try keep(clinic, 51, by: clinic.colleague)
        #expect(try all(clinic, clinic.petrova).count == 50)
    }
}

@Suite struct `The shelf of credentials` {
    @Test func `has hashes only, and forgets a PIN that is taken away`() throws {
        let clinic = try Clinic()
        let (desk, id) = (clinic.desk, clinic.petrova.id)
        let found = try desk.store.keep { try $0.credentials.find(id) }
        #expect(
            found
                == Credential(
                    passwordHash: "hash of " + TestDesk.password, pinHash: "hash of " + TestDesk.pin))
        try desk.store.keep { try $0.credentials.setPin(nil, of: id, at: desk.clock.now) }
        #expect(try desk.store.keep { try $0.credentials.find(id) }?.pinHash == nil)
        #expect(try desk.store.keep { try $0.credentials.find(ID(high: 1, low: 1)) } == nil)
    }

    @Test func `knows when somebody last came in`() throws {
        let clinic = try Clinic()
        let last = try clinic.desk.store.keep { try $0.sessions.lastSignIn(of: clinic.petrova.id) }
        #expect(last == clinic.session.session.openedAt)
        #expect(try clinic.desk.store.keep { try $0.sessions.lastSignIn(of: clinic.former.id) } == nil)
    }
}

@Suite struct `Setting a desk up` {
    private func setUp(_ desk: TestDesk, prefix: String, clinic: String, form: OperatorForm) throws
        -> Operator
    {
        try SetUpDesk(
            store: desk.store, clock: desk.clock, identities: desk.identities, secrets: desk.secrets)(
                SetUpDesk.Input(first: form, prefix: prefix, clinic: clinic), by: .desk)
    }

    @Test func `founds it once, and later starts change nothing`() throws {
        let desk = try TestDesk()
        let before = try desk.lines()
        let again = try FoundDesk(store: desk.store, clock: desk.clock, identities: desk.identities)(
            requestKey: [1], documentKey: [2])
        #expect(
            again.requestKey == [UInt8](repeating: 7, count: 32) && again.lineage == 1 && again.prefix == nil)
        #expect(try desk.lines() == before)
        #expect(try SetUpDesk.isNeeded(desk.store))
    }

    @Test func `takes prefix, clinic and first admin together`() throws {
        let desk = try TestDesk()
        let admin = try desk.setUp()
        #expect(
            try desk.outbox().map(\.type) == [
                "desk_founded", "desk_prefix_taken", "settings_changed", "operator_added",
            ])
        #expect(try desk.store.read { try $0.desk.current() }?.prefix == "77")
        #expect(
            try desk.store.read { try $0.settings.current() }
                == Settings(version: 1, clinic: "Поликлиника № 1"))
        #expect(try desk.store.read { try $0.operators.all() } == [admin])
        #expect(try desk.store.read { try $0.operators.administrators() } == 1)
        #expect(try !SetUpDesk.isNeeded(desk.store))
        _ = try desk.signIn("admin")
    }

    @Test func `says everything that is wrong at once, and leaves nothing behind`() throws {
        let desk = try TestDesk()
        let before = try desk.lines()
        let form = OperatorForm(login: "", name: "", roles: [.admin], password: "", pin: "1")
        let refusal = try #require(throws: Refusal.self) {
            try setUp(desk, prefix: "7", clinic: " ", form: form)
        }
        #expect(Set(refusal.fields.map(\.field)) == ["login", "name", "password", "pin", "prefix", "clinic"])
        #expect(try desk.lines() == before)
    }
}
