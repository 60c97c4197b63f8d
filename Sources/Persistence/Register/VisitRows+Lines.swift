internal import Application
internal import Domain
internal import SQL

/// Visits as lists show them, with names beside the numbers.
extension VisitRows {
    func line(_ id: ID<Visit>) throws -> VisitLine? {
        try connection.first(selectLine, [.text(id.text)], VisitRows.readLine)
    }

    func lines(on day: CalendarDay) throws -> [VisitLine] {
        try connection.all(selectLinesOfDay, [.text(day.iso)], VisitRows.readLine)
    }

    func lines(of patient: ID<Patient>) throws -> [VisitLine] {
        try connection.all(selectLinesOfPatient, [.text(patient.text)], VisitRows.readLine)
    }

    private static func readLine(_ row: any Row) throws -> VisitLine {
        let visit = try read(row)
        var name: VisitLine.Name?
        if let id = visit.patient {
            name = VisitLine.Name(
                id: id, surname: row.text(20), name: row.text(21), patronymic: row.optionalText(22),
                birthDate: try row.day(23))
        }
        return VisitLine(
            visit: visit, patient: name, operatorName: row.text(19), broughtBy: row.optionalText(24))
    }
}

private let selectLine = Query(
    """
    SELECT visit.id, visit.version, day, number, patient_id, arrived_at, reason, destination, place, state,
        outcome, cancel_reason, opened_by, started_at, ended_at, ended_by, receipt, entered_at, blank,
        operator.name, patient.surname, patient.name, patient.patronymic, patient.birth_date,
        (SELECT companion.name FROM companion WHERE visit_id = visit.id)
    FROM visit JOIN operator ON operator.id = opened_by LEFT JOIN patient ON patient.id = patient_id
    WHERE visit.id = $1
    """)

private let selectLinesOfDay = Query(
    """
    SELECT visit.id, visit.version, day, number, patient_id, arrived_at, reason, destination, place, state,
        outcome, cancel_reason, opened_by, started_at, ended_at, ended_by, receipt, entered_at, blank,
        operator.name, patient.surname, patient.name, patient.patronymic, patient.birth_date,
        (SELECT companion.name FROM companion WHERE visit_id = visit.id)
    FROM visit JOIN operator ON operator.id = opened_by LEFT JOIN patient ON patient.id = patient_id
    WHERE day = $1
    ORDER BY number DESC
    """)

private let selectLinesOfPatient = Query(
    """
    SELECT visit.id, visit.version, day, number, patient_id, arrived_at, reason, destination, place, state,
        outcome, cancel_reason, opened_by, started_at, ended_at, ended_by, receipt, entered_at, blank,
        operator.name, patient.surname, patient.name, patient.patronymic, patient.birth_date,
        (SELECT companion.name FROM companion WHERE visit_id = visit.id)
    FROM visit JOIN operator ON operator.id = opened_by LEFT JOIN patient ON patient.id = patient_id
    WHERE patient_id = $1
    ORDER BY arrived_at DESC
    """)
