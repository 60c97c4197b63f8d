internal import Application
internal import Domain
internal import SQL

/// The card in one statement: it is what a desk reads most.
extension PatientRows {
    func card(_ id: ID<Patient>) throws -> PatientCard? {
        try connection.first(selectCard, [.text(id.text)]) { row in
            let patient = try PatientRows.read(row)
            return PatientCard(
                patient: patient, openVisit: try openVisit(of: patient, row),
                hasDocument: row.flag(37), hasPolicy: row.flag(38),
                phoneConfirmed: row.optionalInstant(39).map {
                    PatientCard.Confirmed(at: $0, operatorName: row.text(40))
                })
        }
    }

    private func openVisit(of patient: Patient, _ row: any Row) throws -> VisitLine? {
        guard !row.isNull(16) else { return nil }
        let person = patient.person
        let name = VisitLine.Name(
            id: patient.id, surname: person.surname, name: person.name,
            patronymic: person.patronymic.text, birthDate: person.birthDate)
        return VisitLine(
            visit: try VisitRows.read(row, from: 16), patient: name, operatorName: row.text(35),
            broughtBy: row.optionalText(36))
    }
}

private let selectCard = Query(
    """
    SELECT patient.id, patient.version, card_number, surname, patient.name, patronymic, patronymic_absent,
        birth_date, sex, patient.phone, email, snils, note, registered_at, registered_by, changed_at,
        visit.id, visit.version, day, number, visit.patient_id, arrived_at, reason, destination, place, state,
        outcome, cancel_reason, opened_by, started_at, ended_at, ended_by, receipt, entered_at, blank,
        operator.name,
        (SELECT companion.name FROM companion WHERE visit_id = visit.id),
        EXISTS (
            SELECT 1 FROM shown_paper AS paper
            WHERE paper.patient_id = patient.id AND sort = 'document' AND struck_at IS NULL
        ),
        EXISTS (
            SELECT 1 FROM shown_paper AS paper
            WHERE paper.patient_id = patient.id AND sort = 'policy' AND struck_at IS NULL
        ),
        confirmed_at, witness.name
    FROM patient
        LEFT JOIN visit ON visit.patient_id = patient.id AND state IN ('arrived', 'in_service')
        LEFT JOIN operator ON operator.id = opened_by
        LEFT JOIN phone_confirmation AS confirmation
            ON confirmation.patient_id = patient.id AND confirmation.phone = patient.phone
        LEFT JOIN operator AS witness ON witness.id = confirmed_by
    WHERE patient.id = $1
    """)
