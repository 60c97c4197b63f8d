internal import Threads

/// How long the sets of the runs are, as far as it was asked: a line of three names asks for thirty, and each
/// would be a page of its own to read.
///
/// Only of full blocks. Those are alike, and a corrected card makes no difference to what is worth reading;
/// the sets of a block that still fills grow from day to day.
final class RunLengths: Sendable {
    // Three letters of two alphabets and four digits; what a pasted page asks beside them is forgotten again.
    private static let most = 32_768

    private let known = Lock<[Int64: Int32]>([:])

    func length(of run: SearchRun, _ read: () throws -> Int) rethrows -> Int {
        if let length = known.withLock({ $0[run.hash] }) { return Int(length) }
        let length = try read()
        known.withLock { known in
            if known.count == RunLengths.most { known.removeAll(keepingCapacity: true) }
            known[run.hash] = Int32(clamping: length)
        }
        return length
    }
}
