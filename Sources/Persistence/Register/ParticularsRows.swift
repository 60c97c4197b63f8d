internal import Application
internal import Domain
internal import SQL

/// What is known of patients beside their cards.
struct ParticularsRows: ParticularsBook {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func find(_ patient: ID<Patient>) throws -> Particulars? {
        let phones = try connection.all(selectPhones, [.text(patient.text)]) { row in
            Particulars.Phone(
                number: try row.value(0, PhoneNumber.init(stored:)), whose: row.optionalText(1))
        }
        return try connection.first(select, [.text(patient.text)]) { row in
            var content = Particulars.Content()
            content.inn = try row.optionalValue(1, Inn.init(stored:))
            content.phones = phones
            content.registeredAddress = row.optionalText(2)
            content.actualAddress = row.optionalText(3)
            content.livesAsRegistered = row.integer(4) != 0
            if let place: ID<AttachmentPlace> = try row.optionalID(5) {
                content.attachment = Particulars.Attachment(
                    place: place, since: try row.optionalValue(6, CalendarDay.init(iso:)))
            }
            return Particulars(
                patient: patient, version: row.integer(0), content: content, changedAt: row.instant(7),
                changedBy: try row.id(8))
        }
    }

    func confirmation(of patient: ID<Patient>) throws -> PhoneConfirmation? {
        try connection.first(selectConfirmation, [.text(patient.text)]) { row in
            PhoneConfirmation(
                patient: patient, phone: try row.value(0, PhoneNumber.init(stored:)), at: row.instant(1),
                by: try row.id(2))
        }
    }

    func put(_ particulars: Particulars) throws {
        let (id, content) = (Value.text(particulars.patient.text), particulars.content)
        try connection.run(
            upsert,
            [
                id, .integer(particulars.version), Value(content.inn?.digits),
                Value(content.registeredAddress), Value(content.actualAddress),
                .integer(content.livesAsRegistered ? 1 : 0), Value(content.attachment?.place),
                Value(content.attachment?.since?.iso), .integer(particulars.changedAt.milliseconds),
                .text(particulars.changedBy.text),
            ])
        try connection.run(deletePhones, [id])
        for (index, phone) in content.phones.enumerated() {
            try connection.run(
                insertPhone,
                [id, .integer(Int64(index + 1)), .text(phone.number.e164), Value(phone.whose)])
        }
    }

    func put(_ confirmation: PhoneConfirmation) throws {
        try connection.run(
            upsertConfirmation,
            [
                .text(confirmation.patient.text), .text(confirmation.phone.e164),
                .integer(confirmation.at.milliseconds), .text(confirmation.by.text),
            ])
    }
}

private let select = Query(
    """
    SELECT version, inn, address_registered, address_actual, address_same, attachment_id, attached_since,
        changed_at, changed_by
    FROM particulars
    WHERE patient_id = $1
    """)

private let selectPhones = Query(
    "SELECT phone, whose FROM further_phone WHERE patient_id = $1 ORDER BY place")

private let selectConfirmation = Query(
    "SELECT phone, confirmed_at, confirmed_by FROM phone_confirmation WHERE patient_id = $1")

private let upsert = Query(
    """
    INSERT INTO particulars (
        patient_id, version, inn, address_registered, address_actual, address_same, attachment_id,
        attached_since, changed_at, changed_by
    ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    ON CONFLICT (patient_id) DO UPDATE SET
        version = excluded.version,
        inn = excluded.inn,
        address_registered = excluded.address_registered,
        address_actual = excluded.address_actual,
        address_same = excluded.address_same,
        attachment_id = excluded.attachment_id,
        attached_since = excluded.attached_since,
        changed_at = excluded.changed_at,
        changed_by = excluded.changed_by
    """)

private let deletePhones = Query("DELETE FROM further_phone WHERE patient_id = $1")

private let insertPhone = Query(
    "INSERT INTO further_phone (patient_id, place, phone, whose) VALUES ($1, $2, $3, $4)")

private let upsertConfirmation = Query(
    """
    INSERT INTO phone_confirmation (patient_id, phone, confirmed_at, confirmed_by) VALUES ($1, $2, $3, $4)
    ON CONFLICT (patient_id) DO UPDATE SET
        phone = excluded.phone,
        confirmed_at = excluded.confirmed_at,
        confirmed_by = excluded.confirmed_by
    """)
