package import Domain

/// What stands on the shelves, to look at. Looking needs no writer: a disk that takes no more writes keeps
/// nobody from being recognised.
package protocol ShelfBook {
    /// The session under this cookie's digest, with its operator as the operator is now.
    func session(digest: String) throws -> Session?
    /// Every session of one screen, the one at work and those that wait for their operators to come back.
    func sessions(on screen: String) throws -> [Session]
    func lastSignIn(of owner: ID<Operator>) throws -> Instant?
    func credential(of id: ID<Operator>) throws -> Credential?
    func lockout(of subject: LockoutSubject) throws -> Lockout?
    func drafts(of owner: ID<Operator>) throws -> [Draft]
    /// The paper that a printer has, or else the one that comes next.
    func nextPrintJob(of role: PrinterRole) throws -> PrintJob?
    /// Those that are not at their end, oldest first, and behind them the last ones that are.
    func printJobs(ended: Int) throws -> [PrintJobLine]
    func printQueue() throws -> PrintQueue
}

/// A paper with the name of whoever asked for it.
package struct PrintJobLine: Hashable, Sendable {
    package let job: PrintJob
    package let operatorName: String

    package init(job: PrintJob, operatorName: String) {
        self.job = job
        self.operatorName = operatorName
    }
}

/// How many papers there are to wait for, and how many to look for in the tray.
package struct PrintQueue: Hashable, Sendable {
    package let waiting: Int64
    package let questions: Int64

    package init(waiting: Int64, questions: Int64) {
        self.waiting = waiting
        self.questions = questions
    }
}
