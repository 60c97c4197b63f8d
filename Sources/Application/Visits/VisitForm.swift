package import Domain

/// Why somebody came, as typed.
package struct VisitForm: Hashable, Sendable {
    package var reason: String
    package var destination: Visit.Destination
    package var place: String
    /// Of a visit that was written on paper first.
    package var late: LateForm?

    package init(reason: String, destination: Visit.Destination, place: String, late: LateForm? = nil) {
        self.reason = reason
        self.destination = destination
        self.place = place
        self.late = late
    }

    /// A sheet may tell the end too: then the person is not here any more.
    var leavesOpen: Bool { late.map { $0.ending == .open } ?? true }

    /// Of a visit that was over when it was typed in. A day that cannot be read is told of as such: then it
    /// is the beginning of time, when everybody lived.
    func dayOver(_ clock: any Clock) -> CalendarDay? {
        guard let late, !leavesOpen else { return nil }
        return late.arrival(clock).map(clock.day(of:)) ?? CalendarDay(year: 1, month: 1, day: 1)
    }

    /// The visit that this form opens, numbered within the clinic's day.
    func visit(
        for patient: Patient?, by owner: ID<Operator>, clock: any Clock, identities: any Identities,
        in books: any Reading
    ) throws -> Visit {
        let problems = try problems(clock, born: patient?.person.birthDate, in: books)
        guard problems.isEmpty, let reason = reasonReading.value else {
            throw Refusal(.fieldsInvalid, fields: problems)
        }
        let arrival = late?.arrival(clock) ?? clock.now
        let day = clock.day(of: arrival)
        let visit = Visit(
            id: identities.next(), version: 1, number: try books.visits.nextNumber(on: day), day: day,
            patient: patient?.id, arrivedAt: arrival, reason: reason.text, destination: destination,
            place: placeReading.value?.text, state: .arrived, openedBy: owner,
            late: late.map { Visit.Late(enteredAt: clock.now, blank: $0.blankReading.value?.text) })
        return ended(visit, at: arrival, by: owner)
    }

    /// The sheet seldom says when it ended: it counts for the day and the hour on which the person came.
    private func ended(_ visit: Visit, at arrival: Instant, by owner: ID<Operator>) -> Visit {
        guard let late, late.ending != .open else { return visit }
        var visit = visit
        visit.state = late.ending == .done ? .done : .left
        if late.ending == .done {
            visit.outcome = late.outcomeReading.value?.text
            visit.startedAt = arrival
        }
        visit.endedAt = arrival
        visit.endedBy = owner
        return visit
    }

    /// What is wrong with the form, in its order, before anything is numbered or written.
    func problems(_ clock: any Clock, born: CalendarDay?, in books: any Reading) throws -> [FieldProblem] {
        let reading = reasonReading
        let missing = reading == .empty ? FieldProblem("reason", .required) : nil
        let own = [missing, reading.refusal, placeReading.refusal].compactMap { $0 }
        guard let late else { return own }
        let founded = try books.desk.current()?.foundedAt ?? clock.now
        return own + late.problems(clock, founded: founded, born: born)
    }

    private var reasonReading: FieldReading<FreeText> { FreeText.read(reason, field: "reason", max: 300) }
    private var placeReading: FieldReading<FreeText> { FreeText.read(place, field: "place", max: 100) }
}
