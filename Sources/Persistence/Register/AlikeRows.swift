internal import Domain
internal import SQL

/// What a card is found by when somebody very like its owner is being registered: derived from the card, and
/// kept beside it by the same hand.
struct AlikeRows {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    /// After the card itself.
    func insert(_ person: Person, row: Int64) throws {
        try connection.run(
            insertKeys, [.integer(row)] + AlikeRows.keys(person) + [Value(person.phone?.e164)])
    }

    /// Before the card changes: only what it still says tells where its keys are. An index by card would cost
    /// every registration what few corrections save.
    func remove(_ patient: ID<Patient>) throws {
        guard let old = try PatientRows(connection).find(patient) else { return }
        try connection.run(deleteKeys, [.text(patient.text)] + AlikeRows.keys(old.person))
    }

    /// For the cards that were there before the table was. It knows only the columns that such a card has:
    /// those that later steps add are not there yet.
    func fill() throws {
        try connection.each(selectCards, []) { row in
            let names = [row.text(2), row.text(3)].map { Value.text(NameTrait.key($0)) }
            let phone = row.optionalText(4)
            try connection.run(
                insertKeys, [.integer(row.integer(0)), .text(row.text(1))] + names + [Value(phone)])
        }
    }

    private static func keys(_ person: Person) -> [Value] {
        [.text(person.birthDate.iso)] + [person.surname, person.name].map { .text(NameTrait.key($0)) }
    }
}

private let insertKeys = Query(
    """
    INSERT INTO patient_alike (row, born, surname, name, phone) VALUES ($1, $2, $3, $4, $5)
    """)

private let deleteKeys = Query(
    """
    DELETE FROM patient_alike
    WHERE born = $2 AND surname = $3 AND name = $4 AND row = (SELECT row FROM patient WHERE id = $1)
    """)

private let selectCards = Query("SELECT row, birth_date, surname, name, phone FROM patient")
