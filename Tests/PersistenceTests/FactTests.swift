import DeskFixture
import Domain
import Testing
import Wire

@Suite struct `A fact` {
    @Test(arguments: Event.Kind.allCases)
    func `of every kind comes back from an operation as it was`(kind: Event.Kind) throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var any = AnyEvent(seed: seed)
        for _ in 0..<200 {
            let event = any.event(kind)
            let bytes = JSON(fact: event).canonical
            let back = try Event(kind, fact: JSON(parsing: bytes))
            #expect(back == event, "seed \(seed)")
            #expect(JSON(fact: back).canonical == bytes, "seed \(seed)")
        }
    }

    /// Members that came later: what was written before them stays readable.
    private static let later: Set<String> = ["receipt", "entered_at", "blank"]

    @Test(arguments: [Event.Kind.visitOpened, .visitStarted, .visitDone, .visitCancelled, .visitLeft])
    func `of a visit is read as it was written before sheets and receipts`(kind: Event.Kind) throws {
        var any = AnyEvent(seed: 6)
        let fact = JSON(fact: any.event(kind))
        let before = Self.later.reduce(fact["visit"] ?? .null) { $0.without($1) }
        let back = JSON(fact: try Event(kind, fact: fact.with("visit", before)))
        #expect(Self.later.allSatisfy { back["visit"]?[$0] == .null })
        #expect(back["visit"]?["reason"] == fact["visit"]?["reason"])
    }

    @Test func `of particulars is read as it was written before a check of them could be softened`() throws {
        var any = AnyEvent(seed: 6)
        let fact = JSON(fact: any.event(.particularsNoted))
        let back = JSON(fact: try Event(.particularsNoted, fact: fact.without("overrides")))
        #expect(back["overrides"] == [] && back["particulars"] == fact["particulars"])
    }

    /// Every other member of a fact is needed: without any one of them it cannot be read.
    @Test(arguments: Event.Kind.allCases)
    func `of every kind is refused when a member is missing or of another kind`(kind: Event.Kind) throws {
        var any = AnyEvent(seed: 5)
        let fact = JSON(fact: any.event(kind))
        let isLater = { name in kind == .particularsNoted && name == "overrides" }
        for outer in fact.members ?? [] {
            if !isLater(outer.name) {
                #expect(throws: FactFault.self) { try Event(kind, fact: fact.without(outer.name)) }
            }
            for inner in outer.value.members ?? [] where !Self.later.contains(inner.name) {
                let less = fact.with(outer.name, outer.value.without(inner.name))
                let fault = try #require(throws: FactFault.self) { try Event(kind, fact: less) }
                #expect(fault.member == inner.name || inner.name.hasPrefix("patronymic"))
                let other = fact.with(outer.name, outer.value.with(inner.name, [["odd"]]))
                if inner.name != "patronymic" {
                    #expect(throws: FactFault.self, "\(inner.name)") { try Event(kind, fact: other) }
                }
            }
        }
        #expect(throws: FactFault.self) { try Event(kind, fact: .null) }
    }
}

extension JSON {
    fileprivate func without(_ name: String) -> JSON { .object((members ?? []).filter { $0.name != name }) }

    fileprivate func with(_ name: String, _ value: JSON) -> JSON {
        .object((members ?? []).map { $0.name == name ? Member(name, value) : $0 })
    }
}
