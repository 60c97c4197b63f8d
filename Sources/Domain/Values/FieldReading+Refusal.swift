extension FieldReading {
    /// Why the value cannot be taken, or nil when it can be or the field is empty.
    package var refusal: FieldProblem? {
        if case .bad(let problem) = self { return problem }
        return nil
    }
}
