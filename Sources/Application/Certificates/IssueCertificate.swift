package import Domain

/// Issues a certificate with the next of the desk's own numbers; the second patient may be added later.
package struct IssueCertificate {
    let store: any Store
    let clock: any Clock
    let identities: any Identities

    package init(store: any Store, clock: any Clock, identities: any Identities) {
        self.store = store
        self.clock = clock
        self.identities = identities
    }

    package func callAsFunction(
        _ form: CertificateForm, to first: ID<Patient>, and second: ID<Patient>? = nil, by author: Author
    ) throws -> Certificate {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        return try store.change(by: author) { tx in
            let patient = try Serving(tx)(first)
            if let second { _ = try Serving(tx)(second) }
            let content = try form.read(tx.catalogues.programmes(), today: clock.today)
            guard second != first else {
                throw Refusal(.fieldsInvalid, fields: [FieldProblem("second", .certificateSame)])
            }
            let certificate = Certificate(
                id: identities.next(), version: 1, number: try tx.nextOwnNumber(),
                programme: content.programme, validFrom: content.validFrom, validTo: content.validTo,
                first: patient.id, second: second, purchasedOn: content.purchasedOn,
                entryDue: try entryDue(content.purchasedOn, tx), issuedAt: clock.now, issuedBy: owner)
            return Changed(certificate, .certificateIssued(certificate))
        }
    }

    private func entryDue(_ bought: CalendarDay, _ books: any Reading) throws -> CalendarDay {
        let last = bought.adding(days: 62) ?? bought
        let calendar = ProductionCalendar(try books.calendar.marks(from: bought, through: last))
        return calendar.adding(workingDays: Certificate.entryWorkingDays, to: bought) ?? bought
    }
}

/// Adds the second patient of a certificate, or puts another person in a place. After the first day only a
/// senior may, with a reason that stays in history.
package struct SeatPatient {
    let store: any Store
    let clock: any Clock

    package init(store: any Store, clock: any Clock) {
        self.store = store
        self.clock = clock
    }

    package func callAsFunction(
        _ patient: ID<Patient>, in seat: Certificate.Seat, of id: ID<Certificate>, baseVersion: Int64,
        late typed: String? = nil, by author: Author
    ) throws -> Certificate {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        let reason = try typed.map { try FreeText.demand($0, "late_reason") }
        return try store.change(by: author) { tx in
            guard let old = try tx.certificates.find(id) else { throw Refusal(.certificateNotFound) }
            guard old.version == baseVersion else { throw Refusal(.certificateChanged) }
            _ = try Serving(tx)(patient)
            // Both places are two people's, also when a card has joined another since.
            if let other = old.patient(in: seat == .first ? .second : .first),
                try tx.merges.living(other) == tx.merges.living(patient)
            {
                throw Refusal(.fieldsInvalid, fields: [FieldProblem("patient", .certificateSame)])
            }
            let certificate = try old.seating(
                patient, in: seat, by: owner, at: clock.now, on: clock.today, lateReason: reason)
            return Changed(certificate, .certificateSeated(certificate))
        }
    }
}
