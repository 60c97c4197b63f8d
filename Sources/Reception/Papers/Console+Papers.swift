internal import Application
internal import Documents
internal import Domain
internal import HTTP
internal import Localization

/// How a paper leaves the desk.
extension Console {
    /// The desk's stationery for whoever asks, as of now.
    func stationery(for caller: Caller, _ books: any Reading) throws -> Stationery {
        let now = clock.now
        return Stationery(
            catalogue: catalogue, language: caller.language,
            letterhead: Letterhead(name: try books.settings.current()?.clinic ?? ""), printedAt: shown(now),
            madeAt: now.iso8601)
    }

    /// «21.11.2026 10:42».
    func shown(_ instant: Instant) -> String {
        clock.day(of: instant).shown + " " + clock.shownTime(instant)
    }

    /// A GET for a PDF.
    ///
    /// - Parameter file: its name where it is saved, which tells nobody whose paper it is.
    func paper(
        _ pattern: String, _ access: Access, _ operation: Operation, file: String,
        _ make: @escaping @Sendable (Caller) throws -> Paper
    ) -> Route {
        signedIn(.get, pattern, access, operation) { caller in
            let bytes = try house.draw(make(caller))
            return Response(
                status: 200,
                headers: [
                    "Content-Type": "application/pdf",
                    "Content-Disposition": "inline; filename=\"\(file).pdf\"",
                    "Cache-Control": "no-store",
                ], body: bytes)
        }
    }
}

extension Instant {
    /// `2026-11-21T07:42:00Z`.
    fileprivate var iso8601: String {
        let seconds = milliseconds / 1000
        let days = Int(seconds / 86_400)
        let ofDay = Int(seconds % 86_400)
        let parts = [ofDay / 3600, ofDay / 60 % 60, ofDay % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        let day = CalendarDay(daysSince1970: days)?.iso ?? "1970-01-01"
        return "\(day)T\(parts.joined(separator: ":"))Z"
    }
}
