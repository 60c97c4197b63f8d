import FaultVFS
import SQL

@testable import SQLiteEngine

/// Runs the same day's work again and again, and lets the disk fail one operation later each time.
///
/// Each trial starts on an empty folder, opens the database, makes its tables, writes and reads, moves the
/// log and closes; somewhere the N-th operation fails. Then the program "dies", starts again on a healthy
/// disk, and what it finds is compared with what was acknowledged.
struct FaultSweep {
    var operation = FAULT_ON_ANY
    var isSticky = false
    var result = FAULT_ERROR
    /// Whether the client goes on after an error, like an operator who presses the button again.
    var goesOn = true
    var durability = Durability.full
    /// The control: takes an error for a yes.
    var swallowsErrors = false

    struct Findings {
        /// Points at which the disk was made to fail.
        var points = 0
        var acknowledged = 0
        var refused = 0
        /// Trials in which something acknowledged was not there afterwards.
        var lost = 0
        /// Trials in which a fact stood without its echo, or the other way round.
        var halfWritten = 0
        /// Trials after which the database could not be opened or contradicted itself.
        var damaged = 0
        /// What was found to be wrong, and at which point.
        var complaints: [String] = []

        mutating func damage(_ complaint: String) {
            damaged += 1
            complaints.append(complaint)
        }

        static func + (left: Findings, right: Findings) -> Findings {
            Findings(
                points: left.points + right.points, acknowledged: left.acknowledged + right.acknowledged,
                refused: left.refused + right.refused, lost: left.lost + right.lost,
                halfWritten: left.halfWritten + right.halfWritten, damaged: left.damaged + right.damaged,
                complaints: left.complaints + right.complaints)
        }
    }

    func run() -> Findings {
        fault_vfs_register()
        var findings = Findings()
        for number in 1...100_000 {
            let scratch = Scratch()
            var diary = Diary()
            fault_vfs_arm(operation, number, isSticky ? 1 : 0, result)
            work(in: scratch, &diary)
            let hasFailed = fault_vfs_disarm() != 0
            if result == FAULT_POWER { fault_vfs_restore_power(UInt32(number)) }
            findings.acknowledged += diary.acknowledged.count
            findings.refused += diary.refused
            check(scratch, diary, &findings)
            guard hasFailed else { return findings }
            findings.points += 1
        }
        fatalError("the sweep has no end: the work does more than 100 000 operations")
    }

    private struct Diary {
        var hasTables = false
        var acknowledged: Set<Int64> = []
        var refused = 0
    }

    /// Ends, like the program, with every connection closed: `database` goes with this function.
    private func work(in scratch: Scratch, _ diary: inout Diary) {
        var options = SQLiteOptions()
        options.checkpointPages = 8
        options.retry = .zero
        guard
            let database = try? SQLiteDatabase(
                path: scratch.database, readers: 1, durability: durability, vfs: "fault", options: options)
        else { return }
        diary.hasTables = succeeds { try database.makeTwoTables() }
        for id in 1...12 where diary.hasTables {
            let body = String(repeating: "\(id)", count: 300 + id * 977 % 5000)
            if succeeds({ try database.add(id, body: body) }) {
                diary.acknowledged.insert(Int64(id))
            } else {
                diary.refused += 1
                guard goesOn else { return }
            }
            _ = try? database.ids()
            if id == 7 { database.checkpointIfIdle(now: MonotonicClock.now + .seconds(61)) }
        }
        try? database.close()
    }

    private func succeeds(_ body: () throws -> Void) -> Bool {
        do {
            try body()
            return true
        } catch {
            return swallowsErrors
        }
    }

    private func check(_ scratch: Scratch, _ diary: Diary, _ findings: inout Findings) {
        do {
            let database = try SQLiteDatabase(path: scratch.database, readers: 1)
            let hasTables = try database.read { connection in
                try connection.first("SELECT count(*) FROM sqlite_schema WHERE name IN ('fact', 'echo')") {
                    $0.integer(0)
                }
            }
            if hasTables == 2 {
                let facts = Set(try database.ids())
                let echoes = try database.read { connection in
                    Set(try connection.all("SELECT fact_id FROM echo") { $0.integer(0) })
                }
                if facts != echoes { findings.halfWritten += 1 }
                if !diary.acknowledged.isSubset(of: facts) { findings.lost += 1 }
            } else if hasTables == 1 {
                findings.halfWritten += 1
            } else if diary.hasTables {
                findings.lost += 1
            }
            let complaints = try database.integrityCheck()
            if let first = complaints.first { findings.damage("point \(findings.points + 1): \(first)") }
            try database.close()
        } catch {
            findings.damage("point \(findings.points + 1): \(error)")
        }
    }
}
