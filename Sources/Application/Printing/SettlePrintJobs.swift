package import Domain

/// What is to be said of papers after a start, before anything is printed.
///
/// A program that died between sending and the answer left a paper of which only a look into the tray can
/// tell; so did an admin who took the printer away that had it.
package struct SettlePrintJobs {
    let store: any Store
    let clock: any Clock

    package init(store: any Store, clock: any Clock) {
        self.store = store
        self.clock = clock
    }

    package func callAsFunction(_ role: PrinterRole, hasPrinter: Bool) throws {
        try store.keep { shelf in
            for job in try shelf.printJobs.open(role) {
                guard job.state == .sent || (job.state == .printing && !hasPrinter) else { continue }
                try shelf.printJobs.put(job.moved(to: .unknown, at: clock.now))
            }
        }
    }
}
