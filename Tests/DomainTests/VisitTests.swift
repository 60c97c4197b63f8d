import Domain
import Testing

@Suite struct `A visit` {
    private static let steps: [Visit.Step] = [
        .start, .finish(outcome: "Талон выдан"), .cancel(reason: "Ошибка"), .leave,
    ]

    /// The whole state machine: from each state the states that a step may lead to.
    private static let arrows: [(from: Visit.State, to: Set<Visit.State>)] = [
        (.arrived, [.inService, .cancelled, .left]), (.inService, [.done, .cancelled, .left]),
        (.done, []), (.cancelled, []), (.left, []),
    ]

    @Test(arguments: arrows)
    func `goes where its state allows and nowhere else`(from: Visit.State, to: Set<Visit.State>) throws {
        for step in Self.steps {
            let visit = Given.visit(from)
            do throws(Refusal) {
                let moved = try visit.taking(step, by: Given.id(8), at: Instant(milliseconds: 5))
                #expect(to.contains(step.target))
                #expect(moved.state == step.target && moved.version == visit.version + 1)
            } catch {
                #expect(!to.contains(step.target))
                #expect(error.code == .visitStepRefused)
                #expect(error.parameters == ["state": from.rawValue, "step": step.target.rawValue])
            }
        }
    }

    @Test func `has an arrow table that names every state`() {
        #expect(Set(Self.arrows.map(\.from)) == Set(Visit.State.allCases))
        #expect(Set(Self.steps.map(\.target)).union([.arrived]) == Set(Visit.State.allCases))
        #expect(Self.arrows.allSatisfy { $0.from.isOpen == !$0.to.isEmpty })
    }

    @Test func `remembers when it was begun, and not that it has ended`() throws {
        let begun = try Given.visit(.arrived).taking(.start, by: Given.id(8), at: Instant(milliseconds: 5))
        #expect(begun.startedAt == Instant(milliseconds: 5))
        #expect(begun.endedAt == nil && begun.endedBy == nil)
    }

    @Test(arguments: steps.filter { $0 != .start })
    func `remembers who ended it, when, and in what words`(step: Visit.Step) throws {
        let begun = try Given.visit(.arrived).taking(.start, by: Given.id(7), at: Instant(milliseconds: 5))
        let ended = try begun.taking(step, by: Given.id(8), at: Instant(milliseconds: 9))
        #expect(ended.endedAt == Instant(milliseconds: 9) && ended.endedBy == Given.id(8))
        #expect(ended.startedAt == Instant(milliseconds: 5))
        #expect(ended.outcome == (step.target == .done ? "Талон выдан" : nil))
        #expect(ended.cancelReason == (step.target == .cancelled ? "Ошибка" : nil))
    }
}

@Suite struct `A shift` {
    private let open = Given.shift(.open)

    @Test func `that is closed keeps its report`() {
        let closed = open.closed(at: Instant(milliseconds: 9), note: "Спокойно")
        #expect(closed.state == .closed && closed.closedAt == Instant(milliseconds: 9))
        #expect(closed.note == "Спокойно" && closed.handedTo == nil && closed.version == open.version + 1)
        #expect(closed.id == open.id && closed.owner == open.owner && closed.openedAt == open.openedAt)
    }

    @Test func `that is handed over names who shall take it`() {
        let handed = open.handedOver(to: Given.id(8), at: Instant(milliseconds: 9), note: nil)
        #expect(handed.state == .handedOver && handed.handedTo == Given.id(8))
        #expect(handed.closedAt == Instant(milliseconds: 9) && handed.version == open.version + 1)
    }
}
