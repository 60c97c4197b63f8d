/// What a fact or a notice is about.
package struct Subject: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case desk
        case settings
        case `operator`
        case patient
        case visit
        case paper
        case consent
        case consentText = "consent_text"
        case mailProfile = "mail_profile"
        case calendar
        case readBack = "read_back"
        case list
        case listLot = "list_lot"
        case merge
        case strictness
        case familyLink = "family_link"
        case actOnBehalf = "act_on_behalf"
        case deathNote = "death_note"
        /// What is known of a patient beside the card, under the patient's id.
        case particulars
        /// The phone of the patient with this id.
        case phone
        case attachmentPlace = "attachment_place"
        case shift
        case session
        case journal
        case printJob = "print_job"
        case deskKey = "desk_key"
        case document
        case printedCopy = "printed_copy"
        case insurer
        case programme
        case requisites
        case policy
        case policyLink = "policy_link"
        case certificate
    }

    package let kind: Kind
    package let id: ID<Anything>

    package init(_ kind: Kind, _ id: ID<Anything>) {
        self.kind = kind
        self.id = id
    }
}
