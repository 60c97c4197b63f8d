internal import Application
internal import Domain
internal import SQL
internal import Wire

/// Half-typed forms.
struct DraftRows: DraftShelf {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func all(of owner: ID<Operator>) throws -> [Draft] {
        try connection.all(selectAll, [.text(owner.text)], DraftRows.read)
    }

    func find(_ id: ID<Draft>, of owner: ID<Operator>) throws -> Draft? {
        try connection.first(selectByID, [.text(id.text), .text(owner.text)], DraftRows.read)
    }

    func count(of owner: ID<Operator>) throws -> Int64 {
        try connection.first(selectCount, [.text(owner.text)]) { $0.integer(0) } ?? 0
    }

    func put(_ draft: Draft) throws {
        let content = JSON.object(
            draft.content.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .string($0.value)) })
        try connection.run(
            upsert,
            [
                .text(draft.id.text), .text(draft.owner.text), .text(draft.form.rawValue),
                Value(draft.subject),
                .integer(draft.savedAt.milliseconds), .text(String(decoding: content.bytes, as: UTF8.self)),
            ])
    }

    func remove(_ id: ID<Draft>, of owner: ID<Operator>) throws {
        try connection.run(delete, [.text(id.text), .text(owner.text)])
    }

    private static func read(_ row: any Row) throws -> Draft {
        let content = try JSON(parsing: Array(row.text(5).utf8)).members ?? []
        return Draft(
            id: try row.id(0), owner: try row.id(1), form: try row.value(2, Draft.Form.init(rawValue:)),
            subject: try row.optionalID(3), savedAt: row.instant(4),
            content: Dictionary(content.compactMap { member in member.value.text.map { (member.name, $0) } })
            { $1 })
    }
}

private let selectAll = Query(
    """
    SELECT id, operator_id, form, subject_id, saved_at, content FROM draft WHERE operator_id = $1
    ORDER BY saved_at DESC
    """)

private let selectByID = Query(
    """
    SELECT id, operator_id, form, subject_id, saved_at, content FROM draft
    WHERE id = $1 AND operator_id = $2
    """
)

private let selectCount = Query("SELECT count(*) FROM draft WHERE operator_id = $1")

/// Somebody else's draft of the same id is left alone: ids are minted by pages, and a page may be told one.
private let upsert = Query(
    """
    INSERT INTO draft (id, operator_id, form, subject_id, saved_at, content) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (id) DO UPDATE SET
        form = excluded.form,
        subject_id = excluded.subject_id,
        saved_at = excluded.saved_at,
        content = excluded.content
    WHERE operator_id = excluded.operator_id
    """)

private let delete = Query("DELETE FROM draft WHERE id = $1 AND operator_id = $2")
