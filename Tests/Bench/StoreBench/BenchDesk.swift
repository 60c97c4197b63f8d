internal import Application
internal import Crypto
internal import Domain
internal import Glibc
internal import Host
internal import Persistence
internal import SQL
internal import SQLiteEngine

/// A desk of the real parts below HTTP: database, store, use case.
struct BenchDesk {
    private let database: SQLiteDatabase
    private let store: DeskStore
    private let clock: ClinicClock
    private let identities: IdentityMint
    private let author: Author

    init(file: String, durability: Durability) throws {
        Sodium.start()
        clock = ClinicClock(calendar: try ClinicCalendar(zone: "Europe/Moscow"))
        identities = IdentityMint(nowMilliseconds: WallClock.nowMilliseconds)
        database = try SQLiteDatabase(path: file, readers: 1, durability: durability)
        try Migrator(Schema.desk).migrate(database, at: WallClock.nowMilliseconds()) { _ in }
        store = DeskStore(
            database: database, clock: clock, identities: identities, digest: { SHA256.digest($0) })
        let key = [UInt8](repeating: 7, count: 32)
        _ = try FoundDesk(store: store, clock: clock, identities: identities)(
            requestKey: key, documentKey: key)
        author = Author(operator: try BenchDesk.operatorID(store, clock, identities), request: "bench")
    }

    func close() throws { try database.close() }

    /// Registers so many invented people, each with a visit and under a key of its own; answers the seconds.
    func register(_ count: Int) throws -> Double {
        let people = (0..<count).map { BenchPeople.form($0, of: WallClock.nowMilliseconds()) }
        let start = seconds()
        for person in people { try register(person) }
        return seconds() - start
    }

    private func register(_ person: PersonForm) throws {
        guard let owner = author.operator else { return }
        let key: ID<Anything> = identities.next()
        let request = KeyedRequest(
            owner: owner, key: key.text, hash: SHA256.digest(Array(person.surname.utf8) + BenchPeople.body))
        _ = try store.answer(request, at: clock.now) { store in
            let input = RegisterWalkIn.Input(
                form: person, acceptance: .none, draft: nil,
                visit: VisitForm(reason: "Приём терапевта", destination: .doctor, place: ""))
            let made = try RegisterWalkIn(store: store, clock: clock, identities: identities)(
                input, by: author)
            return StoredAnswer(
                status: 201, location: "/api/v1/patients/\(made.patient.id.text)", body: BenchPeople.body)
        }
    }

    /// The one who registers: found again in a folder that was used before.
    private static func operatorID(
        _ store: DeskStore, _ clock: ClinicClock, _ identities: IdentityMint
    ) throws -> ID<Operator> {
        if let known = try store.read({ try $0.operators.all() }).first { return known.id }
        let one = Operator(
            id: identities.next(), version: 1, login: "bench", name: "Стойкина Р. П.", roles: [.receptionist],
            disabled: false, createdAt: clock.now)
        return try store.change(by: .desk) { _ in Changed(one.id, .operatorAdded(one)) }
    }

    private func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
