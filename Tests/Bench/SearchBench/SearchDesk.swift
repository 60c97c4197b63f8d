internal import Application
internal import Crypto
internal import Domain
internal import Glibc
internal import Host
internal import Persistence
internal import SQL
internal import SQLiteEngine

/// A filled register and the store's way of reading it.
struct SearchDesk {
    /// One more than a page of the screen shows, as the console asks.
    private static let limit = 21
    private let store: DeskStore

    init(file: String) throws {
        Sodium.start()
        store = DeskStore(
            database: try SQLiteDatabase(path: file, readers: 1),
            clock: ClinicClock(calendar: try ClinicCalendar(zone: "Europe/Moscow")),
            identities: IdentityMint(nowMilliseconds: WallClock.nowMilliseconds),
            digest: { SHA256.digest($0) })
    }

    private func find(_ line: TypedLine) throws -> [FoundPatient] {
        try store.read { try $0.patients.search(SearchLine(line.typed), limit: SearchDesk.limit) }
    }

    /// What the limit is told of each line: the beginning, when a page is full of those whose names begin as
    /// the line does, else those who were found.
    func told(_ line: TypedLine) throws -> String {
        let found = try find(line)
        let beginning = SearchText.fold(line.typed)
        let areAll = found.allSatisfy { one in
            let person = one.patient.person
            let names = [person.surname, person.name, person.patronymic.text].compactMap { $0 }
            return names.map(SearchText.fold).joined(separator: " ").hasPrefix(beginning)
        }
        if areAll && found.count == SearchDesk.limit { return "^" + beginning }
        return found.map(\.patient.id.text).joined(separator: " ")
    }

    /// Seconds of all rounds, and the sum of the card numbers that one round finds.
    func time(_ lines: [TypedLine], rounds: Int) throws -> String {
        var found: Int64 = 0
        for line in lines { found += try find(line).reduce(0) { $0 + $1.patient.cardNumber } }
        let start = MonotonicClock.nowMicroseconds()
        for _ in 0..<rounds { for line in lines { _ = try find(line) } }
        let microseconds = MonotonicClock.nowMicroseconds() - start
        return "\(Double(microseconds) / 1e6) \(found)"
    }

    /// What each line takes of a processor, in microseconds, with its kind. The least of some rounds: the
    /// rest is what other programs did to its caches.
    func work(_ lines: [TypedLine], rounds: Int) throws -> [String] {
        var least = [Int64](repeating: .max, count: lines.count)
        for _ in 0..<rounds {
            for place in lines.indices {
                let began = SearchDesk.workedMicroseconds()
                _ = try find(lines[place])
                least[place] = min(least[place], SearchDesk.workedMicroseconds() - began)
            }
        }
        return lines.indices.map { "\(lines[$0].kind)\t\(least[$0])" }
    }

    /// What the check for duplicates takes of a processor for each of these cards, typed anew with a slip.
    func alike(_ cards: [Int64]) throws -> [String] {
        try cards.map { card in
            let line = SearchLine("№\(card)")
            guard let known = try store.read({ try $0.patients.search(line, limit: 1) }).first else {
                return "0"
            }
            let person = known.patient.person
            var form = PersonForm()
            form.surname = String(person.surname.dropLast())
            form.name = person.name
            form.patronymic = person.patronymic.text ?? ""
            form.birthDate = person.birthDate.shown
            form.sex = person.sex.rawValue
            form.phone = person.phone?.e164 ?? ""
            let began = SearchDesk.workedMicroseconds()
            let found = try FindAlike(store: store)(form, except: nil)
            let took = SearchDesk.workedMicroseconds() - began
            let isFound = found.contains { $0.found.patient.id == known.patient.id }
            return "\(took)\t\(isFound ? 1 : 0)"
        }
    }

    private static func workedMicroseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    }
}
