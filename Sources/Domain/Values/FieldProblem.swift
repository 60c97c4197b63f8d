/// What is wrong, or doubtful, about one field of a form. The text is made from the code by the reader's
/// language.
///
/// Parameters may hold what was typed: they go into the answer to the one who typed it, never into a journal.
package struct FieldProblem: Hashable, Sendable {
    package enum Severity: String, Sendable, CaseIterable {
        /// The value cannot be taken.
        case error
        /// The value can be taken when a person has read this.
        case warning
    }

    package let field: String
    /// snake_case and stable: `snils_control`.
    package let code: String
    package let parameters: [String: String]
    package let severity: Severity

    package init(field: String, code: String, parameters: [String: String] = [:], severity: Severity = .error)
    {
        self.field = field
        self.code = code
        self.parameters = parameters
        self.severity = severity
    }

    /// The same of a form that is part of a larger one: `number` under `document` is `document.number`.
    package func under(_ part: String) -> FieldProblem {
        FieldProblem(field: "\(part).\(field)", code: code, parameters: parameters, severity: severity)
    }

    package init(_ field: String, _ code: FieldCode, _ parameters: [String: String] = [:]) {
        self.init(field: field, code: code.rawValue, parameters: parameters, severity: code.severity)
    }
}

/// What a field said when it was read.
package enum FieldReading<Value> {
    case empty
    case good(Value, warnings: [FieldProblem])
    case bad(FieldProblem)

    package var value: Value? {
        if case .good(let value, _) = self { return value }
        return nil
    }

    /// The refusal or the warnings.
    package var problems: [FieldProblem] {
        switch self {
        case .empty: []
        case .good(_, let warnings): warnings
        case .bad(let problem): [problem]
        }
    }

    /// What another reading makes of the value; the warnings of both stay.
    func flatMap<Other>(_ read: (Value) -> FieldReading<Other>) -> FieldReading<Other> {
        switch self {
        case .empty: .empty
        case .bad(let problem): .bad(problem)
        case .good(let value, let warnings):
            switch read(value) {
            case .good(let other, let more): .good(other, warnings: warnings + more)
            case let none: none
            }
        }
    }

    package func map<Other>(_ make: (Value) -> Other) -> FieldReading<Other> {
        switch self {
        case .empty: .empty
        case .good(let value, let warnings): .good(make(value), warnings: warnings)
        case .bad(let problem): .bad(problem)
        }
    }
}

extension FieldReading: Equatable where Value: Equatable {}
extension FieldReading: Hashable where Value: Hashable {}
extension FieldReading: Sendable where Value: Sendable {}
