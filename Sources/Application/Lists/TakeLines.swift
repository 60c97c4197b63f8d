package import Domain

/// Brings a list in, lot by lot. A lot is one transaction, a line in it is whole or absent: its card and its
/// policy are written together.
///
/// Bringing the same list in again registers nobody twice, so a run that was cut off is simply repeated.
package struct TakeLines {
    /// What history says where somebody would have been asked for a reason.
    private static let reason = "Из списка застрахованных"

    let store: any Store
    let clock: any Clock
    let identities: any Identities

    package init(store: any Store, clock: any Clock, identities: any Identities) {
        self.store = store
        self.clock = clock
        self.identities = identities
    }

    package func begin(
        fileSHA256: String, lines: Int64, takesAlike: Bool, by author: Author
    ) throws -> ListRun {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        return try store.change(by: author) { _ in
            let run = ListRun(
                id: identities.next(), version: 1, fileSHA256: fileSHA256, lines: lines,
                takesAlike: takesAlike, begunAt: clock.now, begunBy: owner)
            return Changed(run, .listBegun(run))
        }
    }

    package func take(
        _ lines: [ListedPerson], of run: ListRun, by author: Author
    ) throws -> [WeighedLine] {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        guard let last = lines.last else { return [] }
        return try store.change(by: author) { tx in
            let now = clock.now
            var weighing = LinesWeighed(
                today: clock.day(of: now), takesAlike: run.takesAlike,
                strictness: try tx.strictness.current())
            var making = Making(owner: owner, now: now, nextCard: try tx.patients.nextCardNumber())
            var weighed: [WeighedLine] = []
            weighed.reserveCapacity(lines.count)
            for listed in lines {
                weighed.append(try take(try weighing.weigh(listed, in: tx), &weighing, &making))
            }
            let lot = ListLot(
                id: identities.next(), run: run.id, lastLine: last.line, takenAt: now,
                totals: ListTotals(weighed), links: making.links)
            making.events.append(.listLotTaken(lot))
            return Changed(weighed, making.events[0], and: Array(making.events.dropFirst()))
        }
    }

    package func end(_ run: ListRun, _ ending: ListRun.Ending, by author: Author) throws -> ListRun {
        try store.change(by: author) { _ in
            let ended = run.ended(ending, at: clock.now)
            return Changed(ended, .listImported(ended))
        }
    }

    /// What a lot makes, before it is written.
    private struct Making {
        let owner: ID<Operator>
        let now: Instant
        var nextCard: Int64
        var events: [Event] = []
        var links: [ListLot.Link] = []
    }

    private func take(
        _ line: WeighedLine, _ weighing: inout LinesWeighed, _ making: inout Making
    ) throws -> WeighedLine {
        switch line.verdict {
        case .alike, .failed: return line
        case .known(let id, let policy):
            guard let id, let policy else { return line }
            making.events.append(shown(policy, of: id, line, making))
            making.links.append(ListLot.Link(line: line.line, patient: id))
            weighing.note(policy, on: id)
            return line
        case .new(let person, let policy):
            let patient = Patient(
                id: identities.next(), version: 1, cardNumber: making.nextCard, person: person,
                registeredAt: making.now, registeredBy: making.owner, changedAt: making.now)
            making.nextCard += 1
            making.events.append(.patientRegistered(patient, overrides(line) { !$0.isOfPolicy }))
            if let policy { making.events.append(shown(policy, of: patient.id, line, making)) }
            making.links.append(ListLot.Link(line: line.line, patient: patient.id))
            weighing.welcome(ListedCard(patient), policy)
            var taken = line
            taken.card = patient.cardNumber
            return taken
        }
    }

    private func shown(
        _ policy: PolicyGiven, of id: ID<Patient>, _ line: WeighedLine, _ making: Making
    ) -> Event {
        let paper = ShownPaper(
            id: identities.next(), version: 1, patient: id, content: .policy(policy), shownAt: making.now,
            shownBy: making.owner)
        return .paperShown(paper, overrides(line) { $0.isOfPolicy })
    }

    private func overrides(_ line: WeighedLine, _ isMeant: (FieldProblem) -> Bool) -> [Override] {
        line.problems.filter { $0.severity == .warning && isMeant($0) }.map {
            Override(
                field: $0.isOfPolicy ? String($0.field.dropFirst("policy_".count)) : $0.field,
                code: $0.code, reason: TakeLines.reason)
        }
    }
}

extension FieldProblem {
    fileprivate var isOfPolicy: Bool { field.hasPrefix("policy_") }
}

extension ListTotals {
    /// What came of these lines.
    package init(_ lines: [WeighedLine]) {
        self.init()
        for line in lines {
            switch line.verdict {
            case .new: registered += 1
            case .known(_, let policy):
                known += 1
                policies += policy == nil ? 0 : 1
            case .alike: alike += 1
            case .failed: failed += 1
            }
        }
    }
}
