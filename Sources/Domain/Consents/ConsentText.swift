/// What a consent is asked for. Each purpose is asked for by itself: none is a condition of another, and none
/// of being served.
package enum ConsentPurpose: String, CaseIterable, Hashable, Sendable {
    case processing
    case emailing
    case insurer
    case marketing
}

/// The words that people are asked to agree to, one edition for ever: a change is the next edition, so that
/// what somebody signed can always be read again.
package struct ConsentText: Hashable, Sendable {
    package let id: ID<ConsentText>
    package let purpose: ConsentPurpose
    /// 1, 2, 3 … of its purpose.
    package let edition: Int64
    package let text: String
    /// SHA-256 of the text in UTF-8, in lower-case hexadecimal digits.
    package let sha256: String
    package let publishedAt: Instant
    package let publishedBy: ID<Operator>

    package static let longest = 20_000

    package init(
        id: ID<ConsentText>, purpose: ConsentPurpose, edition: Int64, text: String, sha256: String,
        publishedAt: Instant, publishedBy: ID<Operator>
    ) {
        self.id = id
        self.purpose = purpose
        self.edition = edition
        self.text = text
        self.sha256 = sha256
        self.publishedAt = publishedAt
        self.publishedBy = publishedBy
    }
}
