internal import Application
internal import Domain
internal import HTTP
internal import Wire

/// Certificates of service: issued on a card, their patients added and changed.
extension Console {
    var certificateRoutes: [Route] {
        let card = "/api/v1/patients/{id}/certificates"
        let one = "/api/v1/certificates/{id}"
        return [
            signedIn(.get, card, Console.reception, .readCertificates) { caller in
                let id: ID<Patient> = try caller.request.id("id", missing: .patientNotFound)
                try noteView(of: id, by: caller)
                let all = try ReadCertificates(store: store, clock: clock)(of: id)
                return Response(
                    200, ["items": .array(all.map { PlacedBody.json($0, CertificateBody.json) })])
            },
            keyed(.post, card, Console.reception, .issueCertificate) { caller, store in
                let id: ID<Patient> = try caller.request.id("id", missing: .patientNotFound)
                let second = caller.body["second"]?.text.flatMap(ID<Patient>.init(_:))
                let certificate = try IssueCertificate(store: store, clock: clock, identities: identities)(
                    CertificateBody.read(caller.body), to: id, and: second, by: caller.author)
                return StoredAnswer(201, try json(certificate, store))
            },
            keyed(.post, "\(one)/seat", Console.reception, .seatPatient) { caller, store in
                try seat(caller, store, late: nil)
            },
            keyed(.post, "\(one)/late-seat", Console.seniors, .seatPatientLate) { caller, store in
                try seat(caller, store, late: caller.body.word("late_reason"))
            },
        ]
    }

    private func seat(_ caller: Caller, _ store: any Store, late reason: String?) throws -> StoredAnswer {
        let id: ID<Certificate> = try caller.request.id("id", missing: .certificateNotFound)
        guard let patient = ID<Patient>(caller.body.word("patient")) else {
            throw Refusal(.patientNotFound)
        }
        let certificate = try SeatPatient(store: store, clock: clock)(
            patient, in: Certificate.Seat(rawValue: caller.body.word("seat")) ?? .second, of: id,
            baseVersion: caller.body.number("version"), late: reason, by: caller.author)
        return StoredAnswer(200, try json(certificate, store))
    }

    private func json(_ certificate: Certificate, _ store: any Store) throws -> JSON {
        CertificateBody.json(try ReadCertificates(store: store, clock: clock)(certificate.id))
    }
}

extension Operation {
    private static let id = [(name: "id", schema: Schema.id)]
    private static let seating: [Schema.Property] = [
        .init("version", .count), .init("seat", CertificateBody.seat), .init("patient", .id),
    ]

    fileprivate static let readCertificates = Operation(
        "readCertificates", "The certificates in which a patient sits, or sat before", tag: "patients",
        parameters: id,
        answers: [(200, "application/json", .items(CertificateBody.schema, max: 10_000))], problems: [404])

    fileprivate static let issueCertificate = Operation(
        "issueCertificate", "Issue a certificate with the next of this desk's own numbers", tag: "patients",
        keyed: true, parameters: id, request: .object(CertificateBody.form),
        answers: [(201, "application/json", CertificateBody.schema)], problems: [404, 409, 422])

    fileprivate static let seatPatient = Operation(
        "seatPatient", "Add or change a patient of a certificate before its first day", tag: "patients",
        keyed: true, parameters: id, request: .object(seating),
        answers: [(200, "application/json", CertificateBody.schema)], problems: [404, 409, 422])

    fileprivate static let seatPatientLate = Operation(
        "seatPatientLate", "The same after the first day, by a senior, with the reason", tag: "patients",
        keyed: true, parameters: id,
        request: .object(seating + [.init("late_reason", .text(max: 2000, example: "Ошибка кассы"))]),
        answers: [(200, "application/json", CertificateBody.schema)], problems: [404, 409, 422])
}
