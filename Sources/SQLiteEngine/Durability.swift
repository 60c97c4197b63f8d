/// How hard a COMMIT tries before it says yes.
package enum Durability: Sendable {
    /// The write-ahead log is on the disk before COMMIT returns.
    case full
    /// For benchmarks, and as the control of fault tests: a power cut loses what was acknowledged.
    case off

    var pragma: String {
        switch self {
        case .full: "PRAGMA synchronous = FULL"
        case .off: "PRAGMA synchronous = OFF"
        }
    }
}
