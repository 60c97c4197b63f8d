/// Why a printer does not print, or soon will not: what an operator can do something about, and the rest as
/// one.
package enum PrinterTrouble: String, CaseIterable, Sendable {
    case paperEmpty = "paper_empty"
    case paperJam = "paper_jam"
    case paperLow = "paper_low"
    case trayMissing = "tray_missing"
    case outputFull = "output_full"
    case coverOpen = "cover_open"
    case tonerEmpty = "toner_empty"
    case tonerLow = "toner_low"
    case paused
    /// Nobody takes the connection: it is off, or its cable is out.
    case off
    /// It took the connection and said nothing more.
    case silent
    /// Somebody else's paper is under way.
    case busy
    /// What answers is no printer, or not this one.
    case wrongAddress = "wrong_address"
    /// It gave the paper up without a reason of its own.
    case aborted
    /// It was cancelled at the printer.
    case cancelledThere = "cancelled_there"
    /// It does not take papers of this kind.
    case refused
    case other

    /// The printer goes on in spite of it.
    package var isWarning: Bool { self == .paperLow || self == .tonerLow }
}

extension PrinterTrouble {
    /// What each keyword of `printer-state-reasons` begins with (RFC 8011, 5.4.12; PWG 5100.9).
    ///
    /// By its beginning: printers put -error, -warning or -report behind it, and the same lack of paper comes
    /// with any of them.
    private static let beginnings: [(String, PrinterTrouble)] = [
        ("media-empty", .paperEmpty), ("media-needed", .paperEmpty), ("media-jam", .paperJam),
        ("media-low", .paperLow), ("input-tray-missing", .trayMissing), ("output-tray-missing", .trayMissing),
        ("output-area-full", .outputFull), ("cover-open", .coverOpen), ("door-open", .coverOpen),
        ("interlock-open", .coverOpen), ("toner-empty", .tonerEmpty), ("marker-supply-empty", .tonerEmpty),
        ("toner-low", .tonerLow), ("marker-supply-low", .tonerLow), ("paused", .paused),
        ("moving-to-paused", .paused), ("hold-new-jobs", .paused), ("offline", .off), ("shutdown", .off),
        ("connecting-to-device", .silent), ("timed-out", .silent),
    ]

    /// What it says while nothing is the matter.
    private static let harmless = ["none", "cups-", "com.", "output-area-almost-full", "marker-waste-almost"]

    package static func read(_ keywords: [String]) -> [PrinterTrouble] {
        var found: [PrinterTrouble] = []
        for keyword in keywords where !harmless.contains(where: keyword.hasPrefix) {
            let known = beginnings.first { keyword.hasPrefix($0.0) }?.1
            // A report of something that nobody here knows concerns nobody here.
            guard let trouble = known ?? (keyword.hasSuffix("-report") ? nil : .other) else { continue }
            if !found.contains(trouble) { found.append(trouble) }
        }
        return found.sorted { $0.rank < $1.rank }
    }

    /// CUPS keeps no keyword for a queue whose printer does not answer, only these sentences of its `ipp` and
    /// `socket` backends.
    private static let sentences: [(String, PrinterTrouble)] = [
        ("The printer may not exist", .off), ("The printer is not responding", .off),
        ("The printer is unreachable", .off), ("The printer is in use", .busy),
    ]

    /// What a queue at work says in words beside its keywords.
    package static func read(message: String) -> PrinterTrouble? {
        sentences.first { message.hasPrefix($0.0) }?.1
    }

    /// What stops a printer is said before what will.
    private var rank: Int { isWarning ? 2 : self == .other ? 1 : 0 }
}
