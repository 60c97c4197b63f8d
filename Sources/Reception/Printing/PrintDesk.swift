internal import Application
package import Domain
internal import Threads

/// What requests and the workers at the printers tell each other: that there is something to print, and how
/// the printers are.
package final class PrintDesk: Sendable {
    private struct State {
        var calls: [PrinterRole: Int] = [:]
        var printers: [PrinterRole: PrinterState]
    }

    private let state: Condition<State>

    init(_ printers: [PrinterRole: any Printer]) {
        let states = PrinterRole.allCases.map { role in
            (role, PrinterState(printers[role] == nil ? .absent : .unasked))
        }
        state = Condition(State(printers: Dictionary(uniqueKeysWithValues: states)))
    }

    /// Says that the queue of this printer has changed.
    ///
    /// A request may say so before its transaction has ended: the worker looks where only one may write, and
    /// waits there for the end of it.
    package func call(_ role: PrinterRole) {
        state.change { $0.calls[role, default: 0] += 1 }
    }

    package func printer(_ role: PrinterRole) -> PrinterState {
        state.change { $0.printers[role] ?? PrinterState(.absent) }
    }

    func calls(_ role: PrinterRole) -> Int { state.change { $0.calls[role] ?? 0 } }

    /// Whether that was news.
    func show(_ printer: PrinterState, of role: PrinterRole) -> Bool {
        state.change { state in
            defer { state.printers[role] = printer }
            return state.printers[role] != printer
        }
    }

    /// Waits for a call that is newer than these, or as long as that.
    func wait(for role: PrinterRole, beyond calls: Int, milliseconds: Int) {
        _ = state.wait(timeoutMilliseconds: milliseconds) { $0.calls[role] ?? 0 != calls ? true : nil }
    }
}
