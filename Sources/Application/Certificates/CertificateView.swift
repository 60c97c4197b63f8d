package import Domain

/// A certificate with the names of what it refers to, and how its patients came to be.
package struct CertificateView: Hashable, Sendable {
    /// One version: who sat where since then.
    package struct Past: Hashable, Sendable {
        package let certificate: Certificate
        package let first: Patient?
        package let second: Patient?
        package let by: String
    }

    package let certificate: Certificate
    package let programme: Programme?
    package let status: Certificate.Status
    package let mayChange: Bool
    /// The first version first.
    package let past: [Past]

    package var first: Patient? { past.last?.first }
    package var second: Patient? { past.last?.second }

    init(_ id: ID<Certificate>, on today: CalendarDay, in books: any Reading) throws {
        let versions = try books.certificates.versions(of: id)
        guard let newest = versions.last else { throw Refusal(.certificateNotFound) }
        certificate = newest
        programme = try books.catalogues.programme(newest.programme)
        status = newest.status(on: today)
        mayChange = newest.mayChange(on: today)
        past = try versions.map { version in
            Past(
                certificate: version, first: try books.patients.find(version.first),
                second: try version.second.flatMap { try books.patients.find($0) },
                by: try books.operators.find(version.change?.by ?? version.issuedBy)?.name ?? "–")
        }
    }
}

package struct ReadCertificates {
    let store: any Store
    let clock: any Clock

    package init(store: any Store, clock: any Clock) {
        self.store = store
        self.clock = clock
    }

    /// Those in which the person sits now or sat before, the last issued first.
    package func callAsFunction(of id: ID<Patient>) throws -> [Placed<CertificateView>] {
        try store.read { books in
            guard try books.patients.find(id) != nil else { throw Refusal(.patientNotFound) }
            return try books.together(id) { card in
                try books.certificates.all(of: card)
                    .map { try CertificateView($0, on: clock.today, in: books) }
            }
        }
    }

    package func callAsFunction(_ id: ID<Certificate>) throws -> CertificateView {
        try store.read { try CertificateView(id, on: clock.today, in: $0) }
    }
}
