import Domain
import Testing

@Suite struct `A family link` {
    private static let eve = day("2026-11-20")
    private static let born = day("2008-11-21")

    private static func day(_ text: String) -> CalendarDay { CalendarDay(iso: text) ?? Given.today }

    @Test func `of a parent ends by itself on the child's eighteenth birthday`() {
        let link = Given.link()
        #expect(link.lastDay(born: Self.born) == Self.eve)
        #expect(link.standing(on: Self.eve, born: Self.born) == .inForce)
        #expect(link.standing(on: Self.day("2026-11-21"), born: Self.born) == .expired)
    }

    @Test(arguments: FamilyLink.Role.allCases)
    func `holds through the last day of its paper and no longer`(role: FamilyLink.Role) {
        let (last, child) = (Self.day("2026-11-21"), Self.day("2020-03-12"))
        let link = Given.link(role, until: last)
        #expect(link.lastDay(born: child) == last)
        #expect(link.standing(on: last, born: child) == .inForce)
        #expect(link.standing(on: Self.day("2026-11-22"), born: child) == .expired)
    }

    @Test func `of a guardian does not end with childhood`() {
        #expect(Given.link(.guardian).lastDay(born: Self.born) == nil)
        let link = Given.link(.guardian)
        #expect(link.standing(on: Self.day("2040-01-01"), born: Self.born) == .inForce)
    }

    @Test func `is ended once, with the reason, and then gives nothing`() throws {
        let ended = try Given.link().ended(for: "Ошибка", by: Given.id(4), at: Given.start)
        #expect(ended.version == 2 && ended.end?.reason == "Ошибка" && ended.end?.by == Given.id(4))
        #expect(ended.standing(on: Self.eve, born: Self.born) == .ended)
        let refusal = #expect(throws: Refusal.self) {
            try ended.ended(for: "Ещё раз", by: Given.id(4), at: Given.start)
        }
        #expect(refusal?.code == .familyLinkEndedAlready)
    }

    @Test func `is read without its word unless it is of another kind`() {
        let form = FamilyLinkForm(role: .guardian, word: "тётя", basis: " Решение № 5 ")
        let content = form.read(
            representativeBorn: Self.day("1990-01-02"), personBorn: Self.born, today: Self.eve
        ).content
        #expect(content?.word == nil && content?.basis == "Решение № 5" && content?.validUntil == nil)
    }
}

@Suite struct `What age asks for` {
    private static let born = CalendarDay(iso: "2012-02-29") ?? Given.today

    /// Both ends of each stretch, of somebody born on 29 February.
    private static let bounds: [(day: String, hint: AgeHint?, needsRepresentative: Bool)] = [
        ("2012-02-28", nil, true), ("2012-02-29", .under14, true), ("2026-02-28", .under14, true),
        ("2026-03-01", .from14, true), ("2027-02-28", .from14, true), ("2027-03-01", .from15, false),
        ("2030-02-28", .from15, false), ("2030-03-01", .from18, false), ("2031-02-28", .from18, false),
        ("2031-03-01", nil, false),
    ]

    @Test(arguments: bounds)
    func `is said from a birthday to the eve of the next`(
        day: String, hint: AgeHint?, needsRepresentative: Bool
    ) throws {
        let today = try #require(CalendarDay(iso: day))
        #expect(AgeHint(born: Self.born, on: today) == hint)
        #expect(LegalAge.needsRepresentative(born: Self.born, on: today) == needsRepresentative)
    }
}

@Suite struct `A note of death` {
    private static let born = CalendarDay(iso: "1940-03-12") ?? Given.today

    private func read(
        _ date: String, _ basis: DeathNote.Basis, _ details: String
    ) -> (content: (diedOn: CalendarDay, details: String)?, problems: [FieldProblem]) {
        DeathForm(date: date, basis: basis, details: details).read(born: Self.born, today: Given.today)
    }

    @Test func `has the certificate's number as the paper has it`() {
        #expect(read("1.11.2026", .certificate, "12-345678").content == nil)
        #expect(read("1.11.2026", .certificate, "11-мю123456").content?.details == "II-МЮ № 123456")
    }

    @Test func `may fall on the day of birth and on today, and not past either`() {
        let today = Given.today
        #expect(read(today.shown, .words, "сын").content?.diedOn == today)
        #expect(read(Self.born.shown, .words, "сын").content?.diedOn == Self.born)
        let tomorrow = today.adding(days: 1)?.shown ?? ""
        #expect(read(tomorrow, .words, "сын").problems.map(\.code) == ["death_future"])
        #expect(read("11.03.1940", .words, "сын").problems.map(\.code) == ["death_before_birth"])
        #expect(read("", .medical, "").problems.map(\.field) == ["date", "details"])
    }

    @Test func `is struck once, with the reason`() throws {
        let struck = try Given.death().struck(for: "Однофамилец", by: Given.id(4), at: Given.start)
        #expect(struck.version == 2 && struck.strike?.reason == "Однофамилец")
        let refusal = #expect(throws: Refusal.self) {
            try struck.struck(for: "Ещё раз", by: Given.id(4), at: Given.start)
        }
        #expect(refusal?.code == .deathNoteStruckAlready)
    }

    @Test func `stops what writes to people, and leaves what was needed for their treatment`() {
        #expect(ConsentPurpose.allCases.filter(\.outlivesPerson) == [.processing, .insurer])
    }
}
