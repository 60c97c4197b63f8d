package import Domain

/// A printer, or a queue in front of one.
///
/// Nothing here throws: that nobody answers is an answer too, and what it means for a paper is for the queue
/// to say. Nothing here tries a second time.
package protocol Printer: Sendable {
    func state() -> PrinterState
    /// Hands a paper over, once.
    func print(_ paper: PrintedPaper) -> HandedOver
    /// What became of a paper that it took.
    func look(at job: PrinterJob) -> PrinterWord
    /// Asks it to stop; whether it did, looking tells. False when it was not heard.
    func cancel(_ job: PrinterJob) -> Bool
}

/// A paper as a printer gets it.
package struct PrintedPaper: Hashable, Sendable {
    /// What the printer's own panel and log call it: nothing about a person.
    package let name: String
    package let size: PaperSize
    package let content: PrintContent

    package init(name: String, size: PaperSize, content: PrintContent) {
        self.name = name
        self.size = size
        self.content = content
    }
}

/// A paper as a printer knows it: by a number, which a printer that was switched off gives again, and a name.
package struct PrinterJob: Hashable, Sendable {
    package let number: Int64
    package let name: String

    package init(number: Int64, name: String) {
        self.number = number
        self.name = name
    }
}

package enum HandedOver: Hashable, Sendable {
    /// The printer has it and says what becomes of it under this number.
    case taken(Int64)
    /// All of it has reached a printer that says nothing more.
    case gone
    /// It surely has nothing of it: nobody was there, or it said no for now.
    case notYet(PrinterTrouble)
    /// It said no for good.
    case never(PrinterTrouble)
    /// The line broke before the answer came: it may print or not.
    case unknown
}

package enum PrinterWord: Hashable, Sendable {
    case working
    case printed
    case failed(PrinterTrouble)
    /// It does not know of this paper, or has given its number to another.
    case lost
    /// Nothing was heard.
    case nothing(PrinterTrouble)
}
