package import Domain

/// Reads a form and weighs it against the register: what is wrong stops, what is odd needs a look.
package struct JudgePerson {
    package struct Judged: Sendable {
        package let person: Person
        package let overrides: [Override]
    }

    let today: CalendarDay

    package init(today: CalendarDay) { self.today = today }

    package func callAsFunction(
        _ form: PersonForm, acceptance: Acceptance, for id: ID<Patient>?, in books: any Reading
    ) throws -> Judged {
        let strictness = try books.strictness.current()
        let reading = form.read(today: today, strictness: strictness)
        guard let person = reading.person else { throw Refusal(.fieldsInvalid, fields: reading.problems) }
        let warnings = reading.warnings + (try against(person, id, in: books).map(strictness.judged))
        guard !warnings.contains(where: { $0.severity == .error }) else {
            throw Refusal(.fieldsInvalid, fields: warnings)
        }
        return Judged(person: person, overrides: try acceptance.past(warnings))
    }

    /// Everything there is to say about a form, without judging: for the check while typing.
    package func remarks(_ form: PersonForm, for id: ID<Patient>?, in books: any Reading) throws
        -> PersonRemarks
    {
        let strictness = try books.strictness.current()
        let reading = form.read(today: today, strictness: strictness)
        var problems = reading.problems
        let control = strictness.severity(of: .snilsControl)
        if let snils = Snils.read(form.snils, field: PersonField.snils.rawValue, control: control).value {
            problems += try shared(snils, id, in: books).map(strictness.judged)
        }
        return PersonRemarks(problems: problems, person: reading.person)
    }

    private func against(_ person: Person, _ id: ID<Patient>?, in books: any Reading) throws -> [FieldProblem]
    {
        guard let snils = person.snils else { return [] }
        return try shared(snils, id, in: books)
    }

    private func shared(_ snils: Snils, _ id: ID<Patient>?, in books: any Reading) throws -> [FieldProblem] {
        guard let other = try books.patients.sharing(snils, except: id) else { return [] }
        return [FieldProblem(PersonField.snils.rawValue, .snilsShared, FieldProblem.card(other))]
    }
}

extension FieldProblem {
    /// The other card that a problem tells of: its number for the sentence, its id for the key beside it.
    static func card(_ patient: Patient) -> [String: String] {
        ["card": String(patient.cardNumber), "patient": patient.id.text]
    }
}

package struct PersonRemarks: Sendable {
    package let problems: [FieldProblem]
    package let person: Person?
}
