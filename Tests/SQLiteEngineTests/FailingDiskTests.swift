import FaultVFS
import SQL
import Testing
import Threads

@testable import SQLiteEngine

// Serialized: there is one failing disk per process.
@Suite(.serialized) struct `Every I/O fault point` {
    static let sweeps: [FaultSweep] = [true, false].flatMap { goesOn in
        [true, false].flatMap { isSticky in
            [
                FaultSweep(operation: FAULT_ON_ANY, isSticky: isSticky, goesOn: goesOn),
                FaultSweep(operation: FAULT_ON_WRITE, isSticky: isSticky, result: FAULT_FULL, goesOn: goesOn),
                FaultSweep(operation: FAULT_ON_SYNC, isSticky: isSticky, goesOn: goesOn),
                FaultSweep(operation: FAULT_ON_READ, isSticky: isSticky, goesOn: goesOn),
                FaultSweep(operation: FAULT_ON_SHARED_MEMORY, isSticky: isSticky, goesOn: goesOn),
                FaultSweep(operation: FAULT_ON_OPEN, isSticky: isSticky, goesOn: goesOn),
            ]
        }
    }

    @Test func `loses nothing acknowledged and leaves nothing half-written`() {
        var total = FaultSweep.Findings()
        for sweep in Self.sweeps {
            let found = sweep.run()
            #expect(found.lost == 0 && found.halfWritten == 0 && found.damaged == 0, "\(sweep): \(found)")
            total = total + found
        }
        print("fault points: \(total)")
        #expect(total.points > 500)
        #expect(total.refused > 500, "a disk that fails must be noticed")
    }

    @Test func `includes the power, which takes what was not synced`() {
        let found = FaultSweep(result: FAULT_POWER, goesOn: false).run()
        print("power cuts: \(found)")
        #expect(found.lost == 0 && found.halfWritten == 0 && found.damaged == 0, "\(found)")
        #expect(found.points > 50)
    }

    @Test func `control, a store that does not sync loses what it acknowledged`() {
        let found = FaultSweep(result: FAULT_POWER, goesOn: false, durability: .off).run()
        #expect(found.lost + found.damaged > 10, "\(found)")
    }

    @Test func `control, an engine that swallows errors loses what it acknowledged`() {
        let found = FaultSweep(isSticky: true, swallowsErrors: true).run()
        #expect(found.lost > 10, "\(found)")
    }

    @Test func `control, a disk that lies is found out`() {
        let found = FaultSweep(operation: FAULT_ON_WRITE, result: FAULT_LIE).run()
        #expect(found.lost + found.halfWritten + found.damaged > 10, "\(found)")
    }

    @Test(arguments: [FAULT_FULL, FAULT_ERROR])
    func `heals without a restart when the disk does`(_ result: fault_result) throws {
        fault_vfs_register()
        let reports = Lock<[StoreHealth]>([])
        var options = SQLiteOptions()
        options.retry = .zero
        options.report = { report in
            if case .healthChanged(let health, _) = report { reports.withLock { $0.append(health) } }
        }
        let scratch = Scratch()
        let database = try SQLiteDatabase(path: scratch.database, readers: 1, vfs: "fault", options: options)
        try database.makeTwoTables()
        try database.add(1)
        fault_vfs_arm(FAULT_ON_WRITE, 1, 1, result)
        defer { fault_vfs_disarm() }
        for id in 2...4 { #expect(throws: StoreFault.self) { try database.add(id) } }
        database.tend()
        let sick: StoreHealth = result == FAULT_FULL ? .full : .readOnly(.inputOutput)
        #expect(database.health == sick)
        #expect(try database.ids() == [1], "reading goes on")
        fault_vfs_disarm()
        database.tend()
        #expect(database.health == .ok)
        try database.add(5)
        #expect(try database.ids() == [1, 5])
        #expect(reports.withLock { $0 } == [sick, .ok])
    }

    @Test(arguments: [FAULT_ON_WRITE, FAULT_ON_SYNC, FAULT_ON_TRUNCATE])
    func `a failing checkpoint is reported and hurts nobody`(_ operation: fault_operation) throws {
        fault_vfs_register()
        let failures = Lock(0)
        var options = SQLiteOptions()
        options.retry = .zero
        options.report = { report in
            if case .checkpointFailed = report { failures.withLock { $0 += 1 } }
        }
        let scratch = Scratch()
        let database = try SQLiteDatabase(path: scratch.database, readers: 1, vfs: "fault", options: options)
        try database.makeTwoTables()
        try database.add(1)
        fault_vfs_arm(operation, 1, 0, FAULT_ERROR)
        defer { fault_vfs_disarm() }
        database.checkpointIfIdle(now: MonotonicClock.now + .seconds(61))
        #expect(fault_vfs_disarm() != 0)
        #expect(failures.withLock { $0 } == 1)
        #expect(database.health == .ok)
        try database.add(2)
        #expect(try database.ids() == [1, 2])
    }

    @Test func `a body that swallows a fault has nothing of its half committed`() throws {
        fault_vfs_register()
        let scratch = Scratch()
        let database = try SQLiteDatabase(path: scratch.database, readers: 1, vfs: "fault")
        try database.makeTwoTables()
        // So little memory that a large row is written to the log in the middle of its transaction.
        try database.write { connection in try connection.script("PRAGMA cache_size = 1") }
        fault_vfs_arm(FAULT_ON_WRITE, 1, 0, FAULT_ERROR)
        defer { fault_vfs_disarm() }
        let large = String(repeating: "x", count: 200_000)
        var swallowed = 0
        #expect(throws: StoreFault.self) {
            try database.write { connection in
                try connection.transaction {
                    do {
                        try connection.run("INSERT INTO fact (id, body) VALUES (1, $1)", [.text(large)])
                    } catch {
                        swallowed += 1
                    }
                    try connection.run("INSERT INTO echo (fact_id) VALUES (1)")
                }
            }
        }
        #expect(swallowed == 1)
        #expect(database.health == .ok)
        let echoes = try database.read { connection in
            try connection.all("SELECT fact_id FROM echo") { $0.integer(0) }
        }
        #expect(echoes.isEmpty)
        #expect(try database.ids() == [])
    }
}
