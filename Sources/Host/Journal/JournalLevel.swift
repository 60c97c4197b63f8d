/// How much a line matters, from the few that wake someone up to the many that only a developer reads.
package enum JournalLevel: String, CaseIterable, Comparable, Sendable {
    case error, warning, notice, info, debug

    /// The number that syslog has given it.
    package var priority: Int {
        switch self {
        case .error: 3
        case .warning: 4
        case .notice: 5
        case .info: 6
        case .debug: 7
        }
    }

    /// The graver one is the greater one.
    package static func < (left: JournalLevel, right: JournalLevel) -> Bool { left.priority > right.priority }
}
