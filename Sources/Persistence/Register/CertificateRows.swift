internal import Application
internal import Domain
internal import SQL

/// The certificates of service: each version of one is a row of its own.
struct CertificateRows: CertificateBook {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func find(_ id: ID<Certificate>) throws -> Certificate? { try versions(of: id).last }

    func versions(of id: ID<Certificate>) throws -> [Certificate] {
        try connection.all(selectVersions, [.text(id.text)], CertificateRows.read)
    }

    func all(of patient: ID<Patient>) throws -> [ID<Certificate>] {
        try connection.all(selectOfPatient, [.text(patient.text)]) { try $0.id(0) }
    }

    func insert(_ certificate: Certificate) throws {
        if certificate.version == 1 {
            try OwnNumberRows(connection).take(certificate.number, for: certificate.id)
        }
        let change = certificate.change
        try connection.run(
            insertCertificate,
            [
                .text(certificate.id.text), .integer(certificate.version),
                .integer(certificate.number.sequence), .text(certificate.number.text),
                .text(certificate.programme.id.text), .integer(certificate.programme.version),
                .text(certificate.validFrom.iso), .text(certificate.validTo.iso),
                .text(certificate.first.text), Value(certificate.second), .text(certificate.purchasedOn.iso),
                .text(certificate.entryDue.iso), .integer(certificate.issuedAt.milliseconds),
                .text(certificate.issuedBy.text), Value(change?.seat.rawValue), Value(change?.at),
                Value(change?.by), Value(change?.lateReason),
            ])
    }

    private static func read(_ row: any Row) throws -> Certificate {
        var change: Certificate.Change?
        if let at = row.optionalInstant(14) {
            change = Certificate.Change(
                seat: try row.value(13, Certificate.Seat.init(rawValue:)), at: at, by: try row.id(15),
                lateReason: row.optionalText(16))
        }
        return Certificate(
            id: try row.id(0), version: row.integer(1),
            number: try row.value(2, OwnNumber.init(stored:)),
            programme: Edition(try row.id(3), row.integer(4)), validFrom: try row.day(5),
            validTo: try row.day(6), first: try row.id(7), second: try row.optionalID(8),
            purchasedOn: try row.day(9), entryDue: try row.day(10), issuedAt: row.instant(11),
            issuedBy: try row.id(12), change: change)
    }
}

private let selectVersions = Query(
    """
    SELECT id, version, number, programme_id, programme_version, valid_from, valid_to, first_id, second_id,
        purchased_on, entry_due, issued_at, issued_by, seat, seated_at, seated_by, late_reason
    FROM certificate
    WHERE id = $1
    ORDER BY version
    """)

private let selectOfPatient = Query(
    """
    SELECT id, max(issued_at) AS issued
    FROM certificate
    WHERE first_id = $1 OR second_id = $1
    GROUP BY id
    ORDER BY issued DESC, id DESC
    """)

private let insertCertificate = Query(
    """
    INSERT INTO certificate (
        id, version, own_sequence, number, programme_id, programme_version, valid_from, valid_to, first_id,
        second_id, purchased_on, entry_due, issued_at, issued_by, seat, seated_at, seated_by, late_reason
    ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
    """)
