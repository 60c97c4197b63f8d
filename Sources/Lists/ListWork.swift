package import Application
package import Domain

/// How far the work on a list has come.
package struct ListProgress: Hashable, Sendable {
    package var totals = ListTotals()
    /// Where in the file it is.
    package var lastLine: Int64 = 0
    package var warnings: Int64 = 0
    /// Bytes of the file that are behind us.
    package var offset = 0

    package init() {}
}

/// A line that somebody should see.
package struct ListRemark: Hashable, Sendable {
    package let line: Int64
    package let isTaken: Bool
    /// Whether a card is made of it.
    package let isNew: Bool
    package let card: Int64?
    package let problems: [FieldProblem]
}

/// Walks a list lot by lot: the dry run, or bringing it in.
package struct ListWork {
    /// A lot holds the writer for some hundredths of a second: nobody at the desk notices.
    package static let lotLines = 128

    private let list: InsuredList
    private let store: any Store
    private let clock: any Clock
    private let identities: any Identities

    package init(_ list: InsuredList, store: any Store, clock: any Clock, identities: any Identities) {
        self.list = list
        self.store = store
        self.clock = clock
        self.identities = identities
    }

    /// What the walk tells its owner.
    package struct Hearing {
        /// After each lot. False: stop here.
        let goOn: (ListProgress) -> Bool
        let remark: (ListRemark) -> Void
        /// A row of the file of errors.
        let left: ([UInt8]) throws -> Void
        /// A problem in words.
        let words: ([FieldProblem]) -> String

        package init(
            goOn: @escaping (ListProgress) -> Bool, remark: @escaping (ListRemark) -> Void,
            left: @escaping ([UInt8]) throws -> Void, words: @escaping ([FieldProblem]) -> String
        ) {
            self.goOn = goOn
            self.remark = remark
            self.left = left
            self.words = words
        }
    }

    /// Says what would become of every line; nil when it was stopped.
    package func check(takesAlike: Bool, _ hearing: Hearing) throws -> ListProgress? {
        var checking = CheckLines(store: store, clock: clock, takesAlike: takesAlike)
        return try walk(hearing) { try checking($0) }
    }

    /// Brings the list in; the run says whether it came to its end.
    package func take(
        fileSHA256: String, lines: Int64, takesAlike: Bool, by author: Author, _ hearing: Hearing
    ) throws -> (run: ListRun, progress: ListProgress) {
        let taking = TakeLines(store: store, clock: clock, identities: identities)
        let run = try taking.begin(
            fileSHA256: fileSHA256, lines: lines, takesAlike: takesAlike, by: author)
        var last = ListProgress()
        let listening = Hearing(
            goOn: {
                last = $0
                return hearing.goOn($0)
            }, remark: hearing.remark, left: hearing.left, words: hearing.words)
        let whole = try walk(listening) { try taking.take($0, of: run, by: author) }
        let ended = try taking.end(run, whole == nil ? .stopped : .finished, by: author)
        return (ended, whole ?? last)
    }

    private func walk(
        _ hearing: Hearing, _ step: ([ListedPerson]) throws -> [WeighedLine]
    ) throws -> ListProgress? {
        let errors = ErrorFile(list)
        var progress = ListProgress()
        var lines = try list.lines()
        try hearing.left(errors.head)
        while true {
            let lot = try lines.next(ListWork.lotLines)
            guard let last = lot.last else { return progress }
            let weighed = try step(lot.map(\.listed))
            progress.totals = progress.totals + ListTotals(weighed)
            progress.lastLine = last.listed.line
            progress.offset = lines.offset
            for (line, verdict) in zip(lot, weighed) where !verdict.problems.isEmpty {
                try tell(line, verdict, errors, &progress, hearing)
            }
            guard hearing.goOn(progress) else { return nil }
        }
    }

    private func tell(
        _ line: ListLine, _ weighed: WeighedLine, _ errors: ErrorFile, _ progress: inout ListProgress,
        _ hearing: Hearing
    ) throws {
        let (isTaken, isNew) =
            switch weighed.verdict {
            case .new: (true, true)
            case .known: (true, false)
            case .alike, .failed: (false, false)
            }
        let told = isTaken ? weighed.problems : weighed.problems.filter { $0.severity == .error }
        if isTaken {
            progress.warnings += 1
        } else {
            try hearing.left(errors.row(line, reason: hearing.words(told)))
        }
        hearing.remark(
            ListRemark(
                line: weighed.line, isTaken: isTaken, isNew: isNew, card: weighed.card, problems: told))
    }
}
