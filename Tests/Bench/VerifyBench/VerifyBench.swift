internal import Application
internal import Crypto
internal import Domain
internal import Glibc
internal import Host

/// The product's side of `Tests/bench verify`.
///
/// VerifyBench make COUNT FILE: the public key, and so many genuine codes as scanners read them, one a line.
/// VerifyBench verify FILE: verifies each of them as the desk does, and prints the seconds.
enum VerifyBench {
    static func run(_ words: [String]) throws -> Int32 {
        if words.count == 3, words[0] == "make", let count = Int(words[1]) {
            return make(count, words[2])
        }
        guard words.count == 2, words[0] == "verify" else { return 64 }
        return try verify(words[1])
    }

    private static func make(_ count: Int, _ path: String) -> Int32 {
        let seal = SodiumDocumentSeal(SigningKey.generate().key)
        guard let host = CodeHost("lk.clinic-example.ru"), let file = fopen(path, "w"),
            let from = CalendarDay(year: 2026, month: 1, day: 1).flatMap(TokenDay.init)
        else { return 1 }
        fputs("\(Hex.text(seal.publicKey))\n", file)
        for number in 0..<count {
            let content = QRToken.Content(
                sort: .policy, key: seal.keyID(of: seal.publicKey), document: seal.mintDocID(),
                counter: UInt32(number), issued: from, validFrom: from, validTo: nil, product: 7, holderTag: 9
            )
            fputs("\(QRLink.text(seal.seal(content), at: host))\n", file)
        }
        return fclose(file) == 0 ? 0 : 1
    }

    private static func verify(_ path: String) throws -> Int32 {
        let text = String(decoding: try TextFile.read(path, limit: 1 << 28), as: UTF8.self)
        let lines = text.split(separator: "\n").map(String.init)
        guard let host = CodeHost("lk.clinic-example.ru"), let key = lines.first.flatMap(Hex.bytes) else {
            return 65
        }
        let check = SodiumSealCheck()
        let clock = ClinicClock(calendar: try ClinicCalendar(zone: "Europe/Moscow"))
        let verifying = VerifyPaper(hosts: CodeHosts(current: host), check: check, clock: clock)
        let desk = Desk(
            id: ID(high: 1, low: 1), lineage: 1, requestKey: key, documentKey: key, foundedAt: clock.now,
            prefix: "47")
        let ring = KeyRing(own: desk, trusted: [], check: check)
        let start = MonotonicClock.nowMicroseconds()
        var genuine = 0
        for line in lines.dropFirst() where verifying.signed(line, ring).verdict.isGood { genuine += 1 }
        let seconds = Double(MonotonicClock.nowMicroseconds() - start) / 1_000_000
        guard genuine == lines.count - 1 else { return 1 }
        print(seconds)
        return 0
    }
}
