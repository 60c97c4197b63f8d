internal import Application
internal import CCups
internal import Domain

/// A printer that speaks IPP: at its own port, or as a queue of CUPS.
struct IPPPrinter: Printer {
    // A question is answered in milliseconds. With a paper a printer may hold the line while it warms up.
    private static let questionSeconds = 5.0
    private static let paperSeconds = 15.0

    let uri: String

    func state() -> PrinterState {
        let request = IPPMessage(IPP_OP_GET_PRINTER_ATTRIBUTES, printer: uri)
        request.request(["printer-state", "printer-state-reasons", "printer-state-message"])
        do throws(IPPExchange.Broken) {
            let answer = try ask(request)
            guard answer.isGood, let state = answer.number("printer-state") else {
                return .unreachable(.wrongAddress)
            }
            let troubles = PrinterTrouble.read(answer.words("printer-state-reasons"))
            switch ipp_pstate_t(rawValue: UInt32(clamping: state)) {
            case IPP_PSTATE_STOPPED: return PrinterState(.stopped, troubles)
            case IPP_PSTATE_PROCESSING:
                let told = answer.words("printer-state-message").compactMap(PrinterTrouble.read(message:))
                return PrinterState(.printing, troubles.isEmpty ? told : troubles)
            default: return PrinterState(.ready, troubles)
            }
        } catch {
            return .unreachable(error.trouble)
        }
    }

    func print(_ paper: PrintedPaper) -> HandedOver {
        // Dots are for a roll, and a roll's printer is at a port of its own.
        guard case .pdf(let bytes) = paper.content else { return .never(.refused) }
        let request = IPPMessage(IPP_OP_PRINT_JOB, printer: uri)
        request.nameAsker()
        request.add(IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", paper.name)
        request.add(IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", "application/pdf")
        request.add(IPP_TAG_JOB, IPP_TAG_KEYWORD, "media", paper.size.media)
        // A code on paper must keep its size to be read.
        request.add(IPP_TAG_JOB, IPP_TAG_KEYWORD, "print-scaling", "none")
        do throws(IPPExchange.Broken) {
            let answer = try ask(request, paper: bytes, seconds: IPPPrinter.paperSeconds)
            guard answer.isGood else { return answer.refusal }
            return answer.number("job-id").map { .taken($0) } ?? .unknown
        } catch {
            switch error {
            case .notConnected, .beforePaper: return .notYet(error.trouble)
            case .turnedAway: return .never(error.trouble)
            case .withPaper: return .unknown
            }
        }
    }

    func look(at job: PrinterJob) -> PrinterWord {
        let request = IPPMessage(IPP_OP_GET_JOB_ATTRIBUTES, printer: uri)
        request.add(IPP_TAG_OPERATION, "job-id", job.number)
        request.nameAsker()
        request.request(["job-state", "job-state-reasons", "job-name"])
        do throws(IPPExchange.Broken) {
            let answer = try ask(request)
            if answer.status == IPP_STATUS_ERROR_NOT_FOUND || answer.status == IPP_STATUS_ERROR_GONE {
                return .lost
            }
            guard answer.isGood, let state = answer.number("job-state") else { return .nothing(.other) }
            // Numbers begin anew when a printer is switched on; the name is only this paper's.
            guard answer.words("job-name") == [job.name] else { return .lost }
            return word(ipp_jstate_t(rawValue: UInt32(clamping: state)), answer.words("job-state-reasons"))
        } catch {
            return .nothing(error.trouble)
        }
    }

    func cancel(_ job: PrinterJob) -> Bool {
        let request = IPPMessage(IPP_OP_CANCEL_JOB, printer: uri)
        request.add(IPP_TAG_OPERATION, "job-id", job.number)
        request.nameAsker()
        return (try? ask(request)) != nil
    }

    private func word(_ state: ipp_jstate_t, _ reasons: [String]) -> PrinterWord {
        switch state {
        case IPP_JSTATE_COMPLETED: return .printed
        case IPP_JSTATE_CANCELED: return .failed(.cancelledThere)
        case IPP_JSTATE_ABORTED: return .failed(.aborted)
        default: return .working
        }
    }

    private func ask(
        _ request: borrowing IPPMessage, paper: [UInt8] = [], seconds: Double = questionSeconds
    ) throws(IPPExchange.Broken) -> IPPMessage {
        guard let place = IPPPlace(uri) else { throw .turnedAway }
        return try IPPExchange(place, seconds: seconds)(request, paper: paper)
    }
}

extension IPPMessage {
    /// CUPS tells the name of a job and lets it be cancelled only to whom it belongs.
    fileprivate func nameAsker() {
        add(IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", "frontdesk")
    }

    fileprivate var isGood: Bool {
        (IPP_STATUS_OK.rawValue..<IPP_STATUS_REDIRECTION_OTHER_SITE.rawValue).contains(status.rawValue)
    }

    /// What a printer means that does not take a paper.
    fileprivate var refusal: HandedOver {
        switch status {
        case IPP_STATUS_ERROR_BUSY, IPP_STATUS_ERROR_TOO_MANY_JOBS: .notYet(.busy)
        case IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS, IPP_STATUS_ERROR_PRINTER_IS_DEACTIVATED: .notYet(.paused)
        case IPP_STATUS_ERROR_TEMPORARY, IPP_STATUS_ERROR_SERVICE_UNAVAILABLE: .notYet(.other)
        case IPP_STATUS_ERROR_NOT_FOUND, IPP_STATUS_ERROR_GONE: .never(.wrongAddress)
        default: .never(.refused)
        }
    }
}

extension IPPExchange.Broken {
    fileprivate var trouble: PrinterTrouble {
        switch self {
        case .notConnected: .off
        case .beforePaper, .withPaper: .silent
        case .turnedAway: .wrongAddress
        }
    }
}
