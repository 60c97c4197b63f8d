internal import Domain

/// Lets a representative come along or act for somebody, or says why this one may not.
struct Representing {
    let books: any Reading
    let clock: any Clock
    let identities: any Identities

    /// - Parameter day: of what is over and only written down now.
    func callAsFunction(
        _ deed: FamilyLink.Deed, by id: ID<FamilyLink>, for person: Patient, on day: CalendarDay? = nil,
        in matter: ActOnBehalf.Matter, author: ID<Operator>
    ) throws -> ActOnBehalf {
        guard let link = try books.family.find(id), try books.cards(of: person.id).contains(link.person)
        else {
            throw Refusal(.familyLinkNotFound)
        }
        let kinship = Kinship(books: books, clock: clock)
        if let obstacle = try kinship.obstacle(to: deed, by: link, born: person.person.birthDate, on: day) {
            throw obstacle
        }
        return ActOnBehalf(id: identities.next(), link: id, matter: matter, at: clock.now, by: author)
    }
}
