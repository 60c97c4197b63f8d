package import Domain

/// Puts a paper into the queue of a printer. A worker takes it from there, now or after a restart.
package struct PrintPaper {
    let store: any Store
    let clock: any Clock
    let identities: any Identities

    package init(store: any Store, clock: any Clock, identities: any Identities) {
        self.store = store
        self.clock = clock
        self.identities = identities
    }

    /// - Parameters:
    ///   - subject: what it is a copy of, for whoever counts copies.
    ///   - title: what operators call it; no name of a person, for the list of papers is for all to see.
    package func callAsFunction(
        _ content: PrintContent, size: PaperSize, on role: PrinterRole, for purpose: PrintJob.Purpose,
        of subject: ID<Anything>? = nil, titled title: String? = nil, by author: Author
    ) throws -> PrintJob {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        let job = PrintJob(
            id: identities.next(), role: role, purpose: purpose, subject: subject, title: title, size: size,
            askedBy: owner, askedAt: clock.now)
        try store.keep { try $0.printJobs.add(job, content) }
        return job
    }
}
