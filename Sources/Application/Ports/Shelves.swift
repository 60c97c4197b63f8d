package import Domain

/// Password and PIN hashes. Nothing here ever leaves the desk.
package protocol CredentialShelf {
    func find(_ id: ID<Operator>) throws -> Credential?
    func setPassword(_ hash: String, of id: ID<Operator>, at now: Instant) throws
    func setPin(_ hash: String?, of id: ID<Operator>, at now: Instant) throws
}

package struct Credential: Hashable, Sendable {
    package let passwordHash: String
    package let pinHash: String?

    package init(passwordHash: String, pinHash: String?) {
        self.passwordHash = passwordHash
        self.pinHash = pinHash
    }
}

package protocol LockoutShelf {
    func find(_ subject: LockoutSubject) throws -> Lockout?
    func put(_ lockout: Lockout, for subject: LockoutSubject) throws
    func clear(_ subject: LockoutSubject) throws
}

package protocol SessionShelf {
    /// The session under this cookie's digest, with its operator as the operator is now.
    func find(digest: String) throws -> Session?
    func find(_ id: ID<Session>) throws -> Session?
    /// Every session of one screen, the one at work and those that wait for their operators to come back.
    func all(on screen: String) throws -> [Session]
    func open(_ session: Session, digest: String) throws
    func put(locked: Bool, activeAt: Instant, for id: ID<Session>) throws
    func replaceDigest(of id: ID<Session>, with digest: String) throws
    func end(_ id: ID<Session>) throws
    func endAll(of owner: ID<Operator>, except kept: ID<Session>?) throws
    func endExpired(before now: Instant) throws
    func lastSignIn(of owner: ID<Operator>) throws -> Instant?
    /// True the first time that this session looks at this patient.
    func firstView(of patient: ID<Patient>, in session: ID<Session>) throws -> Bool
}

package protocol DraftShelf {
    func all(of owner: ID<Operator>) throws -> [Draft]
    func find(_ id: ID<Draft>, of owner: ID<Operator>) throws -> Draft?
    func count(of owner: ID<Operator>) throws -> Int64
    func put(_ draft: Draft) throws
    func remove(_ id: ID<Draft>, of owner: ID<Operator>) throws
}

/// Papers on their way to a printer.
package protocol PrintJobShelf {
    func find(_ id: ID<PrintJob>) throws -> PrintJob?
    /// Nil once it is printed: nobody needs the page again, and what is not kept cannot be read.
    func content(of id: ID<PrintJob>) throws -> PrintContent?
    func add(_ job: PrintJob, _ content: PrintContent) throws
    func put(_ job: PrintJob) throws
    /// Those of one printer that are not at their end, oldest first.
    func open(_ role: PrinterRole) throws -> [PrintJob]
    func forgetEnded(before instant: Instant) throws
}

/// A half-typed form, kept as it is typed: pull the plug and it comes back.
package struct Draft: Hashable, Sendable {
    package enum Form: String, CaseIterable, Sendable {
        case walkIn = "walk-in"
        case patientEdit = "patient-edit"
        case visit
        case document
        case policy
        case family
        case particulars
    }

    package let id: ID<Draft>
    package let owner: ID<Operator>
    package let form: Form
    package let subject: ID<Anything>?
    package let savedAt: Instant
    /// The fields by name, as typed.
    package let content: [String: String]

    package init(
        id: ID<Draft>, owner: ID<Operator>, form: Form, subject: ID<Anything>?, savedAt: Instant,
        content: [String: String]
    ) {
        self.id = id
        self.owner = owner
        self.form = form
        self.subject = subject
        self.savedAt = savedAt
        self.content = content
    }
}

extension SessionShelf {
    package func endAll(of owner: ID<Operator>) throws { try endAll(of: owner, except: nil) }
}
