internal import Domain

/// Lets a representative act for somebody, or says why this one may not.
struct Representing {
    let books: any Reading
    let clock: any Clock
    let identities: any Identities

    func act(
        by id: ID<FamilyLink>, for person: Patient, in matter: ActOnBehalf.Matter, author: ID<Operator>
    ) throws -> ActOnBehalf {
        guard let link = try books.family.find(id), try books.cards(of: person.id).contains(link.person)
        else {
            throw Refusal(.familyLinkNotFound)
        }
        let now = clock.now
        let born = person.person.birthDate
        if let end = link.end {
            throw Refusal(.familyRightsEnded, ["day": clock.day(of: end.at).shown])
        }
        if link.standing(on: clock.day(of: now), born: born) == .expired {
            throw Refusal(.familyRightsEnded, ["day": link.lastDay(born: born)?.shown ?? ""])
        }
        if let death = try books.death(of: link.representative) {
            throw Refusal(.familyRightsEnded, ["day": death.diedOn.shown])
        }
        guard link.basis != nil else { throw Refusal(.familyBasisMissing) }
        return ActOnBehalf(id: identities.next(), link: id, matter: matter, at: now, by: author)
    }
}
