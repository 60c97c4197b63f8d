internal import Application
internal import Domain
internal import SQL

/// The catalogues: each version of an entry is a row of its own.
struct CatalogueRows: CatalogueBook {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func insurer(_ id: ID<Insurer>) throws -> Insurer? {
        try connection.first(selectInsurer, [.text(id.text)], CatalogueRows.readInsurer)
    }

    func insurer(_ edition: Edition<Insurer>) throws -> Insurer? {
        try connection.first(
            selectInsurerEdition, [.text(edition.id.text), .integer(edition.version)],
            CatalogueRows.readInsurer)
    }

    func insurers() throws -> [Insurer] {
        try connection.all(selectInsurers, [], CatalogueRows.readInsurer)
    }

    func programme(_ id: ID<Programme>) throws -> Programme? {
        try connection.first(selectProgramme, [.text(id.text)], CatalogueRows.readProgramme)
    }

    func programme(_ edition: Edition<Programme>) throws -> Programme? {
        try connection.first(
            selectProgrammeEdition, [.text(edition.id.text), .integer(edition.version)],
            CatalogueRows.readProgramme)
    }

    func programmes() throws -> [Programme] {
        try connection.all(selectProgrammes, [], CatalogueRows.readProgramme)
    }

    func requisites() throws -> ClinicRequisites? {
        try connection.first(selectRequisites, [], CatalogueRows.readRequisites)
    }

    func requisites(version: Int64) throws -> ClinicRequisites? {
        try connection.first(
            selectRequisitesVersion, [.integer(version)], CatalogueRows.readRequisites)
    }

    func insert(_ insurer: Insurer) throws {
        try connection.run(
            insertInsurer,
            [
                .text(insurer.id.text), .integer(insurer.version), .text(insurer.name),
                Value(lines: insurer.formerNames), Value(insurer.isClosed),
            ])
    }

    func insert(_ programme: Programme) throws {
        let content = programme.content
        var (kopecks, percent): (Int64?, Int64?) = (nil, nil)
        switch content.franchise {
        case .none: break
        case .fixed(let amount): kopecks = amount
        case .percent(let part): percent = part
        }
        try connection.run(
            insertProgramme,
            [
                .text(programme.id.text), .integer(programme.version), .text(content.code),
                .text(content.title), .text(content.insurer.text), Value(lines: content.lines),
                Value(lines: content.clinics), Value(kopecks), Value(percent), Value(content.isClosed),
            ])
    }

    func insert(_ requisites: ClinicRequisites) throws {
        try connection.run(
            insertRequisites,
            [
                .integer(requisites.version), .text(requisites.name), Value(requisites.legalName),
                Value(requisites.address), Value(requisites.phone), Value(requisites.inn),
                Value(requisites.licence), Value(requisites.email?.text),
            ])
    }

    private static func readInsurer(_ row: any Row) throws -> Insurer {
        Insurer(
            id: try row.id(0), version: row.integer(1), name: row.text(2), formerNames: row.lines(3),
            isClosed: row.flag(4))
    }

    private static func readProgramme(_ row: any Row) throws -> Programme {
        let franchise: Programme.Franchise =
            if let kopecks = row.optionalInteger(7) {
                .fixed(kopecks: kopecks)
            } else if let percent = row.optionalInteger(8) {
                .percent(percent)
            } else {
                .none
            }
        return Programme(
            id: try row.id(0), version: row.integer(1),
            content: Programme.Content(
                code: row.text(2), title: row.text(3), insurer: try row.id(4), lines: row.lines(5),
                clinics: row.lines(6), franchise: franchise, isClosed: row.flag(9)))
    }

    private static func readRequisites(_ row: any Row) throws -> ClinicRequisites {
        ClinicRequisites(
            version: row.integer(0), name: row.text(1), legalName: row.optionalText(2),
            address: row.optionalText(3), phone: row.optionalText(4), inn: row.optionalText(5),
            licence: row.optionalText(6), email: row.optionalText(7).map(EmailAddress.init(stored:)))
    }
}

extension Row {
    /// A text of one thing in each line.
    fileprivate func lines(_ column: Int) -> [String] {
        text(column).split(separator: "\n").map(String.init)
    }
}

extension Value {
    fileprivate init(lines: [String]) { self = .text(lines.joined(separator: "\n")) }
}

private let selectInsurer = Query(
    """
    SELECT id, version, name, former_names, closed FROM insurer WHERE id = $1 ORDER BY version DESC LIMIT 1
    """)

private let selectInsurerEdition = Query(
    "SELECT id, version, name, former_names, closed FROM insurer WHERE id = $1 AND version = $2")

private let selectInsurers = Query(
    """
    SELECT id, version, name, former_names, closed
    FROM insurer
    WHERE NOT EXISTS (
        SELECT 1 FROM insurer AS later WHERE later.id = insurer.id AND later.version > insurer.version)
    ORDER BY closed, name, id
    """)

private let selectProgramme = Query(
    """
    SELECT id, version, code, title, insurer_id, coverage, clinics, franchise_kopecks, franchise_percent,
        closed
    FROM programme
    WHERE id = $1
    ORDER BY version DESC
    LIMIT 1
    """)

private let selectProgrammeEdition = Query(
    """
    SELECT id, version, code, title, insurer_id, coverage, clinics, franchise_kopecks, franchise_percent,
        closed
    FROM programme
    WHERE id = $1 AND version = $2
    """)

private let selectProgrammes = Query(
    """
    SELECT id, version, code, title, insurer_id, coverage, clinics, franchise_kopecks, franchise_percent,
        closed
    FROM programme
    WHERE NOT EXISTS (
        SELECT 1 FROM programme AS later
        WHERE later.id = programme.id AND later.version > programme.version)
    ORDER BY closed, title, code, id
    """)

private let selectRequisites = Query(
    """
    SELECT version, name, legal_name, address, phone, inn, licence, email
    FROM requisites
    ORDER BY version DESC
    LIMIT 1
    """)

private let selectRequisitesVersion = Query(
    """
    SELECT version, name, legal_name, address, phone, inn, licence, email FROM requisites WHERE version = $1
    """)

private let insertInsurer = Query(
    "INSERT INTO insurer (id, version, name, former_names, closed) VALUES ($1, $2, $3, $4, $5)")

private let insertProgramme = Query(
    """
    INSERT INTO programme (
        id, version, code, title, insurer_id, coverage, clinics, franchise_kopecks, franchise_percent, closed
    ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    """)

private let insertRequisites = Query(
    """
    INSERT INTO requisites (version, name, legal_name, address, phone, inn, licence, email)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    """)
