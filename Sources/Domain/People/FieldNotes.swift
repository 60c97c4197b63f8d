/// Gathers what the fields said, in the order of the form.
struct FieldNotes<Field: RawRepresentable<String>> {
    private(set) var problems: [FieldProblem] = []
    let strictness: Strictness

    init(_ strictness: Strictness = .usual) { self.strictness = strictness }

    var clean: Bool { !problems.contains { $0.severity == .error } }

    mutating func required<Value>(_ reading: FieldReading<Value>, _ field: Field) -> Value? {
        if case .empty = reading {
            refuse(FieldProblem(field.rawValue, .required))
            return nil
        }
        return optional(reading)
    }

    mutating func optional<Value>(_ reading: FieldReading<Value>) -> Value? {
        switch reading {
        case .empty: return nil
        case .good(let value, let warnings):
            note(warnings)
            return value
        case .bad(let problem):
            refuse(problem)
            return nil
        }
    }

    mutating func add<Value>(_ reading: SeriesReading<Value>) -> Value? {
        for problem in reading.problems {
            if reading.value == nil { refuse(problem) } else { note([problem]) }
        }
        return reading.value
    }

    /// About a value that has its shape: the desk says whether it is taken.
    mutating func note(_ remarks: [FieldProblem]) { problems += remarks.map(strictness.judged) }

    /// There is no value to take.
    mutating func refuse(_ problem: FieldProblem) { problems.append(problem) }
}

extension FieldReading where Value: RawRepresentable<String> {
    /// One of the words that a list on the screen offers.
    init(word typed: String, _ field: String, else code: FieldCode) {
        let line = TypedText.line(typed)
        guard !line.isEmpty else {
            self = .empty
            return
        }
        let value = Value(rawValue: line)
        self = value.map { .good($0, warnings: []) } ?? .bad(FieldProblem(field, code))
    }
}
