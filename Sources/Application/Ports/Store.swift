package import Domain

/// The desk's memory. Only the store begins and ends transactions.
package protocol Store {
    /// A fact of history: what the body returns is written as state, audit row and outgoing operation, or not
    /// at all.
    func change<Value: Sendable>(by author: Author, _ body: (any Changing) throws -> Changed<Value>) throws
        -> Value

    /// What is not history: drafts, sessions, failed attempts. It may leave a notice in the audit, never an
    /// operation.
    func keep<Value: Sendable>(_ body: (any Keeping) throws -> Value) throws -> Value

    /// A consistent look that changes nothing.
    func read<Value: Sendable>(_ body: (any Reading) throws -> Value) throws -> Value
}

/// What a write returns: the value for the caller, and at least one fact for history.
package struct Changed<Value: Sendable>: Sendable {
    package let value: Value
    package let events: [Event]

    package init(_ value: Value, _ first: Event, _ rest: Event...) {
        self.value = value
        events = [first] + rest
    }

    package init(_ value: Value, _ first: Event, and more: [Event]) {
        self.value = value
        events = [first] + more
    }
}

/// Who does it, from which session, in which request: what the audit row says of a fact.
package struct Author: Hashable, Sendable {
    /// Nil when the desk itself acts, as at its first start.
    package let `operator`: ID<Operator>?
    package let session: ID<Session>?
    package let request: String?

    package init(operator: ID<Operator>?, session: ID<Session>? = nil, request: String? = nil) {
        self.operator = `operator`
        self.session = session
        self.request = request
    }

    package static let desk = Author(operator: nil)
}

/// The books that can be read inside a transaction.
package protocol Reading {
    var desk: any DeskBook { get }
    var settings: any SettingsBook { get }
    var operators: any OperatorBook { get }
    var patients: any PatientBook { get }
    var visits: any VisitBook { get }
    var papers: any PaperBook { get }
    var consents: any ConsentBook { get }
    var mailProfiles: any MailProfileBook { get }
    var calendar: any CalendarBook { get }
    var readBacks: any ReadBackBook { get }
    var lists: any ListBook { get }
    var merges: any MergeBook { get }
    var strictness: any StrictnessBook { get }
    var family: any FamilyBook { get }
    var deaths: any DeathBook { get }
    var particulars: any ParticularsBook { get }
    var attachmentPlaces: any AttachmentPlaceBook { get }
    var shifts: any ShiftBook { get }
    var deskKeys: any DeskKeyBook { get }
    var documents: any DocumentBook { get }
    var history: any HistoryBook { get }
    var shelves: any ShelfBook { get }
    var catalogues: any CatalogueBook { get }
    var policies: any IssuedPolicyBook { get }
    var certificates: any CertificateBook { get }
}

/// Beside the books: the shelves that are not history, and the audit's notices.
package protocol Keeping: Reading {
    var credentials: any CredentialShelf { get }
    var lockouts: any LockoutShelf { get }
    var sessions: any SessionShelf { get }
    var drafts: any DraftShelf { get }
    var printJobs: any PrintJobShelf { get }

    func note(_ notice: Notice, by author: Author) throws
}

/// A transaction that must end in a fact.
package protocol Changing: Keeping {}
