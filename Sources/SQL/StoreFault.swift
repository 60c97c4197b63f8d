/// The store could not do its work. This is the world's failure, never the operator's.
///
/// It carries the engine's words and the statement, but never the bound values: those are patients' data.
package struct StoreFault: Error, CustomStringConvertible {
    package enum Kind: String, Sendable {
        /// The disk has no room.
        case full
        /// The file or the directory may not be written.
        case readOnly
        /// Reading or writing the disk failed.
        case inputOutput
        /// The file is not a database any more, or its pages contradict each other.
        case corrupt
        /// Somebody else holds the database for longer than we wait.
        case busy
        /// A constraint of the schema said no: a bug of ours, for the domain should have refused before.
        case constraint
        /// The file cannot be opened at all.
        case cannotOpen
        /// Anything else the engine says: a bug of ours.
        case other
    }

    package let kind: Kind
    /// The engine's own number, for the journal.
    package let code: Int32
    package let message: String
    package let statement: String?

    package init(kind: Kind, code: Int32, message: String, statement: String? = nil) {
        self.kind = kind
        self.code = code
        self.message = message
        self.statement = statement
    }

    package var description: String {
        "store \(kind.rawValue) (\(code)): \(message)" + (statement.map { " in: \($0)" } ?? "")
    }
}
