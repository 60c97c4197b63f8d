internal import CCups

/// One request to a printer and its answer, over a connection of its own.
///
/// The library's own loop (`cupsDoIORequest`) is not taken: it sends a request again when the line breaks
/// after the last byte, and a paper would come out twice.
struct IPPExchange: ~Copyable {
    /// How far a request came that was not answered.
    enum Broken: Error {
        /// Nobody was there.
        case notConnected
        /// Of the paper nothing has been sent.
        case beforePaper
        /// Some of the paper is there, or all of it.
        case withPaper
        /// The answer is no printer's.
        case turnedAway
    }

    // A printer in the same house takes a connection in milliseconds; one that sleeps needs a moment.
    private static let connectMilliseconds: Int32 = 3000

    private let http: OpaquePointer
    private let place: IPPPlace

    /// - Parameter seconds: how long the other side may be silent at a stretch. Less than the time that
    ///   systemd gives a program to stop: a worker may be in the middle of it.
    init(_ place: IPPPlace, seconds: Double) throws(Broken) {
        // Otherwise the library asks for a password at the terminal that it believes to have.
        cupsSetPasswordCB2(noPassword, nil)
        cupsSetUser("frontdesk")
        let encryption = place.isEncrypted ? HTTP_ENCRYPTION_ALWAYS : HTTP_ENCRYPTION_IF_REQUESTED
        http = try IPPExchange.connected(place, encryption)
        self.place = place
        httpSetTimeout(http, seconds, giveUp, nil)
    }

    private static func connected(
        _ place: IPPPlace, _ encryption: http_encryption_t
    ) throws(Broken) -> OpaquePointer {
        guard
            let http = httpConnect2(
                place.host, place.port, nil, 0, encryption, 1, connectMilliseconds, nil)
        else { throw .notConnected }
        return http
    }

    deinit { httpClose(http) }

    /// Sends the request with the paper behind it and gives the answer.
    func callAsFunction(_ request: borrowing IPPMessage, paper: [UInt8]) throws(Broken)
        -> IPPMessage
    {
        let length = request.length + paper.count
        let begun = cupsSendRequest(http, request.pointer, place.path, length)
        guard begun == HTTP_STATUS_CONTINUE || begun == HTTP_STATUS_OK else {
            throw begun.rawValue >= HTTP_STATUS_BAD_REQUEST.rawValue
                && begun != HTTP_STATUS_SERVICE_UNAVAILABLE
                ? .turnedAway : .beforePaper
        }
        if !paper.isEmpty {
            let written = paper.withUnsafeBytes { bytes in
                cupsWriteRequestData(
                    http, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
            }
            guard written == HTTP_STATUS_CONTINUE || written == HTTP_STATUS_OK else {
                throw written.rawValue >= HTTP_STATUS_BAD_REQUEST.rawValue ? .turnedAway : .withPaper
            }
        }
        guard let answer = cupsGetResponse(http, place.path) else {
            let status = httpGetStatus(http).rawValue
            let isRefusal = (HTTP_STATUS_BAD_REQUEST.rawValue..<HTTP_STATUS_SERVER_ERROR.rawValue).contains(
                status)
            throw isRefusal ? .turnedAway : .withPaper
        }
        return IPPMessage(taking: answer)
    }
}

// Functions, not closures: C calls them.
private func noPassword(
    _ prompt: UnsafePointer<CChar>?, _ http: OpaquePointer?, _ method: UnsafePointer<CChar>?,
    _ resource: UnsafePointer<CChar>?, _ data: UnsafeMutableRawPointer?
) -> UnsafePointer<CChar>? { nil }

private func giveUp(_ http: OpaquePointer?, _ data: UnsafeMutableRawPointer?) -> Int32 { 0 }
