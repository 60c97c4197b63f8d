internal import Domain

/// Who stands for whom, from person to person: a link of a card that lives on in another one is that one's.
struct Kinship {
    let books: any Reading
    let today: CalendarDay
    private let clock: any Clock

    init(books: any Reading, clock: any Clock) {
        self.books = books
        self.clock = clock
        today = clock.today
    }

    /// Those who stand, or stood, for this person.
    func representatives(of patient: Patient) throws -> [Relative] {
        let links = try books.cards(of: patient.id).flatMap(books.family.representatives(of:))
        return try links.compactMap { try relative($0, of: patient, isRepresented: true) }
    }

    /// Those for whom this person stands, or stood.
    func represented(by patient: Patient) throws -> [Relative] {
        let links = try books.cards(of: patient.id).flatMap(books.family.represented(by:))
        return try links.compactMap { try relative($0, of: patient, isRepresented: false) }
    }

    /// Who stands for this person by the link, whatever has become of it, and at whichever card it was made.
    func representative(by id: ID<FamilyLink>, of patient: Patient) throws -> Relative? {
        try books.family.find(id).flatMap { try relative($0, of: patient, isRepresented: true) }
    }

    /// Why the representative may not do so, nil when nothing stands in the way.
    ///
    /// - Parameters:
    ///   - born: the birth date of the person who is represented.
    ///   - day: of what is over and only written down now: what has ended since was in force then.
    func obstacle(
        to deed: FamilyLink.Deed, by link: FamilyLink, born: CalendarDay, on day: CalendarDay? = nil
    ) throws -> Refusal? {
        let isPast = { (last: CalendarDay) in day.map { $0 > last } ?? true }
        let ended = link.end.map { clock.day(of: $0.at) }
        let expired = link.lastDay(born: born).flatMap { (day ?? today) > $0 ? $0 : nil }
        let died = try books.death(of: link.representative)?.diedOn
        let over =
            ended.flatMap { isPast($0) ? $0 : nil } ?? expired ?? died.flatMap { isPast($0) ? $0 : nil }
        if let over { return Refusal(.familyRightsEnded, ["day": over.shown]) }
        return deed == .acting && link.basis == nil ? Refusal(.familyBasisMissing) : nil
    }

    /// The cards of those who stand for this person today.
    func standing(for person: ID<Patient>) throws -> [ID<Patient>] {
        guard let born = try books.patients.find(person)?.person.birthDate else { return [] }
        return try books.cards(of: person).flatMap(books.family.representatives(of:))
            .filter { $0.standing(on: today, born: born) == .inForce }
            .map { try books.merges.living($0.representative) }
    }

    /// Whether somebody of `goals` stands for somebody of `people`, by however many others.
    func climbs(from people: [ID<Patient>], to goals: Set<ID<Patient>>) throws -> Bool {
        var (seen, next) = (Set(people), people)
        while let one = next.popLast() {
            let above = try standing(for: one)
            if above.contains(where: goals.contains) { return true }
            next += above.filter { seen.insert($0).inserted }
        }
        return false
    }

    /// Nil for a link between two cards that are one person's now: nobody is their own relative.
    func relative(_ link: FamilyLink, of patient: Patient, isRepresented: Bool) throws -> Relative? {
        let end = try books.merges.living(isRepresented ? link.representative : link.person)
        guard try end != books.merges.living(patient.id), let other = try books.patients.find(end) else {
            return nil
        }
        let born = (isRepresented ? patient : other).person.birthDate
        return Relative(
            link: link, other: other, isDead: try books.death(of: end) != nil,
            standing: link.standing(on: today, born: born), lastDay: link.lastDay(born: born),
            mayCome: try obstacle(to: .comingAlong, by: link, born: born) == nil,
            mayAct: try obstacle(to: .acting, by: link, born: born) == nil)
    }
}
