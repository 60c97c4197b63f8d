/// How a printer is, as far as anybody can tell from here.
package struct PrinterState: Hashable, Sendable {
    package enum Condition: String, CaseIterable, Sendable {
        /// None is configured for this role.
        case absent
        /// Nobody has asked it yet; a printer of tickets cannot be asked at all.
        case unasked
        case ready
        case printing
        case stopped
        /// It does not answer, or not as a printer.
        case unreachable
    }

    package let condition: Condition
    /// The gravest first.
    package let troubles: [PrinterTrouble]

    package init(_ condition: Condition, _ troubles: [PrinterTrouble] = []) {
        self.condition = condition
        self.troubles = troubles
    }

    package static func unreachable(_ trouble: PrinterTrouble) -> PrinterState {
        PrinterState(.unreachable, [trouble])
    }

    /// Why nothing would come out of it now; nil when something would.
    package var stops: PrinterTrouble? {
        switch condition {
        case .stopped, .unreachable: troubles.first { !$0.isWarning } ?? .other
        case .absent, .unasked, .ready, .printing: nil
        }
    }

    /// The first thing to be done about it, also while it prints.
    package var gravest: PrinterTrouble? { troubles.first { !$0.isWarning } }
}
