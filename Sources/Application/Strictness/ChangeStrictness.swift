package import Domain

/// Changes which checks refuse and which only warn.
package struct ChangeStrictness {
    let store: any Store

    package init(store: any Store) { self.store = store }

    /// - Parameter refusing: the codes of the checks that refuse; every other one warns.
    package func callAsFunction(
        refusing codes: Set<FieldCode>, baseVersion: Int64, by author: Author
    ) throws -> Strictness {
        guard author.operator != nil else { throw Refusal(.signedOut) }
        return try store.change(by: author) { tx in
            let before = try tx.strictness.current()
            guard before.version == baseVersion else { throw Refusal(.settingsChanged) }
            let after = before.choosing(refusing: codes)
            return Changed(after, .strictnessChanged(after))
        }
    }
}
