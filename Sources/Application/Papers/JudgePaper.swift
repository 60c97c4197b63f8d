package import Domain

/// Reads a paper and weighs it against the register: what is wrong stops, what is odd needs a look.
package struct JudgePaper {
    package struct Judged: Sendable {
        /// Nil when something is wrong, and when nothing was typed.
        package let content: ShownPaper.Content?
        package let problems: [FieldProblem]
    }

    let today: CalendarDay

    package init(today: CalendarDay) { self.today = today }

    /// - Parameter birthDate: nil while it is not known yet; what depends on it is judged when it is.
    package func callAsFunction(
        _ form: NotePaper.Form, birthDate: CalendarDay?, in books: any Reading
    ) throws -> Judged {
        let strictness = try books.strictness.current()
        let (content, problems) = read(form, birthDate, strictness)
        guard let content else { return Judged(content: nil, problems: problems) }
        let shared = try shared(content, in: books).map(strictness.judged)
        return Judged(content: content, problems: problems + shared)
    }

    private func read(
        _ form: NotePaper.Form, _ birthDate: CalendarDay?, _ strictness: Strictness
    ) -> (ShownPaper.Content?, [FieldProblem]) {
        switch form {
        case .document(let form):
            let reading = form.read(birthDate: birthDate, today: today, strictness: strictness)
            return (reading.document.map { .document($0) }, reading.problems)
        case .policy(let form):
            let reading = form.read(today: today, strictness: strictness)
            return (reading.policy.map { .policy($0) }, reading.problems)
        }
    }

    private func shared(_ content: ShownPaper.Content, in books: any Reading) throws -> [FieldProblem] {
        guard let other = try books.papers.same(as: content).first,
            let owner = try books.patients.find(other.patient)
        else { return [] }
        return [FieldProblem("number", .paperShared, FieldProblem.card(owner))]
    }
}
