internal import Application
internal import Domain
internal import SQL

// A difference leaves something whole to look by. With the birth date right, it is in one of the names, and
// the other one is under the same date. With the names right, the date is one of some fifty that a slip can
// make of it. A phone is looked up with the name, СНИЛС alone. Each of these is a stretch of an index with
// few rows in it, whether the register has a thousand cards or a million.

/// Finding who may be the same person.
extension PatientRows {
    func candidates(_ traits: PersonTraits, except id: ID<Patient>?) throws -> [Candidate] {
        let slips = (traits.birthDate?.slips ?? []).map { "\"\($0.iso)\"" }
        return try connection.all(
            selectCandidates,
            [
                Value(traits.birthDate?.iso), .text(traits.surname.key), .text(traits.name.key),
                .text("[" + slips.joined(separator: ",") + "]"), Value(traits.phone?.e164),
                Value(traits.snils?.digits), .text(id?.text ?? ""), .integer(PatientRows.mostCandidates),
                Value(traits.policy?.number),
            ]
        ) { try PatientRows.candidate($0, traits) }
    }

    private static func candidate(_ row: any Row, _ traits: PersonTraits) throws -> Candidate {
        let patient = try read(row)
        let kind = try row.optionalValue(17, PolicyGiven.Kind.init(rawValue:))
        let policy = kind.flatMap { kind in
            traits.policy.map { PersonTraits.Policy(number: $0.number, isPersonal: kind == .oms) }
        }
        let phone = row.flag(18) ? traits.phone : nil
        // The stronger of the two, where there are both.
        let foundBy = policy.map { FoundBy(.policy, $0.number) } ?? phone.map { FoundBy(.phone, $0.e164) }
        return Candidate(
            found: FoundPatient(patient: patient, hasOpenVisit: row.flag(16), foundBy: foundBy),
            traits: PersonTraits(patient.person, policy: policy, furtherPhone: phone))
    }

    func namesakes(_ traits: PersonTraits) throws -> [Patient] {
        try connection.all(
            selectNamesakes,
            [
                Value(traits.birthDate?.iso), .text(traits.surname.key), .text(traits.name.key),
                Value(traits.snils?.digits), .integer(PatientRows.mostCandidates),
            ]
        ) { try PatientRows.read($0) }
    }

    // By each way in; nobody's likeness has so many. Cards made of one dummy name and date must not slow a
    // desk down, nor hide whom another way finds.
    private static let mostCandidates: Int64 = 100
}

private let selectCandidates = Query(
    """
    SELECT id, version, card_number, surname, name, patronymic, patronymic_absent, birth_date, sex, phone,
        email, snils, note, registered_at, registered_by, changed_at,
        EXISTS (SELECT 1 FROM visit WHERE patient_id = patient.id AND state IN ('arrived', 'in_service')),
        (
            SELECT kind FROM shown_paper
            WHERE number = $9 AND sort = 'policy' AND struck_at IS NULL AND patient_id = patient.id
            ORDER BY kind <> 'oms' LIMIT 1),
        EXISTS (
            SELECT 1 FROM further_phone WHERE further_phone.phone = $5 AND patient_id = patient.id)
    FROM patient
    WHERE row IN (
        SELECT row FROM patient WHERE snils = $6
        UNION SELECT row FROM (
            SELECT patient.row FROM shown_paper JOIN patient ON patient.id = patient_id
            WHERE number = $9 AND sort = 'policy' AND struck_at IS NULL LIMIT $8)
        UNION SELECT row FROM (
            SELECT row FROM patient_alike WHERE born = $1 AND (surname = $2 OR name = $3) LIMIT $8)
        UNION SELECT row FROM (SELECT row FROM patient_alike WHERE phone = $5 AND name = $3 LIMIT $8)
        UNION SELECT row FROM (
            SELECT patient.row FROM further_phone JOIN patient ON patient.id = patient_id
            WHERE further_phone.phone = $5 LIMIT $8)
        UNION SELECT row FROM (
            SELECT row FROM json_each($4) CROSS JOIN patient_alike
            WHERE born = value AND surname = $2 AND name = $3 LIMIT $8)
    ) AND id <> $7
    """)

private let selectNamesakes = Query(
    """
    SELECT id, version, card_number, surname, name, patronymic, patronymic_absent, birth_date, sex, phone,
        email, snils, note, registered_at, registered_by, changed_at
    FROM patient
    WHERE row IN (
        SELECT row FROM patient WHERE snils = $4
        UNION SELECT row FROM (
            SELECT row FROM patient_alike WHERE born = $1 AND surname = $2 AND name = $3 LIMIT $5))
    """)
