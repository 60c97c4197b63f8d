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
        let reading = form.read(today: today)
        guard let person = reading.person else { throw Refusal(.fieldsInvalid, fields: reading.problems) }
        let warnings = reading.warnings + (try against(person, id, in: books))
        let unread = warnings.filter { !acceptance.codes.contains($0.code) }
        guard unread.isEmpty else { throw Refusal(.warningsUnread, fields: warnings) }
        let reason = try readReason(acceptance.reason)
        for warning in warnings where JudgePerson.needsReason(warning) && reason == nil {
            throw Refusal(.overrideReasonMissing, fields: [warning])
        }
        return Judged(
            person: person,
            overrides: warnings.map { Override(field: $0.field, code: $0.code, reason: reason) })
    }

    /// Everything there is to say about a form, without judging: for the check while typing.
    package func remarks(_ form: PersonForm, for id: ID<Patient>?, in books: any Reading) throws
        -> PersonRemarks
    {
        let reading = form.read(today: today)
        var problems = reading.problems
        if let snils = Snils.read(form.snils, field: PersonField.snils.rawValue).value {
            problems += try shared(snils, id, in: books)
        }
        return PersonRemarks(problems: problems, person: reading.person)
    }

    /// Going past these leaves a mark that somebody will ask about later.
    package static func needsReason(_ warning: FieldProblem) -> Bool {
        warning.code == FieldCode.snilsShared.rawValue
    }

    private func against(_ person: Person, _ id: ID<Patient>?, in books: any Reading) throws -> [FieldProblem]
    {
        guard let snils = person.snils else { return [] }
        return try shared(snils, id, in: books)
    }

    private func shared(_ snils: Snils, _ id: ID<Patient>?, in books: any Reading) throws -> [FieldProblem] {
        guard let other = try books.patients.sharing(snils, except: id) else { return [] }
        return [FieldProblem(PersonField.snils.rawValue, .snilsShared, ["card": String(other.cardNumber)])]
    }

    private func readReason(_ typed: String?) throws -> String? {
        switch FreeText.read(typed ?? "", field: "reason", max: 300) {
        case .empty: return nil
        case .good(let text, _): return text.text
        case .bad(let problem): throw Refusal(.fieldsInvalid, fields: [problem])
        }
    }
}

package struct PersonRemarks: Sendable {
    package let problems: [FieldProblem]
    package let person: Person?
}
