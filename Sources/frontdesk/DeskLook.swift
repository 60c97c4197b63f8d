internal import Application
internal import Assembly
internal import Crypto
internal import Host
internal import Persistence
internal import SQLiteEngine

/// A look at the desk's books from the command line, while the daemon works on.
enum DeskLook {
    static func read<Value>(
        _ configuration: DeskConfiguration, _ body: (any Reading, any Clock) throws -> Value
    ) throws -> Value {
        Sodium.start()
        let clock = ClinicClock(calendar: try ClinicCalendar(zone: configuration.timeZone))
        let identities = IdentityMint(nowMilliseconds: WallClock.nowMilliseconds)
        let path = DataFolder(desk: configuration).database
        return try StoreTrouble.telling(path) {
            try SQLiteDatabase.inspect(path) { connection in
                let books = DeskStore.books(
                    over: connection, clock: clock, identities: identities, digest: { SHA256.digest($0) })
                return try body(books, clock)
            }
        }
    }
}
