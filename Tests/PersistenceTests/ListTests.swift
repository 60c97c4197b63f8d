import Application
import DeskFixture
import Domain
import Persistence
import SQL
import Testing

@Suite struct `Bringing a list in` {
    private let clinic: Clinic

    init() throws { clinic = try Clinic() }

    private func take(_ lines: ListedPerson..., takesAlike: Bool = false) throws -> [WeighedLine] {
        try clinic.desk.bringIn(lines, takesAlike: takesAlike, by: clinic.author)
    }

    private func check(_ lines: ListedPerson...) throws -> [WeighedLine] {
        var checking = CheckLines(store: clinic.desk.store, clock: clinic.desk.clock, takesAlike: false)
        return try checking(lines)
    }

    private func policies(_ id: ID<Patient>) throws -> [String] {
        try clinic.desk.store.read { try $0.papers.all(of: id).compactMap(\.policy?.number) }
    }

    private func patients() throws -> Int {
        try clinic.desk.rows("SELECT count(*) FROM patient") { Int($0.integer(0)) }[0]
    }

    private let new = ListedPerson.invented(2, "Новикова", "Ольга").with {
        $0.policy.kind = "dms"
        $0.policy.number = "ДМС-1234"
        $0.policy.insurer = "Ромашка"
    }

    private func codes(_ line: WeighedLine) -> [String] { line.problems.map { "\($0.field) \($0.code)" } }

    @Test func `makes a card with its policy and says in its history where it came from`() throws {
        let taken = try take(new)
        let card = try #require(taken.first?.card)
        let found = try clinic.desk.store.read { books in
            try books.patients.search(SearchLine("№ \(card)"), limit: 5)
        }
        let id = try #require(found.first).patient.id
        #expect(try policies(id) == ["ДМС-1234"])
        let history = try clinic.desk.store.read { try $0.history.entries(of: id, limit: 9) }
        #expect(history.map(\.action) == ["list_lot_taken", "paper_shown", "patient_registered"])
        #expect(history.allSatisfy { $0.operatorName == clinic.petrova.name })
        let last = try #require(try clinic.desk.store.read { try $0.lists.last() })
        #expect(last.run.ending == .finished && last.totals.registered == 1 && last.lastLine == 2)
        #expect(try clinic.desk.prove().isIntact)
    }

    @Test func `a second time registers nobody, and adds only what is new`() throws {
        _ = try take(new)
        let before = try patients()
        let again = try take(new, new.with { $0.policy.number = "ДМС-9999" })
        #expect(try patients() == before)
        #expect(ListTotals(again).known == 2 && ListTotals(again).policies == 1)
    }

    @Test func `a person on two lines makes one card with both policies`() throws {
        let other = ListedPerson.invented(3, "Новикова", "Ольга").with {
            $0.policy.kind = "oms"
            $0.policy.number = "7992730000000007"
        }
        let before = try patients()
        let taken = try take(new, other, other)
        #expect(try patients() == before + 1)
        #expect(ListTotals(taken).registered == 1 && ListTotals(taken).known == 2)
        #expect(Set(taken.map(\.card)).count == 1)
        let checked = try check(new, other)
        #expect(ListTotals(checked).known == 2)
    }

    @Test func `knows a person by СНИЛС under a name that has a slip`() throws {
        let slip = ListedPerson.invented(2, "Другава", "Анна", "").with { $0.person.snils = "112-233-445 95" }
        guard case .known(let id, nil) = try take(slip)[0].verdict else {
            Issue.record("not known")
            return
        }
        #expect(id == clinic.other.id)
    }

    @Test func `leaves a line whose СНИЛС is another person's`() throws {
        let odd = ListedPerson.invented(2, "Совсемдругая", "Юлия", "Ивановна", born: "01.02.1950").with {
            $0.person.snils = "112-233-445 95"
        }
        let line = try take(odd, takesAlike: true)[0]
        #expect(line.verdict == .failed && codes(line) == ["snils list_snils_other"])
    }

