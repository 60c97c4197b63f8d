import Application
import DeskFixture
import Domain
import Persistence
import SQL
import Testing
import Wire

@Suite struct `The clock of operations` {
    private func headers(_ desk: TestDesk) throws -> [OperationHeader] {
        try desk.rows("SELECT header FROM outbox ORDER BY seq") { try OperationHeader(decoding: $0.blob(0)) }
    }

    @Test func `never runs back when the computer's clock is set back`() throws {
        let desk = try TestDesk()
        try desk.setUp()
        let before = try #require(try headers(desk).last)
        desk.clock.pass(seconds: -3 * 86_400)
        for login in ["one", "two", "three"] { _ = try desk.add(login) }
        desk.clock.pass(seconds: 4 * 86_400)
        _ = try desk.add("four")
        let hybrid = try headers(desk).map(\.hlc)
        #expect(zip(hybrid, hybrid.dropFirst()).allSatisfy { $0 < $1 })
        #expect(hybrid.last == UInt64(desk.clock.now.milliseconds))
        // What the wall said is kept as it was said.
        #expect(
            try headers(desk).suffix(2).first.map { $0.madeAtMilliseconds < before.madeAtMilliseconds }
                == true)
        #expect(try desk.prove().isIntact)
    }

    @Test func `tells facts of one millisecond apart`() throws {
        let desk = try TestDesk()
        try desk.setUp()
        let hybrid = try headers(desk).map(\.hlc)
        #expect(hybrid.count == 4 && Set(hybrid).count == 4)
    }

    @Test func `shows that the computer's clock is behind`() throws {
        let desk = try TestDesk()
        try desk.setUp()
        let outgoing = try desk.store.read { try $0.desk.outgoing() }
        #expect(outgoing.unsent == 4 && outgoing.last == 4)
        #expect(!outgoing.isClockBehind(desk.clock.now))
        desk.clock.pass(seconds: -590)
        #expect(!outgoing.isClockBehind(desk.clock.now))
        desk.clock.pass(seconds: -20)
        #expect(outgoing.isClockBehind(desk.clock.now))
    }

    @Test func `and everything else in a header is what the register has`() throws {
        let clinic = try Clinic()
        for (header, operation) in zip(try headers(clinic.desk), try clinic.desk.outbox()) {
            let event = try clinic.desk.event(operation)
            #expect(header.seq == UInt64(operation.sequence) && header.lineage == 1)
            #expect(header.type == operation.type && header.schema == Event.schema)
            #expect(header.entity == event.subject.id.bytes)
            #expect(header.baseVersion == event.baseVersion.map(UInt64.init))
            #expect(header.payloadSHA256 == TestDesk.digest(operation.payload))
        }
        #expect(try headers(clinic.desk).first?.operatorID == [UInt8](repeating: 0, count: 16))
        #expect(try headers(clinic.desk).last?.operatorID == clinic.petrova.id.bytes)
    }
}
