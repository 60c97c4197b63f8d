/// The lines of a list that one transaction took.
package struct ListLot: Hashable, Sendable {
    /// A line that made a card or added a policy to one.
    package struct Link: Hashable, Sendable {
        package let line: Int64
        package let patient: ID<Patient>

        package init(line: Int64, patient: ID<Patient>) {
            self.line = line
            self.patient = patient
        }
    }

    package let id: ID<ListLot>
    package let run: ID<ListRun>
    /// Where in the file the lot ends: everything up to this line has been taken.
    package let lastLine: Int64
    package let takenAt: Instant
    package let totals: ListTotals
    package let links: [Link]

    package init(
        id: ID<ListLot>, run: ID<ListRun>, lastLine: Int64, takenAt: Instant, totals: ListTotals,
        links: [Link]
    ) {
        self.id = id
        self.run = run
        self.lastLine = lastLine
        self.takenAt = takenAt
        self.totals = totals
        self.links = links
    }
}

/// What came of lines, counted.
package struct ListTotals: Hashable, Sendable {
    package var registered: Int64 = 0
    package var known: Int64 = 0
    /// Policies that were added to cards which were there before.
    package var policies: Int64 = 0
    package var alike: Int64 = 0
    package var failed: Int64 = 0

    package init() {}

    package var lines: Int64 { registered + known + alike + failed }

    package static func + (one: ListTotals, other: ListTotals) -> ListTotals {
        var sum = one
        sum.registered += other.registered
        sum.known += other.known
        sum.policies += other.policies
        sum.alike += other.alike
        sum.failed += other.failed
        return sum
    }
}
