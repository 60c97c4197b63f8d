internal import Application
package import Domain
internal import HTTP
package import Threads

/// The work at a printer, which outlives the requests that asked for it.
extension Console {
    // A worker that rests is asked to end by nobody who could call it: it looks so often.
    private static let restMilliseconds = 500
    private static let afterFaultMilliseconds = 2000

    /// A worker's whole life: one paper after another, and how the printer is in between.
    package func print(on role: PrinterRole, until stop: StopToken) {
        settle(role, until: stop)
        guard let printer = house.printers[role] else { return stop.wait() }
        var turn = PrintTurn(role: role, printer: printer, store: store, clock: clock)
        var heard = -1
        while !stop.isStopped {
            let calls = printing.calls(role)
            var pause = Console.afterFaultMilliseconds
            tolerant {
                pause = try turn(isCalled: calls != heard)
                heard = calls
            }
            let isSeen = printing.show(turn.state, of: role)
            if turn.takeNews() || isSeen { house.changed() }
            rest(role, calls, pause, stop)
        }
    }

    /// Nothing is printed before what the last run left is settled.
    private func settle(_ role: PrinterRole, until stop: StopToken) {
        let settle = SettlePrintJobs(store: store, clock: clock)
        while !stop.isStopped {
            if tolerant({ try settle(role, hasPrinter: house.printers[role] != nil) }) { return }
            _ = stop.wait(milliseconds: Console.afterFaultMilliseconds)
        }
    }

    /// A store that fails says so by its health; papers stay as they are until it is well again.
    @discardableResult
    private func tolerant(_ body: () throws -> Void) -> Bool {
        do {
            try body()
            return true
        } catch {
            house.report(error, Request(method: .post, path: "/api/v1/print-jobs", id: "print"))
            return false
        }
    }

    private func rest(_ role: PrinterRole, _ calls: Int, _ milliseconds: Int, _ stop: StopToken) {
        var left = milliseconds
        while left > 0, !stop.isStopped, printing.calls(role) == calls {
            let piece = min(left, Console.restMilliseconds)
            printing.wait(for: role, beyond: calls, milliseconds: piece)
            left -= piece
        }
    }
}
