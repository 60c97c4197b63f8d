extension FieldReading {
    /// A value of the right shape that fails a check which refuses or warns as the desk has chosen.
    init(_ value: Value, but problem: FieldProblem, _ severity: FieldProblem.Severity) {
        let judged = FieldProblem(
            field: problem.field, code: problem.code, parameters: problem.parameters, severity: severity)
        self = severity == .error ? .bad(judged) : .good(value, warnings: [judged])
    }

    /// Why the value cannot be taken, or nil when it can be or the field is empty.
    package var refusal: FieldProblem? {
        if case .bad(let problem) = self { return problem }
        return nil
    }
}
