/// Which checks only warn here and which refuse, where the admin may choose.
///
/// A value that cannot be read stays refused whatever is chosen: only checks of values that have their shape
/// are softened, and only facts that a warning tells of are hardened.
package struct Strictness: Hashable, Sendable {
    /// 0 before anybody has chosen.
    package var version: Int64
    /// The checks that refuse although they warn by themselves.
    package var hardened: Set<FieldCode>
    /// The checks that warn although they refuse by themselves.
    package var softened: Set<FieldCode>

    package init(version: Int64, hardened: Set<FieldCode>, softened: Set<FieldCode>) {
        self.version = version
        self.hardened = hardened
        self.softened = softened
    }

    package static let usual = Strictness(version: 0, hardened: [], softened: [])

    /// What the admin chooses of, in the order in which it is shown.
    package static let checks: [FieldCode] = [
        .snilsControl, .snilsShared, .innControl, .enpControl, .policyEnded, .passportBlankYear,
        .passportReplace, .birthCertificateAge, .paperShared, .birthOld,
    ]

    /// With these checks refusing and all the others warning.
    package func choosing(refusing: Set<FieldCode>) -> Strictness {
        Strictness(
            version: version + 1,
            hardened: Set(Strictness.checks.filter { $0.severity == .warning && refusing.contains($0) }),
            softened: Set(Strictness.checks.filter { $0.severity == .error && !refusing.contains($0) }))
    }

    package func severity(of code: FieldCode) -> FieldProblem.Severity {
        if hardened.contains(code) { return .error }
        return softened.contains(code) ? .warning : code.severity
    }

    /// Where nobody is asked for a reason, nothing that needs one is softened.
    package var withoutReasons: Strictness {
        Strictness(version: version, hardened: hardened, softened: [])
    }

    /// The problem as this desk takes it.
    package func judged(_ problem: FieldProblem) -> FieldProblem {
        guard let code = FieldCode(rawValue: problem.code), Strictness.checks.contains(code) else {
            return problem
        }
        return FieldProblem(
            field: problem.field, code: problem.code, parameters: problem.parameters,
            severity: severity(of: code))
    }
}
