/// What came of walking both chains of history from their beginnings.
package struct HistoryVerdict: Hashable, Sendable {
    package enum Breakage: Hashable, Sendable, CustomStringConvertible {
        case audit(sequence: Int64)
        case outbox(sequence: Int64)
        /// An operation that no audit row names, or an audit row that names none there is.
        case unpaired(operation: Int64)

        package var description: String {
            switch self {
            case .audit(let sequence): "audit row \(sequence) does not follow from the rows before it"
            case .outbox(let sequence): "operation \(sequence) does not follow from the operations before it"
            case .unpaired(let operation): "operation \(operation) and the audit do not name each other"
            }
        }
    }

    package let auditRows: Int64
    package let operations: Int64
    /// The first thing that does not fit, or nil when all does.
    package let breakage: Breakage?

    package var isIntact: Bool { breakage == nil }

    package init(auditRows: Int64, operations: Int64, breakage: Breakage?) {
        self.auditRows = auditRows
        self.operations = operations
        self.breakage = breakage
    }
}
