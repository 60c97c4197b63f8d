internal import CSodium

/// libsodium, started once before anything here is used.
///
/// Every use of the library goes through `Sodium.started`, so no caller can forget it; sodium_init is
/// idempotent and safe between threads, and Swift runs this initialiser once.
package enum Sodium {
    /// Starts the library now, so that a machine without randomness fails at start and not at the first
    /// sign-in.
    package static func start() {
        precondition(started, "libsodium could not start: this machine gives no random bytes")
    }

    static let started = sodium_init() >= 0
}
