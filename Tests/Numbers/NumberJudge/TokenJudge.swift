internal import Application
internal import Crypto
internal import Domain

/// What a desk that knows one key says of a code: `OK_NOT_YET_SYNCED`, `BAD_SIGNATURE`, `FORMAT torn`.
struct TokenJudge {
    private let verifying: VerifyPaper
    private let ring: KeyRing

    /// Nil when this is no key in hexadecimal digits.
    init?(publicKey: String) {
        guard let key = Hex.bytes(publicKey), let host = CodeHost("lk.clinic-example.ru"),
            let id = ID<Desk>("01936b0a-7c00-7000-8000-000000000001")
        else { return nil }
        let check = SodiumSealCheck()
        let desk = Desk(
            id: id, lineage: 1, requestKey: key, documentKey: key, foundedAt: Instant(milliseconds: 0),
            prefix: "47")
        ring = KeyRing(own: desk, trusted: [], check: check)
        verifying = VerifyPaper(hosts: CodeHosts(current: host), check: check, clock: StandingClock())
    }

    func verdict(on text: String) -> String {
        let verdict = verifying.signed(text, ring).verdict
        if case .format(let fault) = verdict { return "\(verdict.code.rawValue) \(fault.code)" }
        return verdict.code.rawValue
    }
}

/// 21 November 2026, all day long: the days in a code are judged by it.
private struct StandingClock: Clock {
    let now = Instant(milliseconds: 1_795_244_400_000)

    func day(of instant: Instant) -> CalendarDay {
        guard let day = CalendarDay(daysSince1970: Int(instant.milliseconds / 86_400_000)) else {
            preconditionFailure("the judge's clock stands within the calendar")
        }
        return day
    }

    func start(of day: CalendarDay) -> Instant {
        Instant(milliseconds: Int64(day.daysSince1970) * 86_400_000)
    }

    func shownTime(_ instant: Instant) -> String { "10:00" }
}
