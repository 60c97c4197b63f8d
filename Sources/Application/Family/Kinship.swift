internal import Domain

/// Who stands for whom, from person to person: a link of a card that lives on in another one is that one's.
struct Kinship {
    let books: any Reading
    let today: CalendarDay

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
    private func relative(_ link: FamilyLink, of patient: Patient, isRepresented: Bool) throws -> Relative? {
        let end = try books.merges.living(isRepresented ? link.representative : link.person)
        guard try end != books.merges.living(patient.id), let other = try books.patients.find(end) else {
            return nil
        }
        let born = (isRepresented ? patient : other).person.birthDate
        let isDead = try books.death(of: end) != nil
        let mayAct = link.mayAct(on: today, born: born) && !(isRepresented && isDead)
        return Relative(
            link: link, other: other, isDead: isDead, standing: link.standing(on: today, born: born),
            lastDay: link.lastDay(born: born), mayAct: mayAct)
    }
}
