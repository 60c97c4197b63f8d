internal import Application
internal import Domain
internal import HTTP
internal import Wire

/// Policies that the desk issues: for a patient, corrected, revoked, found by their number.
extension Console {
    var issuedPolicyRoutes: [Route] {
        let card = "/api/v1/patients/{id}"
        let one = "/api/v1/issued-policies/{id}"
        return [
            signedIn(
                .get, "\(card)/issued-policies", Console.reception, .readIssuedPolicies, readIssuedPolicies),
            keyed(.post, "\(card)/issued-policies", Console.reception, .issuePolicy, issuePolicy),
            keyed(.post, "\(one)/correction", Console.reception, .correctIssuedPolicy, correctPolicy),
            keyed(.post, "\(one)/revocation", Console.reception, .revokeIssuedPolicy, revokePolicy),
            keyed(.post, "\(card)/policy-links", Console.reception, .linkPolicy) { caller, store in
                let id: ID<Patient> = try caller.request.id("id", missing: .patientNotFound)
                _ = try LinkPolicy(store: store, clock: clock, identities: identities)(
                    caller.body.word("number"), to: id, by: caller.author)
                return StoredAnswer(201, try policies(of: id, in: store))
            },
        ]
    }

    private func readIssuedPolicies(_ caller: Caller) throws -> Response {
        let id: ID<Patient> = try caller.request.id("id", missing: .patientNotFound)
        try noteView(of: id, by: caller)
        return Response(200, try policies(of: id, in: store))
    }

    private func policies(of id: ID<Patient>, in store: any Store) throws -> JSON {
        let read = try ReadPolicies(store: store, clock: clock)(of: id)
        let issued = read.issued.map { placed in
            PlacedBody.json(placed) { IssuedPolicyBody.json($0) }
        }
        let linked = read.linked.map { IssuedPolicyBody.json($0, isLinked: true) }
        return try store.read { books in
            let paper = { paper in
                PaperBody.json(paper, seenBy: try books.operators.find(paper.shownBy)?.name ?? "–")
            }
            let shown = try read.shown.map { try PlacedBody.json($0, paper) }
            return [
                "items": .array(issued + linked),
                "shown": .array(shown + (try read.linkedPapers.map(paper))),
            ]
        }
    }

    private func issuePolicy(_ caller: Caller, _ store: any Store) throws -> StoredAnswer {
        let id: ID<Patient> = try caller.request.id("id", missing: .patientNotFound)
        let old = try caller.body["replaces"]?.text.map { text in
            guard let id = ID<IssuedPolicy>(text) else { throw Refusal(.issuedPolicyNotFound) }
            return id
        }
        let policy = try IssuePolicy(store: store, clock: clock, identities: identities)(
            IssuedPolicyBody.read(caller.body["policy"]), to: id, insteadOf: old,
            acceptance: acceptance(caller.body), by: caller.author)
        return StoredAnswer(201, try json(policy, store))
    }

    private func correctPolicy(_ caller: Caller, _ store: any Store) throws -> StoredAnswer {
        let id: ID<IssuedPolicy> = try caller.request.id("id", missing: .issuedPolicyNotFound)
        let policy = try CorrectPolicy(store: store, clock: clock)(
            id, to: IssuedPolicyBody.read(caller.body["policy"]), for: caller.body.word("change_reason"),
            baseVersion: caller.body.number("version"), acceptance: acceptance(caller.body),
            by: caller.author)
        return StoredAnswer(200, try json(policy, store))
    }

    private func revokePolicy(_ caller: Caller, _ store: any Store) throws -> StoredAnswer {
        let id: ID<IssuedPolicy> = try caller.request.id("id", missing: .issuedPolicyNotFound)
        let reason = IssuedPolicy.RevocationClass(rawValue: caller.body.word("class")) ?? .other
        let policy = try RevokePolicy(store: store, clock: clock)(
            id, for: reason, note: caller.body.word("note"), baseVersion: caller.body.number("version"),
            by: caller.author)
        return StoredAnswer(200, try json(policy, store))
    }

    private func json(_ policy: IssuedPolicy, _ store: any Store) throws -> JSON {
        IssuedPolicyBody.json(try ReadPolicies(store: store, clock: clock)(policy))
    }
}

extension Operation {
    private static let id = [(name: "id", schema: Schema.id)]
    private static let acceptance: [Schema.Property] = [
        .init("accepted", .array(.text(max: 64), maxItems: 20)), .init("reason", .text(max: 2000).orNull),
    ]

    fileprivate static let readIssuedPolicies = Operation(
        "readIssuedPolicies", "A patient's policies: issued here, linked, and shown at the desk",
        tag: "patients", parameters: id, answers: [(200, "application/json", IssuedPolicyBody.list)],
        problems: [404])

    fileprivate static let issuePolicy = Operation(
        "issuePolicy", "Issue a policy; without a number it takes the next of this desk's own",
        tag: "patients", keyed: true, parameters: id,
        request: .object(
            [.init("policy", IssuedPolicyBody.form), .init("replaces", .id.orNull)] + acceptance),
        answers: [(201, "application/json", IssuedPolicyBody.schema)], problems: [404, 409, 422])

    fileprivate static let correctIssuedPolicy = Operation(
        "correctIssuedPolicy", "Correct a policy: the next version of it, with the reason", tag: "patients",
        keyed: true, parameters: id,
        request: .object(
            [
                .init("version", .count), .init("policy", IssuedPolicyBody.form),
                .init("change_reason", .text(max: 2000, example: "Опечатка")),
            ] + acceptance),
        answers: [(200, "application/json", IssuedPolicyBody.schema)], problems: [404, 409, 422])

    fileprivate static let revokeIssuedPolicy = Operation(
        "revokeIssuedPolicy", "Revoke a policy", tag: "patients", keyed: true, parameters: id,
        request: .object([
            .init("version", .count), .init("class", IssuedPolicyBody.revocationClasses),
            .init("note", .text(max: 2000)),
        ]),
        answers: [(200, "application/json", IssuedPolicyBody.schema)], problems: [404, 409, 422])

    fileprivate static let linkPolicy = Operation(
        "linkPolicy", "Find a policy by its number and put it on the card of the same person",
        tag: "patients", keyed: true, parameters: id,
        request: .object([.init("number", .text(max: 2000, example: "77/00000001"))]),
        answers: [(201, "application/json", IssuedPolicyBody.list)], problems: [404, 409, 422])
}
