internal import Application
internal import Crypto
internal import Domain
internal import Glibc
internal import Host
internal import Persistence
internal import SQL
internal import SQLiteEngine

/// The product's side of `Tests/bench store`: registers walk-ins through use case and store, as the console's
/// handler does, key and stored answer included, and prints the seconds that it took.
enum StoreBench {
    static func run(_ words: [String]) -> Int32 {
        guard words.count == 3, let count = Int(words[1]), let durability = durabilities[words[2]] else {
            return fail("usage: StoreBench FOLDER COUNT FULL|OFF")
        }
        do {
            let desk = try BenchDesk(file: words[0] + "/frontdesk.db", durability: durability)
            let seconds = try desk.register(count)
            try desk.close()
            write("\(seconds)\n", to: STDOUT_FILENO)
            return 0
        } catch {
            return fail("\(error)")
        }
    }

    private static let durabilities: [String: Durability] = ["FULL": .full, "OFF": .off]

    private static func fail(_ text: String) -> Int32 {
        write("StoreBench: \(text)\n", to: STDERR_FILENO)
        return 1
    }

    private static func write(_ text: String, to descriptor: Int32) {
        let bytes = Array(text.utf8)
        _ = Glibc.write(descriptor, bytes, bytes.count)
    }
}
