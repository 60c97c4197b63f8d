package import Domain

/// Finds a policy by the number that a patient names, and puts it on the card when the person's data agree.
/// The console may say which part does not; whoever asks from outside is told nothing.
package struct LinkPolicy {
    let store: any Store
    let clock: any Clock
    let identities: any Identities

    package init(store: any Store, clock: any Clock, identities: any Identities) {
        self.store = store
        self.clock = clock
        self.identities = identities
    }

    package func callAsFunction(
        _ typed: String, to id: ID<Patient>, by author: Author
    ) throws -> PolicyLink {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        let number = try read(typed)
        return try store.change(by: author) { tx in
            let patient = try Serving(tx)(id)
            let found = try candidates(number, tx)
            guard !found.isEmpty else { throw Refusal(.policyNumberUnknown, ["number": number]) }
            let cards = try tx.cards(of: patient.id)
            let here = try Set(tx.policies.links(of: patient.id).map(\.target))
            if found.contains(where: { cards.contains($0.holder) || here.contains($0.target) }) {
                throw Refusal(.policyLinkedAlready, ["number": number])
            }
            var nearest: [FieldProblem]?
            for one in found {
                guard let holder = try tx.patients.find(one.holder) else { continue }
                let differences = differences(patient.person, holder.person)
                if differences.isEmpty {
                    let link = PolicyLink(
                        id: identities.next(), patient: patient.id, target: one.target,
                        linkedAt: clock.now, linkedBy: owner)
                    return Changed(link, .policyLinked(link))
                }
                if differences.count < nearest?.count ?? .max { nearest = differences }
            }
            throw Refusal(
                .policyPersonDiffers, ["who": wholeName(patient.person), "number": number],
                fields: nearest ?? [])
        }
    }

    private struct Candidate {
        let holder: ID<Patient>
        let target: PolicyLink.Target
    }

    private func candidates(_ number: String, _ books: any Reading) throws -> [Candidate] {
        let issued = try books.policies.numbered(IssuedPolicy.key(number))
            .map { Candidate(holder: $0.holder, target: .issued($0.id)) }
        let shown = try PolicyGiven.Kind.allCases.flatMap { kind in
            let oms = kind == .oms ? OmsPolicyNumber.read(number, field: "number", type: nil) : .empty
            let stored = oms.value?.text ?? number
            return try books.papers.same(as: .policy(PolicyGiven(kind: kind, number: stored)))
        }
        return issued + shown.map { Candidate(holder: $0.patient, target: .shown($0.id)) }
    }

    private func differences(_ one: Person, _ other: Person) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if SearchText.fold(one.surname) != SearchText.fold(other.surname) {
            problems.append(FieldProblem("number", .linkSurname))
        }
        if SearchText.fold(one.name) != SearchText.fold(other.name) {
            problems.append(FieldProblem("number", .linkName))
        }
        if one.birthDate != other.birthDate { problems.append(FieldProblem("number", .linkBirthDate)) }
        return problems
    }

    private func wholeName(_ person: Person) -> String {
        [person.surname, person.name, person.patronymic.text].compactMap(\.self).joined(separator: " ")
    }

    private func read(_ typed: String) throws -> String {
        switch FreeText.read(typed, field: "number", max: 40) {
        case .empty: throw Refusal(.fieldsInvalid, fields: [FieldProblem("number", .required)])
        case .bad(let problem): throw Refusal(.fieldsInvalid, fields: [problem])
        case .good(let text, _): return text.text
        }
    }
}
