/// What stands at the head of each paper: who the clinic is, where, and by which right. A change is a new
/// version, so that an old paper can be drawn again as it was.
package struct ClinicRequisites: Hashable, Sendable {
    package let version: Int64
    package let name: String
    package let legalName: String?
    package let address: String?
    package let phone: String?
    /// Ten digits of an organisation, or twelve of a private doctor.
    package let inn: String?
    package let licence: String?
    package let email: EmailAddress?

    package init(
        version: Int64, name: String, legalName: String?, address: String?, phone: String?, inn: String?,
        licence: String?, email: EmailAddress?
    ) {
        self.version = version
        self.name = name
        self.legalName = legalName
        self.address = address
        self.phone = phone
        self.inn = inn
        self.licence = licence
        self.email = email
    }
}

/// The requisites as the admin typed them.
package struct ClinicRequisitesForm: Hashable, Sendable {
    package var name = ""
    package var legalName = ""
    package var address = ""
    package var phone = ""
    package var inn = ""
    package var licence = ""
    package var email = ""

    package init() {}

    private enum Field: String {
        case name
        case legalName = "legal_name"
        case address, phone, inn, licence, email
    }

    package func requisites(version: Int64) throws(Refusal) -> ClinicRequisites {
        var notes = FieldNotes<Field>()
        let name = notes.required(text(name, .name, 200), .name)
        let legal = notes.optional(text(legalName, .legalName, 300))
        let address = notes.optional(text(address, .address, 300))
        // Several phones in one line, with words between them: people read it, nobody dials it here.
        let phone = notes.optional(text(phone, .phone, 200))
        let inn = notes.optional(OrganisationInn.read(inn, field: Field.inn.rawValue))
        let licence = notes.optional(text(licence, .licence, 300))
        let email = notes.optional(EmailAddress.read(email, field: Field.email.rawValue))
        guard notes.clean, let name else { throw Refusal(.fieldsInvalid, fields: notes.problems) }
        return ClinicRequisites(
            version: version, name: name.text, legalName: legal?.text, address: address?.text,
            phone: phone?.text, inn: inn, licence: licence?.text, email: email)
    }

    private func text(_ typed: String, _ field: Field, _ max: Int) -> FieldReading<FreeText> {
        FreeText.read(typed, field: field.rawValue, max: max)
    }
}
