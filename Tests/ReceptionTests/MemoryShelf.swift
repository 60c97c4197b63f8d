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
