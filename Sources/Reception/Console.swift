package import Application
package import Documents
package import Domain
package import HTTP
package import Lists
package import Localization

/// What the console's answers are made from.
package struct Console: Sendable {
    package let store: any Store & AnswerOnce & Sendable
    package let clock: any Clock
    package let identities: any Identities
    package let secrets: any Secrets
    package let catalogue: Catalogue
    package let sittings: SittingRoom
    package let house: House
    let memory = AnswerMemory()
    let proving = OneAtATime()
    let lists = ListDesk()
    package let printing: PrintDesk

    package init(
        store: any Store & AnswerOnce & Sendable, clock: any Clock, identities: any Identities,
        secrets: any Secrets,
        catalogue: Catalogue, house: House
    ) {
        self.store = store
        self.clock = clock
        self.identities = identities
        self.secrets = secrets
        self.catalogue = catalogue
        self.house = house
        sittings = SittingRoom(store: store, clock: clock, secrets: secrets)
        printing = PrintDesk(house.printers)
    }
}

/// What the console knows of the machine that it stands on.
package struct House: Sendable {
    package enum Store: String, Sendable, CaseIterable {
        case ok
        case readOnly = "read_only"
        case full
        case corrupt
    }

    package enum Disk: String, Sendable, CaseIterable {
        case ok
        case low
        case veryLow = "very_low"
    }

    package let version: String
    package let language: Language
    package let sessionHours: Int64
    /// How many changes have been committed since the start: a screen that has seen this number is level.
    package let revision: @Sendable () -> Int64
    package let store: @Sendable () -> Store
    package let disk: @Sendable () -> Disk
    /// SHA-256.
    package let digest: @Sendable ([UInt8]) -> [UInt8]
    /// Whose page the codes on papers open.
    package let codeHosts: CodeHosts
    /// Signatures of codes.
    package let sealCheck: any SealCheck
    /// Where lists lie while they are worked on.
    package let listShelf: any ListShelf
    /// The printer of each role that has one.
    package let printers: [PrinterRole: any Printer]
    /// Says to the screens that something has changed which is no commit of theirs.
    package let changed: @Sendable () -> Void
    /// A paper as a PDF file.
    package let draw: @Sendable (Paper) throws -> [UInt8]
    /// The code that lets the first admin in; nil when the desk is set up.
    package let setupCode: @Sendable () -> String?
    /// A failure that the reader only sees the number of.
    package let report: @Sendable (any Error, Request) -> Void

    package init(
        version: String, language: Language, sessionHours: Int64, revision: @escaping @Sendable () -> Int64,
        store: @escaping @Sendable () -> Store, disk: @escaping @Sendable () -> Disk,
        digest: @escaping @Sendable ([UInt8]) -> [UInt8], codeHosts: CodeHosts,
        sealCheck: any SealCheck, listShelf: any ListShelf,
        printers: [PrinterRole: any Printer], changed: @escaping @Sendable () -> Void,
        draw: @escaping @Sendable (Paper) throws -> [UInt8],
        setupCode: @escaping @Sendable () -> String?,
        report: @escaping @Sendable (any Error, Request) -> Void
    ) {
        self.version = version
        self.language = language
        self.sessionHours = sessionHours
        self.revision = revision
        self.store = store
        self.disk = disk
        self.digest = digest
        self.codeHosts = codeHosts
        self.sealCheck = sealCheck
        self.listShelf = listShelf
        self.printers = printers
        self.changed = changed
        self.draw = draw
        self.setupCode = setupCode
        self.report = report
    }
}
