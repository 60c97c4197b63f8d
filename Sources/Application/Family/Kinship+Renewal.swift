internal import Domain

extension Kinship {
    /// The links that this note of death ended and that stand again once it is struck: the person lived all
    /// the time. Left out is what has run out or was made anew since, and all while another note stands: the
    /// last one that is struck brings back what the others ended.
    func ended(by note: DeathNote) throws -> [FamilyLink] {
        let person = try books.merges.living(note.patient)
        let cards = try books.cards(of: person)
        let others = try cards.flatMap(books.deaths.all(of:)).filter { $0.id != note.id }
        guard others.allSatisfy({ $0.strike != nil }) else { return [] }
        let ends = others.filter { ($0.strike?.at).map { $0 >= note.notedAt } ?? false } + [note]
        var seen: Set<ID<Patient>> = []
        return try cards.flatMap(books.family.represented(by:)).filter { link in
            guard let end = link.end, ends.contains(where: { $0.notedAt == end.at && $0.notedBy == end.by })
            else { return false }
            let other = try books.merges.living(link.person)
            return try mayStandAgain(link, by: person, for: other) && seen.insert(other).inserted
        }
    }

    private func mayStandAgain(
        _ link: FamilyLink, by person: ID<Patient>, for other: ID<Patient>
    ) throws -> Bool {
        guard other != person, try books.death(of: other) == nil,
            let born = try books.patients.find(other)?.person.birthDate,
            link.lastDay(born: born).map({ $0 >= today }) ?? true
        else { return false }
        return try !standing(for: other).contains(person) && !climbs(from: [person], to: [other])
    }

    /// The links that striking the note brings back, as the person's card shows them.
    func returning(with note: DeathNote, of patient: Patient) throws -> [Relative] {
        try ended(by: note).compactMap { try relative($0, of: patient, isRepresented: false) }
    }
}
