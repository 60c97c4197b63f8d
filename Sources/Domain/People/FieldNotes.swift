/// Gathers what the fields said, in the order of the form.
struct FieldNotes<Field: RawRepresentable<String>> {
    var problems: [FieldProblem] = []

    var clean: Bool { !problems.contains { $0.severity == .error } }

    mutating func required<Value>(_ reading: FieldReading<Value>, _ field: Field) -> Value? {
        if case .empty = reading {
            problems.append(FieldProblem(field.rawValue, .required))
            return nil
        }
        return optional(reading)
    }

    mutating func optional<Value>(_ reading: FieldReading<Value>) -> Value? {
        switch reading {
        case .empty: return nil
        case .good(let value, let warnings):
            problems.append(contentsOf: warnings)
            return value
        case .bad(let problem):
            problems.append(problem)
            return nil
        }
    }

    mutating func add<Value>(_ reading: SeriesReading<Value>) -> Value? {
        problems.append(contentsOf: reading.problems)
        return reading.value
    }
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
