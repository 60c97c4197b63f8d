internal import Domain
internal import Glibc

/// The product's side of `Tests/bench search`: lines as a receptionist types them, through the store's way of
/// reading, over a register that `frontdesk demo` has filled.
enum SearchBench {
    static func run(_ words: [String]) -> Int32 {
        do {
            switch (words.first, words.count) {
            case ("answers", 3):
                let desk = try SearchDesk(file: words[1])
                for line in TypedLine.read(words[2]) { write(try desk.told(line)) }
            case ("time", 4):
                let lines = TypedLine.read(words[2])
                write(try SearchDesk(file: words[1]).time(lines, rounds: Int(words[3]) ?? 1))
            case ("work", 4):
                let lines = TypedLine.read(words[2])
                let told = try SearchDesk(file: words[1]).work(lines, rounds: Int(words[3]) ?? 1)
                for line in told { write(line) }
            case ("alike", 3...):
                for line in try SearchDesk(file: words[1]).alike(words[2...].compactMap { Int64($0) }) {
                    write(line)
                }
            default:
                return fail("usage: answers DB LINES | time|work DB LINES ROUNDS | alike DB CARD …")
            }
            return 0
        } catch {
            return fail("\(error)")
        }
    }

    private static func fail(_ text: String) -> Int32 {
        write("SearchBench: \(text)", to: STDERR_FILENO)
        return 1
    }

    private static func write(_ text: String) { write(text, to: STDOUT_FILENO) }

    private static func write(_ text: String, to descriptor: Int32) {
        let bytes = Array((text + "\n").utf8)
        _ = Glibc.write(descriptor, bytes, bytes.count)
    }
}
