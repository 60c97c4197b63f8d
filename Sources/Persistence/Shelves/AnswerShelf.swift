internal import Application
internal import Domain
internal import SQL

/// First answers by key, kept as long as anybody may ask again.
struct AnswerShelf {
    struct Stored {
        let hash: [UInt8]
        let answer: StoredAnswer
    }

    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func find(_ request: KeyedRequest) throws -> Stored? {
        try connection.first(select, [.text(request.owner.text), .text(request.key)]) { row in
            Stored(
                hash: row.blob(0),
                answer: StoredAnswer(
                    status: Int(row.integer(1)), location: row.optionalText(2), body: row.blob(3)))
        }
    }

    func put(_ answer: StoredAnswer, for request: KeyedRequest, at now: Instant) throws {
        try connection.run(
            insert,
            [
                .text(request.owner.text), .text(request.key), .blob(request.hash),
                .integer(Int64(answer.status)),
                Value(answer.location), .blob(answer.body), .integer(now.milliseconds),
            ])
    }

    func forget(before instant: Instant) throws {
        try connection.run(delete, [.integer(instant.milliseconds)])
    }
}

private let select = Query(
    "SELECT request_hash, status, location, body FROM answer WHERE operator_id = $1 AND key = $2")

private let insert = Query(
    """
    INSERT INTO answer (operator_id, key, request_hash, status, location, body, at_ms)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    """)

private let delete = Query("DELETE FROM answer WHERE at_ms < $1")
