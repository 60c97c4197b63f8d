import Application
import Domain
import Threads

/// A printer that does as it is told and remembers what it was asked.
final class FakePrinter: Printer {
    struct Orders {
        var state = PrinterState(.ready)
        var answer = HandedOver.taken(1)
        var word = PrinterWord.working
        var printed: [PrintedPaper] = []
        var cancelled: [PrinterJob] = []
        var hearsCancel = true
        /// What happens in the world while a paper is on its way.
        var meanwhile: @Sendable () -> Void = {}
    }

    let orders = Lock(Orders())

    var printed: [PrintedPaper] { orders.withLock { $0.printed } }
    var cancelled: [PrinterJob] { orders.withLock { $0.cancelled } }

    func set(_ change: (inout Orders) -> Void) { orders.withLock { change(&$0) } }

    func state() -> PrinterState { orders.withLock { $0.state } }

    func print(_ paper: PrintedPaper) -> HandedOver {
        let meanwhile = orders.withLock { orders in
            orders.printed.append(paper)
            return orders.meanwhile
        }
        meanwhile()
        return orders.withLock { $0.answer }
    }

    func look(at job: PrinterJob) -> PrinterWord { orders.withLock { $0.word } }

    func cancel(_ job: PrinterJob) -> Bool {
        orders.withLock { orders in
            orders.cancelled.append(job)
            return orders.hearsCancel
        }
    }
}
