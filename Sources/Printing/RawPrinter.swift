internal import Application
internal import Domain
internal import Glibc

/// A printer of tickets that takes bytes and says nothing: at a port of the network or at a cable.
struct RawPrinter: Printer {
    enum Place {
        case socket(host: String, port: UInt16)
        case device(path: String)
    }

    private let place: Place

    init(_ place: Place) { self.place = place }

    /// It cannot be asked: a connection alone makes some of them wait for a ticket. A cable shows whether
    /// something is at its end.
    func state() -> PrinterState {
        guard case .device(let path) = place, access(path, W_OK) != 0 else { return PrinterState(.unasked) }
        return .unreachable(errno == EACCES ? .wrongAddress : .off)
    }

    func print(_ paper: PrintedPaper) -> HandedOver {
        guard case .bitmap(let picture) = paper.content else { return .never(.refused) }
        do throws(RawLine.Refused) {
            return try RawLine(place).sends(TicketBytes.of(picture)) ? .gone : .unknown
        } catch {
            return .notYet(error.trouble)
        }
    }

    func look(at job: PrinterJob) -> PrinterWord { .lost }
    func cancel(_ job: PrinterJob) -> Bool { true }
}
