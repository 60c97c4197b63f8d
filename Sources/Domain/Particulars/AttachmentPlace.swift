/// A precinct of a clinic that people can be attached to. The admin keeps the list; a place is closed and
/// never deleted, because cards name it.
package struct AttachmentPlace: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case adult
        case child
        /// A general practitioner's.
        case family
    }

    package let id: ID<AttachmentPlace>
    package let version: Int64
    package let clinic: String
    package let precinct: String
    package let kind: Kind
    package let isClosed: Bool

    package init(
        id: ID<AttachmentPlace>, version: Int64, clinic: String, precinct: String, kind: Kind,
        isClosed: Bool
    ) {
        self.id = id
        self.version = version
        self.clinic = clinic
        self.precinct = precinct
        self.kind = kind
        self.isClosed = isClosed
    }

    /// Whether nobody could tell the two apart in a list, capitals and signs aside.
    package func isSame(as other: AttachmentPlace) -> Bool {
        kind == other.kind && SearchText.fold(clinic) == SearchText.fold(other.clinic)
            && SearchText.fold(precinct) == SearchText.fold(other.precinct)
    }
}

/// A place as the admin typed it.
package struct AttachmentPlaceForm: Hashable, Sendable {
    package var clinic: String
    package var precinct: String
    package var kind: AttachmentPlace.Kind
    package var isClosed: Bool

    package init(clinic: String, precinct: String, kind: AttachmentPlace.Kind, isClosed: Bool = false) {
        self.clinic = clinic
        self.precinct = precinct
        self.kind = kind
        self.isClosed = isClosed
    }

    private enum Field: String { case clinic, precinct }

    /// The place that this form makes of an id, or why not.
    package func place(_ id: ID<AttachmentPlace>, version: Int64) throws(Refusal) -> AttachmentPlace {
        var notes = FieldNotes<Field>()
        let clinic = notes.required(FreeText.read(clinic, field: Field.clinic.rawValue, max: 100), .clinic)
        let precinct = notes.required(
            FreeText.read(precinct, field: Field.precinct.rawValue, max: 20), .precinct)
        guard let clinic, let precinct else { throw Refusal(.fieldsInvalid, fields: notes.problems) }
        return AttachmentPlace(
            id: id, version: version, clinic: clinic.text, precinct: precinct.text, kind: kind,
            isClosed: isClosed)
    }
}
