/// A paper on its way to a printer.
///
/// It is handed over once. While nobody can know whether the printer got it – the program was killed between
/// sending and the answer, the line broke in the middle – it is `unknown`, and only an operator who looks
/// into the tray moves it on: nothing is printed twice by itself.
package struct PrintJob: Hashable, Sendable {
    package enum State: String, CaseIterable, Sendable {
        /// Surely not at the printer.
        case waiting
        /// Handed over, and no answer yet.
        case sent
        /// The printer has it, and says what becomes of it.
        case printing
        case printed
        case failed
        case unknown
        case cancelled

        /// Somebody still waits for it, or should look into the tray.
        package var isOpen: Bool {
            self == .waiting || self == .sent || self == .printing || self == .unknown
        }
    }

    package enum Purpose: String, CaseIterable, Sendable {
        case testPage = "test_page"
        case document
        case ticket
    }

    package let id: ID<PrintJob>
    package let role: PrinterRole
    package let purpose: Purpose
    /// What it is a copy of.
    package let subject: ID<Anything>?
    /// What operators call it: kind and number, as they stand on it.
    package let title: String?
    package let size: PaperSize
    package let askedBy: ID<Operator>
    package let askedAt: Instant
    package var version: Int64 = 1
    package var state = State.waiting
    /// Why it waits or has failed.
    package var trouble: PrinterTrouble?
    /// How often it came to a printer, or may have: by itself once, more only by an operator's word.
    package var attempt: Int64 = 0
    /// The printer's own number of it.
    package var number: Int64?
    package var isCancelWanted = false
    package var changedAt: Instant

    package init(
        id: ID<PrintJob>, role: PrinterRole, purpose: Purpose, subject: ID<Anything>?, title: String?,
        size: PaperSize, askedBy: ID<Operator>, askedAt: Instant
    ) {
        self.id = id
        self.role = role
        self.purpose = purpose
        self.subject = subject
        self.title = title
        self.size = size
        self.askedBy = askedBy
        self.askedAt = askedAt
        changedAt = askedAt
    }

    /// How the printer's panel and log call this attempt: nothing about a person, and no other paper's name.
    package var name: String { "frontdesk-\(id.text.suffix(12))-\(attempt)" }

    package func moved(to state: State, _ trouble: PrinterTrouble? = nil, at now: Instant) -> PrintJob {
        var job = self
        job.version += 1
        job.state = state
        job.trouble = trouble
        job.changedAt = now
        if state != .printing { job.isCancelWanted = false }
        return job
    }

    /// The moment before the first byte leaves.
    package func handedOver(at now: Instant) -> PrintJob {
        var job = moved(to: .sent, at: now)
        job.attempt += 1
        job.number = nil
        return job
    }

    /// Nothing of it has come to the printer after all.
    package func takenBack(_ trouble: PrinterTrouble, at now: Instant) -> PrintJob {
        var job = moved(to: .waiting, trouble, at: now)
        job.attempt -= 1
        return job
    }

    package func taken(as number: Int64, at now: Instant) -> PrintJob {
        var job = moved(to: .printing, at: now)
        job.number = number
        return job
    }
}

extension PrintJob {
    /// What an operator may say of a paper.
    package enum Step: String, CaseIterable, Sendable {
        case cancel
        /// The paper is in the operator's hand.
        case confirm
        case again
    }

    private static let steps: [State: [Step]] = [
        .waiting: [.cancel], .printing: [.cancel], .unknown: [.confirm, .again, .cancel],
        .failed: [.again, .cancel], .cancelled: [.again],
    ]

    /// Those that can be taken now.
    package var steps: [Step] { isCancelWanted ? [] : PrintJob.steps[state] ?? [] }

    package func taking(_ step: Step, at now: Instant) throws(Refusal) -> PrintJob {
        guard steps.contains(step) else { throw Refusal(.printStepRefused) }
        switch step {
        case .confirm: return moved(to: .printed, at: now)
        case .again: return moved(to: .waiting, at: now)
        case .cancel:
            guard state == .printing else { return moved(to: .cancelled, at: now) }
            // The printer has it: whether it stops in time is the printer's to say.
            var job = moved(to: .printing, trouble, at: now)
            job.isCancelWanted = true
            return job
        }
    }
}
