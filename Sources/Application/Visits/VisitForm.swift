package import Domain

/// Why somebody came, as typed.
package struct VisitForm: Hashable, Sendable {
    package var reason: String
    package var destination: Visit.Destination
    package var place: String

    package init(reason: String, destination: Visit.Destination, place: String) {
        self.reason = reason
        self.destination = destination
        self.place = place
    }

    /// The visit that this form opens, numbered within the clinic's day.
    func visit(
        for patient: ID<Patient>?, by owner: ID<Operator>, clock: any Clock, identities: any Identities,
        numbered nextNumber: (CalendarDay) throws -> Int64
    ) throws -> Visit {
        let problems = problems
        guard problems.isEmpty, let reason = reasonReading.value else {
            throw Refusal(.fieldsInvalid, fields: problems)
        }
        let now = clock.now
        let day = clock.day(of: now)
        return Visit(
            id: identities.next(), version: 1, number: try nextNumber(day), day: day, patient: patient,
            arrivedAt: now,
            reason: reason.text, destination: destination, place: placeReading.value?.text, state: .arrived,
            openedBy: owner)
    }

    /// What is wrong with the form, in its order, before anything is numbered or written.
    var problems: [FieldProblem] {
        let reading = reasonReading
        let missing = reading == .empty ? FieldProblem("reason", .required) : nil
        return [missing, reading.refusal, placeReading.refusal].compactMap { $0 }
    }

    private var reasonReading: FieldReading<FreeText> { FreeText.read(reason, field: "reason", max: 300) }
    private var placeReading: FieldReading<FreeText> { FreeText.read(place, field: "place", max: 100) }
}
