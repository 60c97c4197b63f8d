/// One line of a list of insured people: the forms that a clerk would have typed, and what is wrong with the
/// line as such.
package struct ListedPerson: Hashable, Sendable {
    /// The line of the file on which it begins, as an editor counts.
    package let line: Int64
    package var person = PersonForm()
    package var policy = PolicyForm()
    /// What the line's shape alone says: a quote that is not closed, more cells than columns, two policies.
    package var problems: [FieldProblem] = []

    /// Problems of a line have fields of their own beside those of the forms.
    package static let whole = "line"

    package init(line: Int64) { self.line = line }

    /// Both forms read, by the rules that hold at the desk; but nobody gives a reason for each line, so what
    /// only warns for a reason is left for the desk.
    package func read(today: CalendarDay, strictness: Strictness = .usual) -> ListedReading {
        guard problems.isEmpty else {
            return ListedReading(person: nil, policy: nil, problems: problems)
        }
        var form = person
        let sexProblem = deriveSex(&form)
        let patronymicIsMissing =
            !form.patronymicAbsent && TypedText.line(form.patronymic).isEmpty
        let reading = form.read(today: today, strictness: strictness.withoutReasons)
        let paper = policy.read(today: today, strictness: strictness.withoutReasons)
        let own = reading.problems.filter { problem in
            // A list says both in its own words.
            guard problem.code == FieldCode.required.rawValue else { return true }
            if problem.field == PersonField.sex.rawValue { return sexProblem == nil }
            return problem.field != PersonField.patronymic.rawValue || !patronymicIsMissing
        }
        var all = own + [sexProblem].compactMap(\.self)
        if patronymicIsMissing {
            all.append(FieldProblem(PersonField.patronymic.rawValue, .listPatronymicEmpty))
        }
        all += paper.problems.map(ListedPerson.ofPolicy)
        if strictness.softened.contains(where: { soft in all.contains { $0.code == soft.rawValue } }) {
            all.append(FieldProblem(ListedPerson.whole, .listReasonNeeded))
        }
        let isClean = paper.errors.isEmpty && reading.person != nil
        return ListedReading(
            person: isClean ? reading.person : nil, policy: isClean ? paper.policy : nil, problems: all)
    }

    /// Both forms have a number; here they stand in one line.
    private static func ofPolicy(_ problem: FieldProblem) -> FieldProblem {
        FieldProblem(
            field: "policy_" + problem.field, code: problem.code, parameters: problem.parameters,
            severity: problem.severity)
    }

    /// Lists leave the sex out where the patronymic tells it.
    private func deriveSex(_ form: inout PersonForm) -> FieldProblem? {
        guard TypedText.line(form.sex).isEmpty else { return nil }
        guard let sex = Sex(patronymic: form.patronymic) else {
            return FieldProblem(PersonField.sex.rawValue, .listSexUnknown)
        }
        form.sex = sex.rawValue
        return nil
    }
}

/// What came of reading a line: the person when nothing was wrong, and all that there is to say.
package struct ListedReading: Hashable, Sendable {
    package let person: Person?
    package let policy: PolicyGiven?
    package let problems: [FieldProblem]
}
