import Domain
import Testing

@Suite struct `A mail profile` {
    private static let email = EmailAddress(stored: "a@mail.example")
    private static let steps: [MailProfile.Step] = [
        .receive(due: Given.today), .confirm(email), .reject(reason: "Не читается"), .end,
    ]

    /// The whole state machine: from each state the states that a step may lead to.
    private static let arrows: [(from: MailProfile.State, to: Set<MailProfile.State>)] = [
        (.paperPrinted, [.paperReceived, .ended]),
        (.paperReceived, [.confirmed, .rejected, .ended]),
        (.confirmed, [.confirmed, .rejected, .ended]),
        (.rejected, [.paperReceived, .ended]),
        (.ended, []),
    ]

    @Test(arguments: arrows)
    func `goes where its state allows and nowhere else`(
        from: MailProfile.State, to: Set<MailProfile.State>
    ) {
        for step in Self.steps {
            let profile = Given.mail(from)
            do throws(Refusal) {
                let moved = try profile.taking(step, by: Given.id(8), at: Instant(milliseconds: 5))
                #expect(to.contains(step.target))
                #expect(moved.state == step.target && moved.version == profile.version + 1)
            } catch {
                #expect(!to.contains(step.target))
                #expect(error.code == .mailProfileStepRefused)
                #expect(error.parameters == ["state": from.rawValue, "step": step.target.rawValue])
            }
        }
    }

    @Test func `has an arrow table that names every state`() {
        #expect(Self.arrows.map(\.from) == MailProfile.State.allCases)
    }

    @Test func `is confirmed for one address, and anew only for another`() throws {
        let received = try Given.mail(.paperPrinted).taking(
            .receive(due: Given.today), by: Given.id(8), at: Instant(milliseconds: 5))
        #expect(received.due == Given.today && received.receivedAt == Instant(milliseconds: 5))
        let confirmed = try received.taking(
            .confirm(Self.email), by: Given.id(8), at: Instant(milliseconds: 6))
        #expect(confirmed.email == Self.email && confirmed.decidedBy == Given.id(8))
        #expect(!confirmed.isOutdated(by: Self.email))
        #expect(throws: Refusal.self) {
            try confirmed.taking(.confirm(Self.email), by: Given.id(8), at: Instant(milliseconds: 7))
        }
        let other = EmailAddress(stored: "b@mail.example")
        #expect(confirmed.isOutdated(by: other) && confirmed.isOutdated(by: nil))
        #expect(!received.isOutdated(by: other))
        let anew = try confirmed.taking(.confirm(other), by: Given.id(9), at: Instant(milliseconds: 8))
        #expect(anew.email == other && anew.version == confirmed.version + 1)
    }

    @Test func `forgets why it was rejected when the paper comes again`() throws {
        let rejected = try Given.mail(.paperReceived).taking(
            .reject(reason: "Не читается"), by: Given.id(8), at: Instant(milliseconds: 5))
        #expect(rejected.reason == "Не читается")
        let again = try rejected.taking(
            .receive(due: Given.today), by: Given.id(8), at: Instant(milliseconds: 6))
        #expect(again.reason == nil && again.decidedAt == nil && again.due == Given.today)
    }
}
