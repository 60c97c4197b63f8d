import Domain
import Testing

@Suite struct `A doubt before a merge` {
    private func side(_ papers: [ShownPaper] = [], _ edit: (inout Person) -> Void = { _ in })
        -> MergeDoubt.Side
    {
        var person = Given.patient().person
        edit(&person)
        return MergeDoubt.Side(person: person, papers: papers)
    }

    private let stranger: (inout Person) -> Void = {
        $0.surname = "Константинопольский"
        $0.birthDate = CalendarDay(iso: "1951-07-29") ?? $0.birthDate
        $0.snils = nil
        $0.phone = nil
    }

    private func passport(struck: Bool = false) -> ShownPaper {
        let document = IdentityDocument(kind: .passport, series: "4510", number: "123456")
        return ShownPaper(
            id: Given.id(7), version: 1, patient: Given.id(2), content: .document(document),
            shownAt: Given.start, shownBy: Given.id(3),
            strike: struck ? Undoing(at: Given.start, by: Given.id(3), reason: "Опечатка") : nil)
    }

    @Test func `arises where surname, birth date and every number differ`() {
        #expect(MergeDoubt.arises(between: side(), and: side([], stranger)))
        #expect(MergeDoubt.arises(between: side([passport()]), and: side([passport(struck: true)], stranger)))
    }

    @Test func `is not settled by a number that an employer gave to all`() {
        let policy = ShownPaper(
            id: Given.id(7), version: 1, patient: Given.id(2),
            content: .policy(PolicyGiven(kind: .dms, number: "ДМС-15", omsType: nil, insurer: "Ромашка")),
            shownAt: Given.start, shownBy: Given.id(3), strike: nil)
        #expect(MergeDoubt.arises(between: side([policy]), and: side([policy], stranger)))
    }

    @Test func `does not arise where one thing of them agrees`() {
        let phone = PhoneNumber(stored: "+79261112233")
        let other = side([], stranger)
        #expect(!MergeDoubt.arises(between: side { $0.surname = other.person.surname }, and: other))
        #expect(!MergeDoubt.arises(between: side { $0.birthDate = other.person.birthDate }, and: other))
        let calling = side {
            stranger(&$0)
            $0.phone = phone
        }
        #expect(!MergeDoubt.arises(between: side { $0.phone = phone }, and: calling))
        #expect(!MergeDoubt.arises(between: side([passport()]), and: side([passport()], stranger)))
    }
}

@Suite struct `A choice between two cards` {
    private func patient(_ changedAt: Int64, _ edit: (inout Person) -> Void = { _ in }) -> Patient {
        var person = Given.patient().person
        edit(&person)
        return Patient(
            id: Given.id(2), version: 1, cardNumber: 1, person: person, registeredAt: Given.start,
            registeredBy: Given.id(3), changedAt: Instant(milliseconds: changedAt))
    }

    @Test func `is asked for what differs only`() {
        #expect(MergeChoice.all(kept: patient(1), merged: patient(2), seen: nil).isEmpty)
    }

    @Test func `falls on the card that says something`() {
        let kept = patient(5) { $0.phone = PhoneNumber(stored: "+79261112233") }
        let merged = patient(9) {
            $0.patronymic = .given("Сергеевна")
            $0.note = "Слышит плохо"
        }
        #expect(
            MergeChoice.all(kept: kept, merged: merged, seen: .kept) == [
                MergeChoice(field: .patronymic, side: .merged, reason: .only),
                MergeChoice(field: .phone, side: .kept, reason: .only),
                MergeChoice(field: .note, side: .merged, reason: .only),
            ])
    }

    @Test(arguments: [
        (1, 2, MergeChoice.Side.merged, MergeChoice.Reason.newer), (2, 1, .kept, .newer),
        (2, 2, .kept, .kept),
    ])
    func `falls on the card that was written last`(
        kept: Int64, merged: Int64, side: MergeChoice.Side, reason: MergeChoice.Reason
    ) {
        let choices = MergeChoice.all(
            kept: patient(kept) { $0.surname = "Иначе" }, merged: patient(merged), seen: nil)
        #expect(choices == [MergeChoice(field: .surname, side: side, reason: reason)])
    }

    @Test func `falls on the card at which a document was seen, for what stands in it`() {
        let kept = patient(1) {
            $0.surname = "Иначе"
            $0.phone = PhoneNumber(stored: "+79261112233")
        }
        let merged = patient(2) { $0.phone = PhoneNumber(stored: "+79261112244") }
        #expect(
            MergeChoice.all(kept: kept, merged: merged, seen: .kept) == [
                MergeChoice(field: .surname, side: .kept, reason: .document),
                MergeChoice(field: .phone, side: .merged, reason: .newer),
            ])
    }

    @Test(arguments: PersonField.allCases)
    func `takes the field over and nothing else`(field: PersonField) {
        let one = Given.patient().person
        let other = Person(
            surname: "Другова", name: "Анна", patronymic: .given("Петровна"),
            birthDate: CalendarDay(daysSince1970: 20_000) ?? Given.today, sex: .male,
            phone: PhoneNumber(stored: "+79261112233"),
            email: EmailAddress(stored: "a@mail.example"), snils: Snils(stored: "11223344595"), note: "Да")
        let mixed = one.taking([field], from: other)
        #expect(mixed.agrees(on: field, with: other))
        for rest in PersonField.allCases where rest != field { #expect(mixed.agrees(on: rest, with: one)) }
    }
}

@Suite struct `A merge of cards` {
    private let other = Person(
        surname: "Другова", name: "Анна", patronymic: .absent, birthDate: Given.today, sex: .female)

    @Test func `is parted once`() throws {
        let parted = try Given.merge().parted(for: "Разные люди", by: Given.id(3), at: Given.start)
        #expect(parted.version == 2 && parted.parting?.reason == "Разные люди")
        let refusal = #expect(throws: Refusal.self) {
            try parted.parted(for: "Снова", by: Given.id(3), at: Given.start)
        }
        #expect(refusal?.code == .cardsPartedAlready)
    }

    @Test func `gives back what was taken and still says the same`() {
        let merge = Given.merge(taken: [.surname, .name])
        var now = merge.before.taking([.surname, .name], from: other)
        #expect(merge.givenBack(by: now, to: other) == [.surname, .name])
        now.surname = "Иначе"
        #expect(merge.givenBack(by: now, to: other) == [.name])
    }
}
