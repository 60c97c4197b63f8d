internal import Domain
internal import SQL

/// The numbers of this desk's own range: one range for all that it issues, and each taken once, for ever.
struct OwnNumberRows {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func nextSequence() throws -> Int64 {
        try connection.first(selectNextSequence, []) { $0.integer(0) } ?? 1
    }

    func take<Issued>(_ number: OwnNumber, for id: ID<Issued>) throws {
        try connection.run(
            insertOwnNumber, [.integer(number.sequence), .text(number.prefix), .text(id.text)])
    }
}

private let selectNextSequence = Query("SELECT coalesce(max(sequence), 0) + 1 FROM own_number")

private let insertOwnNumber = Query(
    "INSERT INTO own_number (sequence, prefix, document_id) VALUES ($1, $2, $3)")
