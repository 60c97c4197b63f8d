/// Why a text is no code of ours, before any key is asked.
package enum FormatFault: Error, Hashable, Sendable {
    /// No address at all.
    case notACode
    /// An address of somebody else, which is never opened.
    case foreign(host: String)
    /// The end is missing, or something stands behind it.
    case torn
    /// A sign that no code of ours has.
    case damaged
    /// Made by a later program than this.
    case newer

    package var code: String {
        switch self {
        case .notACode: "not_a_code"
        case .foreign: "foreign"
        case .torn: "torn"
        case .damaged: "damaged"
        case .newer: "newer"
        }
    }
}
