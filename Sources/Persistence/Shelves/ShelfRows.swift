internal import Application
internal import Domain
internal import SQL

/// All shelves, to look at.
struct ShelfRows: ShelfBook {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func session(digest: String) throws -> Session? { try SessionRows(connection).find(digest: digest) }
    func sessions(on screen: String) throws -> [Session] { try SessionRows(connection).all(on: screen) }
    func lastSignIn(of owner: ID<Operator>) throws -> Instant? {
        try SessionRows(connection).lastSignIn(of: owner)
    }
    func credential(of id: ID<Operator>) throws -> Credential? { try CredentialRows(connection).find(id) }
    func lockout(of subject: LockoutSubject) throws -> Lockout? { try LockoutRows(connection).find(subject) }
    func drafts(of owner: ID<Operator>) throws -> [Draft] { try DraftRows(connection).all(of: owner) }
    func nextPrintJob(of role: PrinterRole) throws -> PrintJob? { try PrintJobRows(connection).next(role) }
    func printJobs(ended: Int) throws -> [PrintJobLine] { try PrintJobRows(connection).lines(ended: ended) }
    func printQueue() throws -> PrintQueue { try PrintJobRows(connection).queue() }
}
