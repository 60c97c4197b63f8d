/// One person who stands for another at the desk: a mother for her child, a guardian for a ward.
///
/// Both have a card. It is never changed: what was made wrong is ended, with the reason, and made anew. That
/// its time has run out is not written anywhere: it follows from the day.
package struct FamilyLink: Hashable, Sendable {
    package enum Role: String, Hashable, Sendable, CaseIterable {
        case parent
        case guardian
        case representative
        /// Anybody else, by a word: «бабушка».
        case other

        /// These have no rights at all without a paper, so the link is not made without it.
        package var needsBasis: Bool { self == .guardian || self == .representative }
    }

    /// What somebody who stands for another does.
    package enum Deed: Hashable, Sendable {
        /// A grandmother may have come along without a paper.
        case comingAlong
        /// Signing for the person: that asks for one.
        case acting
    }

    package enum Standing: String, Hashable, Sendable, CaseIterable {
        case inForce = "in_force"
        case expired
        case ended
    }

    package let id: ID<FamilyLink>
    package var version: Int64
    /// Who stands for `person`.
    package let representative: ID<Patient>
    package let person: ID<Patient>
    package let role: Role
    /// What an `other` is to the person.
    package let word: String?
    /// The paper that gives the right to act, as it reads.
    package let basis: String?
    /// The last day of that paper, when it has one.
    package let validUntil: CalendarDay?
    package let madeAt: Instant
    package let madeBy: ID<Operator>
    package var end: Undoing?

    package init(
        id: ID<FamilyLink>, version: Int64, representative: ID<Patient>, person: ID<Patient>, role: Role,
        word: String?, basis: String?, validUntil: CalendarDay?, madeAt: Instant, madeBy: ID<Operator>,
        end: Undoing? = nil
    ) {
        self.id = id
        self.version = version
        self.representative = representative
        self.person = person
        self.role = role
        self.word = word
        self.basis = basis
        self.validUntil = validUntil
        self.madeAt = madeAt
        self.madeBy = madeBy
        self.end = end
    }

    package func ended(
        for reason: String, by author: ID<Operator>, at now: Instant
    ) throws(Refusal) -> FamilyLink {
        guard end == nil else { throw Refusal(.familyLinkEndedAlready) }
        var link = self
        link.version += 1
        link.end = Undoing(at: now, by: author, reason: reason)
        return link
    }
}

// MARK: Rights

extension FamilyLink {
    /// The last day on which it gives any right: the paper's, and for a parent the eve of the child's
    /// eighteenth birthday, whichever comes first.
    package func lastDay(born: CalendarDay) -> CalendarDay? {
        let eve = role == .parent ? born.birthday(LegalAge.majority)?.adding(days: -1) : nil
        return [validUntil, eve].compactMap { $0 }.min()
    }

    /// `born` is the birth date of the person who is represented.
    package func standing(on today: CalendarDay, born: CalendarDay) -> Standing {
        if end != nil { return .ended }
        if let last = lastDay(born: born), today > last { return .expired }
        return .inForce
    }
}
