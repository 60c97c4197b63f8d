internal import Application
internal import Domain
internal import SQL

/// The card in one statement: it is what a desk reads most.
extension PatientRows {
    func card(_ id: ID<Patient>) throws -> PatientCard? {
        try connection.first(selectCard, [.text(id.text)]) { row in
            let patient = try PatientRows.read(row)
            guard !row.isNull(16) else { return PatientCard(patient: patient, openVisit: nil) }
            let person = patient.person
            let name = VisitLine.Name(
                id: patient.id, surname: person.surname, name: person.name,
                patronymic: person.patronymic.text,
                birthDate: person.birthDate)
            let line = VisitLine(
                visit: try VisitRows.read(row, from: 16), patient: name, operatorName: row.text(35))
            return PatientCard(patient: patient, openVisit: line)
        }
    }
}

private let selectCard = Query(
    """
    SELECT patient.id, patient.version, card_number, surname, patient.name, patronymic, patronymic_absent,
        birth_date,
        sex, phone, email, snils, note, registered_at, registered_by, changed_at,
        visit.id, visit.version, day, number, patient_id, arrived_at, reason, destination, place, state,
        outcome,
        cancel_reason, opened_by, started_at, ended_at, ended_by, receipt, entered_at, blank,
        operator.name
    FROM patient
        LEFT JOIN visit ON patient_id = patient.id AND state IN ('arrived', 'in_service')
        LEFT JOIN operator ON operator.id = opened_by
    WHERE patient.id = $1
    """)
