internal import Application
internal import Threads

/// Ids that count up and look like UUIDv7, so that a failure reads the same in every run.
package final class FakeIdentities: Identities, Sendable {
    private let last = Lock(UInt64(0))

    package init() {}

    package func mint() -> (high: UInt64, low: UInt64) {
        let number = last.withLock { last in
            last += 1
            return last
        }
        return (high: 0x0193_6b0a_7c00_7000, low: 0x8000_0000_0000_0000 | number)
    }
}
