import Application
import DeskFixture
import Domain
import Persistence
import SQL
import Testing
import Threads

@Suite struct `A request with a key` {
    private static let key = "01936b0a-7c00-7000-8000-00000000a001"

    private func keyed(_ owner: Operator, hash: UInt8 = 1, key: String = key) -> KeyedRequest {
        KeyedRequest(owner: owner.id, key: key, hash: [UInt8](repeating: hash, count: 32))
    }

    /// Registers somebody and answers with the card's number.
    private func answer(_ clinic: Clinic, _ request: KeyedRequest, surname: String = "Новикова") throws
        -> StoredAnswer
    {
        try clinic.desk.store.answer(request, at: clinic.desk.clock.now) { store in
            let using = RegisterWalkIn(
                store: store, clock: clinic.desk.clock, identities: clinic.desk.identities)
            let output = try using(clinic.registration(.invented(surname)), by: clinic.author)
            return StoredAnswer(status: 201, location: "/x", body: Array("\(output.patient.cardNumber)".utf8))
        }
    }

    @Test func `gets the same answer however often it is sent, and nothing is doubled`() throws {
        let clinic = try Clinic()
        let first = try answer(clinic, keyed(clinic.petrova))
        let after = try clinic.desk.lines()
        clinic.desk.clock.pass(seconds: 3600)
        for _ in 0..<3 { #expect(try answer(clinic, keyed(clinic.petrova)) == first) }
        let cards = try clinic.desk.rows("SELECT count(*) FROM patient") { $0.integer(0) }
        #expect(first.status == 201 && first.location == "/x")
        #expect([first.body] == cards.map { Array("\($0)".utf8) })
        #expect(try clinic.desk.lines() == after)
    }

    @Test func `and another content is refused`() throws {
        let clinic = try Clinic()
        _ = try answer(clinic, keyed(clinic.petrova))
        let before = try clinic.desk.lines()
        let refusal = try #require(throws: Refusal.self) {
            try answer(clinic, keyed(clinic.petrova, hash: 2))
        }
        #expect(refusal.code == .keyReused)
        #expect(try clinic.desk.lines() == before)
    }

    @Test func `of one operator is nothing to another`() throws {
        let clinic = try Clinic()
        let first = try answer(clinic, keyed(clinic.petrova))
        let second = try answer(clinic, keyed(clinic.colleague, hash: 2))
        #expect(first.body != second.body)
    }

    @Test func `and another key is another request`() throws {
        let clinic = try Clinic()
        let other = "01936b0a-7c00-7000-8000-00000000a002"
        #expect(
            try answer(clinic, keyed(clinic.petrova)) != answer(clinic, keyed(clinic.petrova, key: other)))
    }

    @Test func `that is refused stores nothing, and may be sent again`() throws {
        let clinic = try Clinic()
        let before = try clinic.desk.lines()
        let refusal = try #require(throws: Refusal.self) {
            try answer(clinic, keyed(clinic.petrova), surname: "5")
        }
        #expect(refusal.code == .fieldsInvalid)
        #expect(try clinic.desk.lines() == before)
        #expect(try answer(clinic, keyed(clinic.petrova, hash: 2)).status == 201)
    }

    @Test func `is answered, written down and told in one transaction`() throws {
        struct Broken: Error {}
        let clinic = try Clinic()
        let (before, commits) = (try clinic.desk.lines(), clinic.desk.commits)
        #expect(throws: Broken.self) {
            try clinic.desk.store.answer(keyed(clinic.petrova), at: clinic.desk.clock.now) { store in
                _ = try OpenVisit(store: store, clock: clinic.desk.clock, identities: clinic.desk.identities)(
                    VisitForm(reason: "Карта", destination: .desk, place: ""), for: nil, by: clinic.author)
                throw Broken()
            }
        }
        #expect(try clinic.desk.lines() == before)
        #expect(clinic.desk.commits == commits)
    }

    @Test func `is forgotten when nobody will ask again`() throws {
        let clinic = try Clinic()
        let first = try answer(clinic, keyed(clinic.petrova))
        let then = clinic.desk.clock.now
        try clinic.desk.store.forgetAnswers(before: then)
        #expect(try answer(clinic, keyed(clinic.petrova)) == first)
        clinic.desk.clock.pass(seconds: 1)
        try clinic.desk.store.forgetAnswers(before: clinic.desk.clock.now)
        #expect(try answer(clinic, keyed(clinic.petrova)) != first)
    }
}

@Suite struct `A double click` {
    @Test func `from two threads at once makes one card and one answer`() throws {
        let clinic = try Clinic()
        let before = try clinic.desk.outbox().count
        for round in 0..<20 {
            let answers = Lock([StoredAnswer]())
            let key = ID<Operator>(high: 7, low: UInt64(round)).text
            let threads = try (0..<2).map { _ in
                try Thread.start(named: "click") {
                    let request = KeyedRequest(
                        owner: clinic.petrova.id, key: key, hash: [UInt8](repeating: 1, count: 32))
                    let answer = try? clinic.desk.store.answer(request, at: clinic.desk.clock.now) { store in
                        let using = RegisterWalkIn(
                            store: store, clock: clinic.desk.clock, identities: clinic.desk.identities)
                        let made = try using(clinic.registration(.invented("Новикова")), by: clinic.author)
                        return StoredAnswer(
                            status: 201, location: nil, body: Array(made.patient.id.text.utf8))
                    }
                    if let answer { answers.withLock { $0.append(answer) } }
                }
            }
            for thread in threads { thread.join() }
            let got = answers.withLock { $0 }
            #expect(got.count == 2 && Set(got).count == 1)
        }
        #expect(try clinic.desk.outbox().count == before + 20)
        #expect(try clinic.desk.prove().isIntact)
    }
}
