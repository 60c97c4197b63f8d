internal import Domain

/// Reads a policy that is to be issued or corrected, and weighs it against the register.
struct JudgeIssuedPolicy {
    struct Judged {
        let content: IssuedPolicy.Content
        let number: String?
        let warnings: [FieldProblem]
    }

    let today: CalendarDay

    /// Throws what is wrong; what is odd comes back to be looked at.
    func callAsFunction(
        _ form: IssuedPolicyForm, for patient: ID<Patient>, correcting former: IssuedPolicy? = nil,
        in books: any Reading
    ) throws -> Judged {
        let strictness = try books.strictness.current()
        let catalogues = IssuedPolicyForm.Catalogues(
            insurers: try books.catalogues.insurers(), programmes: try books.catalogues.programmes(),
            former: former?.content)
        let reading = form.read(catalogues, today: today, strictness: strictness)
        var problems = reading.problems
        if let number = reading.number {
            problems += try shared(number, patient, former, books).map(strictness.judged)
        }
        guard let content = reading.content, !problems.contains(where: { $0.severity == .error }) else {
            throw Refusal(.fieldsInvalid, fields: problems)
        }
        return Judged(content: content, number: reading.number, warnings: problems)
    }

    /// The same number once more on the person's cards is a mistake; on another's it may be a firm's.
    private func shared(
        _ number: String, _ patient: ID<Patient>, _ former: IssuedPolicy?, _ books: any Reading
    ) throws -> [FieldProblem] {
        let others = try books.policies.numbered(IssuedPolicy.key(number))
            .filter { $0.id != former?.id && $0.status(on: today).isCurrent }
        let cards = try books.cards(of: books.merges.living(patient))
        if others.contains(where: { cards.contains($0.holder) }) {
            return [FieldProblem("number", .sameNumberOnCard)]
        }
        guard let other = others.first, let owner = try books.patients.find(other.holder) else { return [] }
        return [FieldProblem("number", .paperShared, ["card": String(owner.cardNumber)])]
    }
}
