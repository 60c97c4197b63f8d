package import Domain

/// Which warnings the operator has read, and why they were passed over.
package struct Acceptance: Hashable, Sendable {
    package let codes: Set<String>
    package let reason: String?

    package init(codes: Set<String>, reason: String?) {
        self.codes = codes
        self.reason = reason
    }

    /// What was gone past, or a refusal: each warning must have been read, some only with a reason.
    package func past(_ warnings: [FieldProblem]) throws -> [Override] {
        let unread = warnings.filter { !codes.contains($0.code) }
        guard unread.isEmpty else { throw Refusal(.warningsUnread, fields: warnings) }
        let reason = try readReason()
        if reason == nil, warnings.contains(where: Acceptance.needsReason) {
            throw Refusal(.overrideReasonMissing, fields: warnings)
        }
        return warnings.map { Override(field: $0.field, code: $0.code, reason: reason) }
    }

    /// Going past these leaves a mark that somebody will ask about later: two people with one number, and
    /// whatever only warns because the admin has softened it.
    package static func needsReason(_ warning: FieldProblem) -> Bool {
        guard warning.severity == .warning, let code = FieldCode(rawValue: warning.code) else {
            return false
        }
        return code == .snilsShared || code == .paperShared || code.severity == .error
    }

    private func readReason() throws -> String? {
        switch FreeText.read(reason ?? "", field: "reason", max: 300) {
        case .empty: return nil
        case .good(let text, _): return text.text
        case .bad(let problem): throw Refusal(.fieldsInvalid, fields: [problem])
        }
    }

    package static let none = Acceptance(codes: [], reason: nil)
}
