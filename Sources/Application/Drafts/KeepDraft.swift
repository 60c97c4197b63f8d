package import Domain

/// Keeps a half-typed form while it is typed.
package struct KeepDraft {
    /// More than anybody leaves half done in a day; a page that runs wild must not fill the disk.
    package static let most: Int64 = 50

    let store: any Store
    let clock: any Clock

    package init(store: any Store, clock: any Clock) {
        self.store = store
        self.clock = clock
    }

    package func callAsFunction(
        _ id: ID<Draft>, form: Draft.Form, subject: ID<Anything>?, content: [String: String],
        by owner: ID<Operator>
    ) throws -> Draft {
        let draft = Draft(
            id: id, owner: owner, form: form, subject: subject, savedAt: clock.now, content: content)
        try store.keep { shelf in
            if try shelf.drafts.find(id, of: owner) == nil,
                try shelf.drafts.count(of: owner) >= KeepDraft.most
            {
                throw Refusal(.draftsTooMany, ["most": String(KeepDraft.most)])
            }
            try shelf.drafts.put(draft)
            // The shelf leaves a colleague's draft of the same id alone; nobody may believe that this one was
            // kept.
            guard try shelf.drafts.find(id, of: owner) != nil else { throw Refusal(.draftNotFound) }
        }
        return draft
    }
}
