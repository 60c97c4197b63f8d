import Domain
import Testing

@Suite struct `A consent` {
    private static let steps: [Consent.Step] = [.give, .refuse, .withdraw(note: "Передумал")]

    /// The whole state machine: from each state the states that a step may lead to.
    private static let arrows: [(from: Consent.State, to: Set<Consent.State>)] = [
        (.offered, [.given, .refused]), (.given, [.withdrawn]), (.refused, []), (.withdrawn, []),
    ]

    @Test(arguments: arrows)
    func `goes where its state allows and nowhere else`(from: Consent.State, to: Set<Consent.State>) {
        for step in Self.steps {
            let consent = Given.consent(from)
            do throws(Refusal) {
                let moved = try consent.taking(step, by: Given.id(8), at: Instant(milliseconds: 5))
                #expect(to.contains(step.target))
                #expect(moved.state == step.target && moved.version == consent.version + 1)
            } catch {
                #expect(!to.contains(step.target))
                #expect(error.code == .consentStepRefused)
                #expect(error.parameters == ["state": from.rawValue, "step": step.target.rawValue])
            }
        }
    }

    @Test func `has an arrow table that names every state`() {
        #expect(Set(Self.arrows.map(\.from)) == Set(Consent.State.allCases))
        #expect(Set(Self.steps.map(\.target)).union([.offered]) == Set(Consent.State.allCases))
    }

    @Test func `remembers who noted the answer and who the withdrawal, each with its time`() throws {
        let given = try Given.consent(.offered).taking(.give, by: Given.id(8), at: Instant(milliseconds: 5))
        #expect(given.decidedAt == Instant(milliseconds: 5) && given.decidedBy == Given.id(8))
        #expect(given.withdrawnAt == nil && given.note == nil)
        let ended = try given.taking(
            .withdraw(note: "Передумал"), by: Given.id(9), at: Instant(milliseconds: 9))
        #expect(ended.withdrawnAt == Instant(milliseconds: 9) && ended.withdrawnBy == Given.id(9))
        #expect(ended.decidedAt == Instant(milliseconds: 5) && ended.note == "Передумал")
    }
}

@Suite struct `The number of a sheet` {
    @Test(arguments: ["С-15", "C-15", "с15", " 15 ", "№ 15", "С – 15", "#15"])
    func `is read as people write it`(typed: String) {
        #expect(SheetNumber.read(typed, field: "number").value?.number == 15)
    }

    @Test(arguments: ["Д-15", "С-", "15а", "0", "-", "1234567890123456", "१५"])
    func `is refused when it is none`(typed: String) {
        #expect(SheetNumber.read(typed, field: "number").codes == ["sheet_number_wrong"])
    }

    @Test func `may be empty`() { #expect(SheetNumber.read(" ", field: "number").isEmpty) }
}
