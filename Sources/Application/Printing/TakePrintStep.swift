package import Domain

/// An operator's word about a paper: it is here, print it again, or let it be.
package struct TakePrintStep {
    let store: any Store
    let clock: any Clock

    package init(store: any Store, clock: any Clock) {
        self.store = store
        self.clock = clock
    }

    package func callAsFunction(
        _ step: PrintJob.Step, of id: ID<PrintJob>, baseVersion: Int64, by author: Author
    ) throws -> PrintJob {
        try store.keep { shelf in
            guard let job = try shelf.printJobs.find(id) else { throw Refusal(.printJobNotFound) }
            guard job.version == baseVersion else { throw Refusal(.printJobChanged) }
            let moved = try job.taking(step, at: clock.now)
            try shelf.printJobs.put(moved)
            try shelf.note(Notice(notice(step), about: Subject(.printJob, id.as())), by: author)
            return moved
        }
    }

    private func notice(_ step: PrintJob.Step) -> Notice.Kind {
        switch step {
        case .cancel: .printCancelled
        case .confirm: .printConfirmed
        case .again: .printedAgain
        }
    }
}
