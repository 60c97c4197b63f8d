package import Domain

/// Writes the clinic's requisites down anew; papers of yesterday keep theirs.
package struct ChangeRequisites {
    let store: any Store

    package init(store: any Store) { self.store = store }

    /// - Parameter seen: the version that the admin has read, 0 for none.
    package func callAsFunction(
        _ form: ClinicRequisitesForm, after seen: Int64, by author: Author
    ) throws -> ClinicRequisites {
        guard author.operator != nil else { throw Refusal(.signedOut) }
        return try store.change(by: author) { tx in
            let version = try tx.catalogues.requisites()?.version ?? 0
            guard version == seen else { throw Refusal(.requisitesChanged) }
            let requisites = try form.requisites(version: version + 1)
            return Changed(requisites, .requisitesChanged(requisites))
        }
    }
}
