internal import Threads

/// Draws papers, one after the other, on a thread of its own: pango's fonts belong to one thread, and warm
/// ones are most of the speed. Whoever wants a paper waits for it.
package final class PaperPress: Sendable {
    private struct Line {
        var jobs: [Job] = []
        var isClosed = false
    }

    private struct Job: Sendable {
        let paper: Paper
        let answer: Condition<Result<[UInt8], PaperFault>?>
    }

    private let line: Condition<Line>
    private let thread: Thread

    // A paper takes some 3 ms, so this is a fifth of a second of work.
    private static let longestLine = 64
    private static let patienceMilliseconds = 10_000
    // Shaping and fontconfig's own files go deeper than a request does.
    private static let stackBytes = 2 * 1024 * 1024

    /// - Parameters:
    ///   - logo: a PNG file for the head of each paper, if there is one.
    ///   - report: told once, when no paper can be drawn on this machine.
    package init(
        logo: String? = nil, report: @escaping @Sendable (PaperFault) -> Void = { _ in }
    ) throws {
        let line = Condition(Line())
        self.line = line
        thread = try Thread.start(named: "papers", stackBytes: PaperPress.stackBytes) {
            PaperPress.work(line, logo: logo, report)
        }
    }

    deinit {
        line.change { $0.isClosed = true }
        thread.join()
    }

    /// The paper as a PDF file.
    package func draw(_ paper: Paper) throws(PaperFault) -> [UInt8] {
        let job = Job(paper: paper, answer: Condition(nil))
        let isTaken = line.change { line in
            guard line.jobs.count < PaperPress.longestLine else { return false }
            line.jobs.append(job)
            return true
        }
        guard isTaken,
            let result = job.answer.wait(timeoutMilliseconds: PaperPress.patienceMilliseconds, { $0 })
        else { throw .tooBusy }
        return try result.get()
    }

    /// Why no paper could be drawn on this machine; nil when all is well.
    package static func complaint(logo: String?) -> String? { fault(logo: logo)?.description }

    private static func fault(logo: String?) -> PaperFault? {
        do throws(PaperFault) {
            guard PaperFont.isInstalled else { throw .fontMissing }
            _ = try logo.map(Logo.init(path:))
            return nil
        } catch {
            return error
        }
    }

    private static func warmed(logo: String?) throws(PaperFault) -> Drawing {
        let drawing = Drawing(typesetter: try Typesetter(), logo: try logo.map(Logo.init(path:)))
        // The first paper waits once for all letters, and no later one for any.
        _ = try drawing.file(warming)
        return drawing
    }

    private static func work(
        _ line: Condition<Line>, logo path: String?, _ report: @Sendable (PaperFault) -> Void
    ) {
        // Asked at once, so that whoever starts the program hears of it. What draws takes megabytes, and
        // comes with the first paper.
        if let fault = fault(logo: path) { report(fault) }
        var drawing: Result<Drawing, PaperFault>?
        while let job = next(in: line) {
            let ready = drawing ?? Result { () throws(PaperFault) in try warmed(logo: path) }
            drawing = ready
            let result = ready.flatMap { drawing in
                Result { () throws(PaperFault) in try drawing.file(job.paper) }
            }
            job.answer.change { $0 = result }
        }
    }

    private static func next(in line: Condition<Line>) -> Job? {
        let found: Job?? = line.wait { line in
            if !line.jobs.isEmpty { return .some(line.jobs.removeFirst()) }
            return line.isClosed ? .some(nil) : nil
        }
        return found ?? nil
    }

    private static let warming: Paper = {
        let letters = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ абвгдеёжзийклмнопрстуфхцчшщъыьэюя 0123456789 №«»–₽"
        return Paper(
            language: "ru-RU", title: "–", letterhead: Letterhead(name: letters),
            footer: Footer(form: letters, printed: letters, pages: ""), madeAt: "2026-01-01T00:00:00Z",
            blocks: [.title(letters), .paragraph(letters), .fields([Field(letters, letters)])])
    }()
}
