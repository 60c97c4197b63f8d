internal import Application
internal import Domain
internal import SQL

/// The books and shelves over one connection, for the length of one transaction.
struct Transaction: Changing {
    let connection: any Connection
    let scribe: Scribe
    private let runLengths: RunLengths?

    init(_ connection: any Connection, _ scribe: Scribe, _ runLengths: RunLengths? = nil) {
        self.connection = connection
        self.scribe = scribe
        self.runLengths = runLengths
    }

    var desk: any DeskBook { DeskRows(connection) }
    var settings: any SettingsBook { SettingsRows(connection) }
    var operators: any OperatorBook { OperatorRows(connection) }
    var patients: any PatientBook { PatientRows(connection, runLengths) }
    var visits: any VisitBook { VisitRows(connection) }
    var papers: any PaperBook { PaperRows(connection) }
    var consents: any ConsentBook { ConsentRows(connection) }
    var mailProfiles: any MailProfileBook { MailProfileRows(connection) }
    var calendar: any CalendarBook { CalendarRows(connection) }
    var readBacks: any ReadBackBook { ReadBackRows(connection) }
    var lists: any ListBook { ListRows(connection) }
    var merges: any MergeBook { MergeRows(connection) }
    var strictness: any StrictnessBook { StrictnessRows(connection) }
    var family: any FamilyBook { FamilyRows(connection) }
    var deaths: any DeathBook { DeathRows(connection) }
    var particulars: any ParticularsBook { ParticularsRows(connection) }
    var attachmentPlaces: any AttachmentPlaceBook { AttachmentPlaceRows(connection) }
    var shifts: any ShiftBook { ShiftRows(connection) }
    var deskKeys: any DeskKeyBook { DeskKeyRows(connection) }
    var documents: any DocumentBook { DocumentRows(connection) }
    var history: any HistoryBook { HistoryRows(connection, scribe.digest) }
    var catalogues: any CatalogueBook { CatalogueRows(connection) }
    var policies: any IssuedPolicyBook { IssuedPolicyRows(connection) }
    var certificates: any CertificateBook { CertificateRows(connection) }

    var shelves: any ShelfBook { ShelfRows(connection) }

    var credentials: any CredentialShelf { CredentialRows(connection) }
    var lockouts: any LockoutShelf { LockoutRows(connection) }
    var sessions: any SessionShelf { SessionRows(connection) }
    var drafts: any DraftShelf { DraftRows(connection) }
    var printJobs: any PrintJobShelf { PrintJobRows(connection) }

    func note(_ notice: Notice, by author: Author) throws {
        try scribe.record(notice, by: author, on: connection)
    }
}
