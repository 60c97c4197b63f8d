internal import Application
internal import Crypto
internal import Persistence
internal import Threads

/// The one-time code that lets the first admin in. It lives in memory only, and is gone once the desk is set
/// up.
struct SetupCode: Sendable {
    private let code: Lock<String?>
    private let isStillNeeded: @Sendable () -> Bool

    init(_ premises: Premises) throws {
        let store = premises.store
        let isNeeded = try SetUpDesk.isNeeded(store)
        code = Lock(isNeeded ? premises.secrets.spokenCode() : nil)
        // A store that cannot be read has not been set up twice: the code stays.
        isStillNeeded = { (try? SetUpDesk.isNeeded(store)) ?? true }
    }

    func current() -> String? {
        guard let known: String = code.withLock({ $0 }) else { return nil }
        if isStillNeeded() { return known }
        code.withLock { $0 = nil }
        return nil
    }
}
