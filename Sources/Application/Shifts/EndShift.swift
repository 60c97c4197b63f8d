package import Domain

/// Closes a shift with its report, or hands it over to a colleague who will take it up.
package struct EndShift {
    let store: any Store
    let clock: any Clock

    package init(store: any Store, clock: any Clock) {
        self.store = store
        self.clock = clock
    }

    package func close(at screen: String, note: String?, by author: Author) throws -> Shift {
        try end(at: screen, note: note, by: author) { shift, note, _ in
            let closed = shift.closed(at: clock.now, note: note)
            return Changed(closed, .shiftClosed(closed))
        }
    }

    package func handOver(
        to colleague: ID<Operator>, at screen: String, note: String?, by author: Author
    ) throws -> Shift {
        try end(at: screen, note: note, by: author) { shift, note, tx in
            guard let taker = try tx.operators.find(colleague), taker.canServe, taker.id != shift.owner
            else {
                throw Refusal(.operatorNotFound)
            }
            let handed = shift.handedOver(to: colleague, at: clock.now, note: note)
            return Changed(handed, .shiftHandedOver(handed))
        }
    }

    private func end(
        at screen: String, note: String?, by author: Author,
        _ ending: (Shift, String?, any Changing) throws -> Changed<Shift>
    ) throws -> Shift {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        let reading = FreeText.read(note ?? "", field: "note", max: 1000)
        if let problem = reading.refusal { throw Refusal(.fieldsInvalid, fields: [problem]) }
        return try store.change(by: author) { tx in
            guard let shift = try tx.shifts.shiftToEnd(of: owner, screen: screen) else {
                throw Refusal(.shiftNotOpen)
            }
            return try ending(shift, reading.value?.text, tx)
        }
    }
}
