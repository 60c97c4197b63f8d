/// Lets a few in at once; the next wait in a line of bounded length, for a bounded time.
///
/// For work that costs much memory: without it a handful of sign-ins at the same moment would be a denial of
/// service.
package final class Turnstile: Sendable {
    package enum Refused: Error { case lineFull, waitedTooLong }

    private struct State {
        var inside = 0
        var waiting = 0
    }

    private let places: Int
    private let line: Int
    private let patienceMilliseconds: Int
    private let state = Condition(State())

    package init(places: Int, line: Int, patienceMilliseconds: Int) {
        precondition(places > 0, "a turnstile without a place lets nobody in")
        self.places = places
        self.line = line
        self.patienceMilliseconds = patienceMilliseconds
    }

    /// Runs `body` inside, or says why it may not.
    @discardableResult
    package func pass<Result>(_ body: () -> Result) throws(Refused) -> Result {
        try enter()
        defer { state.change { $0.inside -= 1 } }
        return body()
    }

    private func enter() throws(Refused) {
        let admitted = state.change { (now) -> Bool? in
            if now.inside < places && now.waiting == 0 {
                now.inside += 1
                return true
            }
            guard now.waiting < line else { return nil }
            now.waiting += 1
            return false
        }
        guard let admitted else { throw .lineFull }
        if admitted { return }
        let came = state.wait(timeoutMilliseconds: patienceMilliseconds) { now -> Bool? in
            guard now.inside < places else { return nil }
            now.inside += 1
            now.waiting -= 1
            return true
        }
        if came == nil {
            state.change { $0.waiting -= 1 }
            throw .waitedTooLong
        }
    }
}
