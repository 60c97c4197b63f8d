internal import Application
internal import Crypto
internal import Domain
internal import Threads

/// Secrets without the slowness of real ones.
package final class FakeSecrets: Secrets, Sendable {
    private let count = Lock(0)
    private let busy = Lock(false)

    package init() {}

    /// From now on a comparison is refused, as when too many wait for one.
    package func becomeBusy(_ isBusy: Bool = true) { busy.withLock { $0 = isBusy } }

    package func token() -> String {
        let number = count.withLock { count in
            count += 1
            return count
        }
        return "token-\(number)"
    }

    package func digest(of token: String) -> String { Hex.text(SHA256.digest(Array(token.utf8))) }
    package func same(_ one: String, _ other: String) -> Bool { one == other }
    package func spokenCode() -> String { "1234-5678-9012" }
    package func hash(_ word: String) throws -> String { "hash of " + word }

    package func verify(_ word: String, against hash: String?) throws -> Bool {
        if busy.withLock({ $0 }) { throw Refusal(.tooBusy, retryAfterSeconds: 2) }
        return hash == "hash of " + word
    }
}