    @Test func `knows a person by policy and names where the birth date has a slip`() throws {
        _ = try take(new)
        let slip = new.with { $0.person.birthDate = "13.03.1986" }
        #expect(ListTotals(try take(slip)).known == 1)
        // The son of the same name, in the same policy of the family, is not the father.
        let son = new.with { $0.person.birthDate = "01.07.2011" }
        #expect(ListTotals(try take(son)).registered == 1)
    }

    @Test func `leaves who is only alike for a person, unless told otherwise`() throws {
        _ = try take(new)
        let alike = ListedPerson.invented(2, "Новиква", "Ольга")
        let line = try take(alike)[0]
        #expect(line.verdict == .alike && codes(line) == ["line list_alike"])
        #expect(ListTotals(try take(alike, takesAlike: true)).registered == 1)
        #expect(ListTotals(try take(alike, takesAlike: true)).known == 1)
    }

    @Test func `sees that two lines of one lot are alike`() throws {
        let taken = try take(new, .invented(3, "Новиква", "Ольга"))
        #expect(taken.map { ListTotals([$0]).alike } == [0, 1])
    }

    @Test func `derives the sex from the patronymic, or says that it cannot`() throws {
        let man = ListedPerson.invented(2, "Новиков", "Олег", "Сергеевич").with { $0.person.sex = "" }
        guard case .new(let person, _) = try check(man)[0].verdict else {
            Issue.record("not new")
            return
        }
        #expect(person.sex == .male)
        let unknown = man.with { $0.person.patronymic = "Сергей" }
        #expect(codes(try check(unknown)[0]) == ["sex list_sex_unknown"])
        let empty = man.with { $0.person.patronymic = " " }
        #expect(
            Set(codes(try check(empty)[0])) == ["sex list_sex_unknown", "patronymic list_patronymic_empty"])
    }

    @Test func `says all that is wrong with a line, of the person and of the policy`() throws {
        let bad = new.with {
            $0.person.snils = "112-233-445 00"
            $0.person.birthDate = "31.02.1990"
            $0.policy.number = ""
        }
        #expect(
            codes(try check(bad)[0])
                == ["birth_date date_no_such_day", "snils snils_control", "policy_number required"])
    }

    @Test func `keeps what was passed over, with where it came from`() throws {
        let odd = new.with { $0.person.birthDate = "01.01.1986" }
        #expect(codes(try take(odd)[0]) == ["birth_date birth_first_january"])
        let other = ListedPerson.invented(3, "Иная", "Зоя").with { $0.policy = odd.policy }
        _ = try take(other)
        let overrides = try clinic.desk.outbox().compactMap { operation -> [Override]? in
            switch try clinic.desk.event(operation) {
            case .patientRegistered(_, let past) where !past.isEmpty: past
            case .paperShown(_, let past) where !past.isEmpty: past
            default: nil
            }
        }
        let reason = "Из списка застрахованных"
        #expect(
            overrides == [
                [Override(field: "birth_date", code: "birth_first_january", reason: reason)],
                [Override(field: "number", code: "paper_shared", reason: reason)],
            ])
    }

    @Test func `leaves a line for the desk whose softened check wants a reason`() throws {
        _ = try clinic.desk.strictness([], by: clinic.adminAuthor)
        let odd = new.with { $0.person.snils = "112-233-445 00" }
        for line in try check(odd) + take(odd) {
            #expect(line.verdict == .failed)
            #expect(codes(line) == ["snils snils_control", "line list_reason_needed"])
        }
    }

    @Test func `refuses in a list what the admin has hardened`() throws {
        _ = try take(new)
        _ = try clinic.desk.strictness([.birthOld, .paperShared], by: clinic.adminAuthor)
        let old = ListedPerson.invented(2, "Давняя", "Вера", born: "12.03.1910")
        let sharing = ListedPerson.invented(3, "Иная", "Зоя").with { $0.policy = new.policy }
        let known = ListedPerson.invented(4, "Другова", "Анна", "").with {
            $0.person.snils = "112-233-445 95"
            $0.policy = new.policy
        }
        let lines = try take(old, sharing, known)
        #expect(lines.map(\.verdict) == [.failed, .failed, .failed])
        #expect(codes(lines[0]).contains("birth_date birth_old"))
        #expect(codes(lines[1]) == ["policy_number paper_shared"])
        #expect(codes(lines[2]).contains("policy_number paper_shared"))
    }

    @Test func `writes to the card that a merged one lives on in, and names it`() throws {
        _ = try take(new)
        let merged = try #require(try find(new))
        _ = try clinic.desk.merging(merged.id, into: clinic.patient.id, by: clinic.author)
        let again = try take(new, new.with { $0.policy.number = "ДМС-9999" })
        #expect(again.map(\.card) == [clinic.patient.cardNumber, clinic.patient.cardNumber])
        #expect(again.map(\.verdict.policies) == [0, 1])
        #expect(try policies(clinic.patient.id).contains("ДМС-9999"))
        #expect(try policies(merged.id) == ["ДМС-1234"])
        let alike = try take(.invented(9, "Новиква", "Ольга"))[0]
        #expect(alike.problems.first?.parameters["cards"] == "№ \(clinic.patient.cardNumber)")
    }

    private func find(_ listed: ListedPerson) throws -> Patient? {
        try clinic.desk.store.read { books in
            try books.patients.search(SearchLine(listed.person.surname), limit: 5).first?.patient
        }
    }

    @Test func `promises no more than bringing in does`() throws {
        let other = "Совсемдругая"
        let lots: [[ListedPerson]] = [
            [
                new, .invented(3, "Новиква", "Ольга"),
                .invented(4, "Зимина", "Вера").with { $0.person.snils = "100-000-001 10" },
                .invented(5, other, "Юлия", "Ивановна", born: "01.02.1950").with {
                    $0.person.snils = "100-000-001 10"
                },
            ],
            [
                .invented(6, "Зимина", "Вера"),
                .invented(7, "Зимена", "Вера").with { $0.person.snils = "100-000-001 10" },
                .invented(8, other, "Яна", "Ильинична", born: "03.04.1960").with {
                    $0.person.snils = "100-000-001 10"
                },
                new.with { $0.policy.number = "ДМС-9999" }, new.with { $0.policy.number = "ДМС-9999" },
            ],
        ]
        var checking = CheckLines(store: clinic.desk.store, clock: clinic.desk.clock, takesAlike: false)
        let checked = try lots.map { try checking($0) }
        let taken = try lots.map { try clinic.desk.bringIn($0, by: clinic.author) }
        for (promised, done) in zip(checked, taken) { #expect(ListTotals(promised) == ListTotals(done)) }
        #expect(
            checked[0].map { $0.problems.map(\.code) } == [
                [], ["list_alike_line"], [], ["list_snils_other_line"],
            ])
        #expect(
            checked[1].map { $0.problems.map(\.code) } == [
                ["list_twice"], ["list_twice"], ["list_snils_other_line"], ["list_twice"], ["list_twice"],
            ])
    }

    @Test func `checks without changing anything`() throws {
        let before = try clinic.desk.lines()
        let checked = try check(new, .invented(3), ListedPerson(line: 4))
        #expect(ListTotals(checked).registered == 1 && ListTotals(checked).failed == 1)
        #expect(try clinic.desk.lines() == before)
    }

    @Test func `tells a run that was cut off by its missing end`() throws {
        let taking = TakeLines(
            store: clinic.desk.store, clock: clinic.desk.clock, identities: clinic.desk.identities)
        let run = try taking.begin(
            fileSHA256: String(repeating: "0a", count: 32), lines: 9, takesAlike: false, by: clinic.author)
        _ = try taking.take([new, .invented(7, "Иная", "Зоя")], of: run, by: clinic.author)
        let last = try #require(try clinic.desk.store.read { try $0.lists.last() })
        #expect(last.run.ending == nil && last.lastLine == 7 && last.totals.registered == 2)
        #expect(try taking.end(run, .stopped, by: clinic.author).version == 2)
    }
}

extension ListVerdict {
    fileprivate var policies: Int {
        guard case .known(_, let policy) = self else { return 0 }
        return policy == nil ? 0 : 1
    }
}
