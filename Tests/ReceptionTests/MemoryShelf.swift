import DeskFixture
import Domain
import Lists
import Threads

/// A shelf whose files are in memory.
struct MemoryShelf: ListShelf {
    func newFile() -> any ListFile { MemoryFile() }
}

final class MemoryFile: ListFile {
    private let bytes = Lock([UInt8]())

    var count: Int { bytes.withLock { $0.count } }

    func append(_ more: [UInt8]) { bytes.withLock { $0 += more } }

    func read(from offset: Int, most: Int) -> [UInt8] {
        bytes.withLock { Array($0[min(offset, $0.count)..<min(offset + most, $0.count)]) }
    }

    func sha256() -> String { Hex.text(TestDesk.digest(read(from: 0, most: .max / 2))) }
}

/// A shelf that does what the test wants behind the last line of a list of one line, which is left: its row
/// has been written, and the list's file is asked once more whether there is anything behind it.
final class WatchedShelf: ListShelf {
    private struct Watched: ListFile {
        let file = MemoryFile()
        let shelf: WatchedShelf

        var count: Int {
            shelf.asked()
            return file.count
        }

        func append(_ more: [UInt8]) {
            file.append(more)
            shelf.appends.withLock { $0 += 1 }
        }

        func read(from offset: Int, most: Int) -> [UInt8] { file.read(from: offset, most: most) }
        func sha256() -> String { file.sha256() }
    }

    // The list itself, and of what is left the titles and the row.
    private static let appendsOfAll = 3

    private let appends = Lock(0)
    private let act = Lock<(@Sendable () -> Void)?>(nil)

    var isAllWeighed: Bool { appends.withLock { $0 } == WatchedShelf.appendsOfAll }

    func newFile() -> any ListFile { Watched(shelf: self) }

    func whenAllIsWeighed(_ act: @escaping @Sendable () -> Void) { self.act.withLock { $0 = act } }

    private func asked() {
        guard isAllWeighed else { return }
        let act = act.withLock { act in
            defer { act = nil }
            return act
        }
        act?()
    }
}
