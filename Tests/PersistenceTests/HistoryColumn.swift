import SQL
import Testing

/// One column of history, and how a tamperer would read and write it.
struct Column: Sendable, CustomTestStringConvertible {
    enum Kind: Sendable {
        case integer
        case text
        case blob
    }

    let name: String
    let select: Query
    let update: Query
    let kind: Kind

    private init(_ name: String, _ select: Query, _ update: Query, _ kind: Kind) {
        self.name = name
        self.select = select
        self.update = update
        self.kind = kind
    }

    var testDescription: String { name }
    var isOfAudit: Bool { name.hasPrefix("audit.") }

    /// Every value that the row has with one byte of this column changed; a null becomes something.
    func forgeries(of sequence: Int64, _ connection: any Connection) throws -> [Value] {
        try connection.first(select, [.integer(sequence)]) { row -> [Value] in
            switch kind {
            case .integer:
                if row.isNull(0) { return [.integer(1_000_000)] }
                // The sign stays: a row number below zero is no number of a row.
                return (0..<56).filter { $0.isMultiple(of: 8) }.map {
                    .integer(row.integer(0) ^ (0x40 << $0))
                }
            case .text:
                if row.isNull(0) { return [.text("")] }
                return Column.flips(Array(row.text(0).utf8), 0x01).map {
                    .text(String(decoding: $0, as: UTF8.self))
                }
            case .blob:
                if row.isNull(0) { return [.blob([])] }
                // The highest bit: with the lowest, one of the test's ids could become another.
                return Column.flips(row.blob(0), 0x80).map(Value.blob)
            }
        } ?? []
    }

    private static func flips(_ bytes: [UInt8], _ bit: UInt8) -> [[UInt8]] {
        bytes.indices.map { index in
            var flipped = bytes
            flipped[index] ^= bit
            return flipped
        }
    }

    static let all: [Column] = [
        Column(
            "audit.seq", "SELECT seq FROM audit WHERE seq = $1", "UPDATE audit SET seq = $2 WHERE seq = $1",
            .integer),
        Column(
            "audit.at_ms", "SELECT at_ms FROM audit WHERE seq = $1",
            "UPDATE audit SET at_ms = $2 WHERE seq = $1",
            .integer),
        Column(
            "audit.operator_id", "SELECT operator_id FROM audit WHERE seq = $1",
            "UPDATE audit SET operator_id = $2 WHERE seq = $1",
            .text),
        Column(
            "audit.session_id", "SELECT session_id FROM audit WHERE seq = $1",
            "UPDATE audit SET session_id = $2 WHERE seq = $1",
            .text),
        Column(
            "audit.request", "SELECT request FROM audit WHERE seq = $1",
            "UPDATE audit SET request = $2 WHERE seq = $1",
            .text),
        Column(
            "audit.action", "SELECT action FROM audit WHERE seq = $1",
            "UPDATE audit SET action = $2 WHERE seq = $1",
            .text),
        Column(
            "audit.subject_kind", "SELECT subject_kind FROM audit WHERE seq = $1",
            "UPDATE audit SET subject_kind = $2 WHERE seq = $1",
            .text),
        Column(
            "audit.subject_id", "SELECT subject_id FROM audit WHERE seq = $1",
            "UPDATE audit SET subject_id = $2 WHERE seq = $1",
            .text),
        Column(
            "audit.before_hash", "SELECT before_hash FROM audit WHERE seq = $1",
            "UPDATE audit SET before_hash = $2 WHERE seq = $1",
            .blob),
        Column(
            "audit.after_hash", "SELECT after_hash FROM audit WHERE seq = $1",
            "UPDATE audit SET after_hash = $2 WHERE seq = $1",
            .blob),
        Column(
            "audit.operation", "SELECT operation FROM audit WHERE seq = $1",
            "UPDATE audit SET operation = $2 WHERE seq = $1",
            .integer),
        Column(
            "audit.prev_hash", "SELECT prev_hash FROM audit WHERE seq = $1",
            "UPDATE audit SET prev_hash = $2 WHERE seq = $1",
            .blob),
        Column(
            "audit.hash", "SELECT hash FROM audit WHERE seq = $1",
            "UPDATE audit SET hash = $2 WHERE seq = $1",
            .blob),
        Column(
            "outbox.seq", "SELECT seq FROM outbox WHERE seq = $1",
            "UPDATE outbox SET seq = $2 WHERE seq = $1",
            .integer),
        Column(
            "outbox.lineage", "SELECT lineage FROM outbox WHERE seq = $1",
            "UPDATE outbox SET lineage = $2 WHERE seq = $1",
            .integer),
        Column(
            "outbox.op_id", "SELECT op_id FROM outbox WHERE seq = $1",
            "UPDATE outbox SET op_id = $2 WHERE seq = $1",
            .blob),
        Column(
            "outbox.type", "SELECT type FROM outbox WHERE seq = $1",
            "UPDATE outbox SET type = $2 WHERE seq = $1",
            .text),
        Column(
            "outbox.schema", "SELECT schema FROM outbox WHERE seq = $1",
            "UPDATE outbox SET schema = $2 WHERE seq = $1",
            .integer),
        Column(
            "outbox.header", "SELECT header FROM outbox WHERE seq = $1",
            "UPDATE outbox SET header = $2 WHERE seq = $1",
            .blob),
        Column(
            "outbox.payload", "SELECT payload FROM outbox WHERE seq = $1",
            "UPDATE outbox SET payload = $2 WHERE seq = $1",
            .blob),
        Column(
            "outbox.chain", "SELECT chain FROM outbox WHERE seq = $1",
            "UPDATE outbox SET chain = $2 WHERE seq = $1",
            .blob),
        Column(
            "outbox.made_ms", "SELECT made_ms FROM outbox WHERE seq = $1",
            "UPDATE outbox SET made_ms = $2 WHERE seq = $1",
            .integer),
    ]
}
