internal import Application
internal import Domain
internal import SQL

/// The papers that patients showed.
struct PaperRows: PaperBook {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func find(_ id: ID<ShownPaper>) throws -> ShownPaper? {
        try connection.first(selectByID, [.text(id.text)], PaperRows.read)
    }

    func all(of patient: ID<Patient>) throws -> [ShownPaper] {
        try connection.all(selectOfPatient, [.text(patient.text)], PaperRows.read)
    }

    func same(as content: ShownPaper.Content) throws -> [ShownPaper] {
        let (kind, series, number) =
            switch content {
            case .document(let document): (document.kind.rawValue, document.series, document.number)
            case .policy(let policy): (policy.kind.rawValue, nil as String?, policy.number)
            }
        return try connection.all(
            selectSame, [.text(number), .text(kind), Value(series)], PaperRows.read)
    }

    func holders(of policy: PolicyGiven) throws -> [Patient] {
        try connection.all(
            selectHolders, [.text(policy.number), .text(policy.kind.rawValue), .integer(PaperRows.few)]
        ) { try PatientRows.read($0) }
    }

    private static let few: Int64 = 8

    func insert(_ paper: ShownPaper) throws {
        try connection.run(insertPaper, PaperRows.values(paper))
    }

    func strike(_ paper: ShownPaper) throws {
        try connection.run(
            strikePaper,
            [
                .text(paper.id.text), .integer(paper.version), Value(paper.strike?.at),
                Value(paper.strike?.by), Value(paper.strike?.reason),
            ])
    }

    private static func values(_ paper: ShownPaper) -> [Value] {
        let (document, policy) = (paper.document, paper.policy)
        return [
            .text(paper.id.text), .integer(paper.version), .text(paper.patient.text),
            .text(document == nil ? "policy" : "document"),
            .text(document?.kind.rawValue ?? policy?.kind.rawValue ?? ""), Value(document?.series),
            .text(document?.number ?? policy?.number ?? ""), Value(document?.issuedOn?.iso),
            Value(document?.issuer), Value(document?.departmentCode?.digits),
            Value(policy?.omsType?.rawValue), Value(policy?.insurer), Value(policy?.validTo?.iso),
            .integer(paper.shownAt.milliseconds), .text(paper.shownBy.text), Value(paper.strike?.at),
            Value(paper.strike?.by), Value(paper.strike?.reason),
        ]
    }

    /// Reads the columns of `shown_paper` in the order of the queries below.
    private static func read(_ row: any Row) throws -> ShownPaper {
        ShownPaper(
            id: try row.id(0), version: row.integer(1), patient: try row.id(2),
            content: row.text(3) == "policy" ? .policy(try policy(row)) : .document(try document(row)),
            shownAt: row.instant(13), shownBy: try row.id(14), strike: try row.undoing(from: 15))
    }

    private static func document(_ row: any Row) throws -> IdentityDocument {
        IdentityDocument(
            kind: try row.value(4, IdentityDocument.Kind.init(rawValue:)), series: row.optionalText(5),
            number: row.text(6), issuedOn: try row.optionalValue(7, CalendarDay.init(iso:)),
            issuer: row.optionalText(8),
            departmentCode: try row.optionalValue(9, DepartmentCode.init(stored:)))
    }

    private static func policy(_ row: any Row) throws -> PolicyGiven {
        PolicyGiven(
            kind: try row.value(4, PolicyGiven.Kind.init(rawValue:)), number: row.text(6),
            omsType: try row.optionalValue(10, OmsType.init(rawValue:)), insurer: row.optionalText(11),
            validTo: try row.optionalValue(12, CalendarDay.init(iso:)))
    }
}

private let selectByID = Query(
    """
    SELECT id, version, patient_id, sort, kind, series, number, issued_on, issuer, department_code, oms_type,
        insurer, valid_to, shown_at, shown_by, struck_at, struck_by, strike_reason
    FROM shown_paper
    WHERE id = $1
    """)

private let selectOfPatient = Query(
    """
    SELECT id, version, patient_id, sort, kind, series, number, issued_on, issuer, department_code, oms_type,
        insurer, valid_to, shown_at, shown_by, struck_at, struck_by, strike_reason
    FROM shown_paper
    WHERE patient_id = $1
    ORDER BY struck_at IS NOT NULL, shown_at DESC, id DESC
    """)

private let selectSame = Query(
    """
    SELECT id, version, patient_id, sort, kind, series, number, issued_on, issuer, department_code, oms_type,
        insurer, valid_to, shown_at, shown_by, struck_at, struck_by, strike_reason
    FROM shown_paper
    WHERE number = $1 AND kind = $2 AND series IS $3 AND struck_at IS NULL
    ORDER BY shown_at
    """)

private let selectHolders = Query(
    """
    SELECT patient.id, patient.version, card_number, surname, name, patronymic, patronymic_absent, birth_date,
        sex, phone, email, snils, note, registered_at, registered_by, changed_at
    FROM (
        SELECT patient_id FROM shown_paper
        WHERE number = $1 AND kind = $2 AND struck_at IS NULL
        LIMIT $3
    ) CROSS JOIN patient ON patient.id = patient_id
    """)

private let insertPaper = Query(
    """
    INSERT INTO shown_paper (
        id, version, patient_id, sort, kind, series, number, issued_on, issuer, department_code, oms_type,
        insurer, valid_to, shown_at, shown_by, struck_at, struck_by, strike_reason
    ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
    """)

private let strikePaper = Query(
    """
    UPDATE shown_paper SET version = $2, struck_at = $3, struck_by = $4, strike_reason = $5 WHERE id = $1
    """)
