/// A programme of insurance: what is covered, where, and how much the patient pays. A change is a new
/// version; a policy keeps the one that it was issued with.
package struct Programme: Hashable, Sendable {
    /// What the insured person pays of each case.
    package enum Franchise: Hashable, Sendable {
        case none
        case fixed(kopecks: Int64)
        case percent(Int64)
    }

    /// What the admin writes down of it.
    package struct Content: Hashable, Sendable {
        package var code: String
        package var title: String
        package var insurer: ID<Insurer>
        /// What is covered, a line each.
        package var lines: [String]
        package var clinics: [String]
        package var franchise: Franchise
        package var isClosed: Bool

        package init(
            code: String, title: String, insurer: ID<Insurer>, lines: [String], clinics: [String],
            franchise: Franchise, isClosed: Bool
        ) {
            self.code = code
            self.title = title
            self.insurer = insurer
            self.lines = lines
            self.clinics = clinics
            self.franchise = franchise
            self.isClosed = isClosed
        }
    }

    package let id: ID<Programme>
    package let version: Int64
    package let content: Content

    package init(id: ID<Programme>, version: Int64, content: Content) {
        self.id = id
        self.version = version
        self.content = content
    }

    package static let mostLines = 200
    package static let longestLine = 300
    package static let mostClinics = 100

    package var edition: Edition<Programme> { Edition(id, version) }
    /// Codes are compared so: a clerk types them in either case.
    package var key: String { Programme.key(content.code) }
    package static func key(_ code: String) -> String { SearchText.fold(code) }
}
