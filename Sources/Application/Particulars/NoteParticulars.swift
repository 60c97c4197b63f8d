package import Domain

/// Writes down what is known of a patient beside the card. Whoever began from an older version is told so
/// and loses nothing of what was typed.
package struct NoteParticulars {
    let store: any Store
    let clock: any Clock

    package init(store: any Store, clock: any Clock) {
        self.store = store
        self.clock = clock
    }

    /// - Parameter seen: the version that the form began from, 0 for none.
    package func callAsFunction(
        _ form: ParticularsForm, of id: ID<Patient>, baseVersion seen: Int64, acceptance: Acceptance,
        by author: Author
    ) throws -> Particulars {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        return try store.change(by: author) { tx in
            let now = clock.now
            guard try tx.patients.find(id) != nil else { throw Refusal(.patientNotFound) }
            try tx.mustLive(id)
            let old = try tx.particulars.find(id)
            guard (old?.version ?? 0) == seen else { throw Refusal(.particularsChanged) }
            let judged = try JudgeParticulars(today: clock.day(of: now))(form, after: old, in: tx)
            guard let content = judged.content else {
                throw Refusal(.fieldsInvalid, fields: judged.problems)
            }
            let overrides = try acceptance.past(judged.problems)
            let noted = Particulars(
                patient: id, version: seen + 1, content: content, changedAt: now, changedBy: owner)
            return Changed(noted, .particularsNoted(noted, overrides))
        }
    }
}

/// Reads particulars and weighs them against the list of places.
package struct JudgeParticulars {
    let today: CalendarDay

    package init(today: CalendarDay) { self.today = today }

    package func callAsFunction(
        _ form: ParticularsForm, after old: Particulars? = nil, in books: any Reading
    ) throws -> ParticularsReading {
        let reading = form.read(today: today, strictness: try books.strictness.current())
        guard let attachment = reading.content?.attachment else { return reading }
        let place = try books.attachmentPlaces.find(attachment.place)
        // Who is attached to a place that was closed stays so until somebody says otherwise.
        let isKept = place != nil && old?.content.attachment?.place == attachment.place
        guard !isKept, place?.isClosed ?? true else { return reading }
        let problem = FieldProblem(ParticularsField.attachment.rawValue, .attachmentUnknown)
        return ParticularsReading(content: nil, problems: reading.problems + [problem])
    }
}
