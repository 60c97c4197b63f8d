package import Domain

/// Publishes the next edition of a purpose's text. What was signed before keeps its own.
package struct PublishConsentText {
    let store: any Store
    let clock: any Clock
    let identities: any Identities
    /// SHA-256.
    let digest: ([UInt8]) -> [UInt8]

    package init(
        store: any Store, clock: any Clock, identities: any Identities, digest: @escaping ([UInt8]) -> [UInt8]
    ) {
        self.store = store
        self.clock = clock
        self.identities = identities
        self.digest = digest
    }

    /// - Parameter after: the edition that the admin has seen, 0 for none: two who write at once do not
    ///   overwrite each other.
    package func callAsFunction(
        _ typed: String, for purpose: ConsentPurpose, after seen: Int64, by author: Author
    ) throws -> ConsentText {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        let words = try read(typed)
        return try store.change(by: author) { tx in
            let current = try tx.consents.text(of: purpose)
            guard (current?.edition ?? 0) == seen else { throw Refusal(.consentTextChanged) }
            let text = ConsentText(
                id: identities.next(), purpose: purpose, edition: seen + 1, text: words,
                sha256: Hex.text(digest(Array(words.utf8))), publishedAt: clock.now, publishedBy: owner)
            return Changed(text, .consentTextPublished(text))
        }
    }

    private func read(_ typed: String) throws -> String {
        switch FreeText.read(typed, field: "text", max: ConsentText.longest, lines: true) {
        case .empty: throw Refusal(.fieldsInvalid, fields: [FieldProblem("text", .required)])
        case .good(let text, _): return text.text
        case .bad(let problem): throw Refusal(.fieldsInvalid, fields: [problem])
        }
    }
}
