package import Domain

/// One link as a card shows it: with whoever stands at its other end.
package struct Relative: Hashable, Sendable {
    package let link: FamilyLink
    package let other: Patient
    package let isDead: Bool
    package let standing: FamilyLink.Standing
    package let lastDay: CalendarDay?
    /// May come along to a visit.
    package let mayCome: Bool
    package let mayAct: Bool

    package init(
        link: FamilyLink, other: Patient, isDead: Bool, standing: FamilyLink.Standing,
        lastDay: CalendarDay?, mayCome: Bool, mayAct: Bool
    ) {
        self.link = link
        self.other = other
        self.isDead = isDead
        self.standing = standing
        self.lastDay = lastDay
        self.mayCome = mayCome
        self.mayAct = mayAct
    }
}

/// Whose name stands beside a consent that the person did not sign.
package struct Signature: Hashable, Sendable {
    package let consent: ID<Consent>
    package let name: String

    package init(consent: ID<Consent>, name: String) {
        self.consent = consent
        self.name = name
    }
}

/// All that a card says of a person's family and standing.
package struct Family: Hashable, Sendable {
    package let person: Person
    package let representatives: [Relative]
    package let represented: [Relative]
    package let hint: AgeHint?
    /// A child whose consents nobody here may sign.
    package let lacksRepresentative: Bool
    /// Of the person's own papers: what a parent may act by.
    package let birthCertificate: IdentityDocument?
    package let death: DeathNote?
    package let notedBy: String?
    /// Those for whom the person stands again once the note of death is struck.
    package let returning: [Relative]
}

/// Reads who stands for a person, for whom the person stands, and what follows from age or death.
package struct ReadFamily {
    let store: any Store
    let clock: any Clock

    package init(store: any Store, clock: any Clock) {
        self.store = store
        self.clock = clock
    }

    package func callAsFunction(_ id: ID<Patient>) throws -> Family {
        try store.read { books in
            guard let patient = try books.patients.find(id) else { throw Refusal(.patientNotFound) }
            let today = clock.today
            let born = patient.person.birthDate
            let kinship = Kinship(books: books, clock: clock)
            let representatives = try kinship.representatives(of: patient)
            let represented = try kinship.represented(by: patient)
            let death = try books.death(of: id)
            let certificate = try books.together(id) { try books.papers.all(of: $0) }.map(\.item).first {
                $0.strike == nil && $0.document?.kind == .birthCertificate
            }
            let isChild = LegalAge.needsRepresentative(born: born, on: today)
            return Family(
                person: patient.person, representatives: representatives, represented: represented,
                hint: death == nil ? AgeHint(born: born, on: today) : nil,
                lacksRepresentative: death == nil && isChild && !representatives.contains(where: \.mayAct),
                birthCertificate: certificate?.document, death: death,
                notedBy: try death.flatMap { try books.operators.find($0.notedBy)?.name },
                returning: try death.map { try kinship.returning(with: $0, of: patient) } ?? [])
        }
    }
}
