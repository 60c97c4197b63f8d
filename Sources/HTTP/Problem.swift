package import Wire

/// A failure as RFC 9457 tells it: what happened, why, and what to do now.
package struct Problem: Sendable {
    package enum Severity: String, Sendable {
        case error
        case warning
    }

    /// What is wrong with one field of the form.
    package struct Field: Sendable {
        package let name: String
        package let code: String
        package let text: String
        package let severity: Severity
        /// A warning that is gone past only with a reason.
        package let needsReason: Bool
        /// The card that the sentence tells of.
        package let patient: String?

        package init(
            _ name: String, code: String, text: String, severity: Severity = .error,
            needsReason: Bool = false, patient: String? = nil
        ) {
            self.name = name
            self.code = code
            self.text = text
            self.severity = severity
            self.needsReason = needsReason
            self.patient = patient
        }
    }

    package let status: Int
    package let code: String
    package let title: String
    package let detail: String
    /// The request's id, which the journal has too.
    package let instance: String
    package var fields: [Field]
    package var retryAfterSeconds: Int?

    package init(
        status: Int, code: String, title: String, detail: String, instance: String, fields: [Field] = [],
        retryAfterSeconds: Int? = nil
    ) {
        self.status = status
        self.code = code
        self.title = title
        self.detail = detail
        self.instance = instance
        self.fields = fields
        self.retryAfterSeconds = retryAfterSeconds
    }

    package var json: JSON {
        var members: [JSON.Member] = [
            .init("type", .string("/problems/" + code)),
            .init("title", .string(title)),
            .init("status", .integer(Int64(status))),
            .init("code", .string(code)),
            .init("detail", .string(detail)),
            .init("instance", .string(instance)),
        ]
        if !fields.isEmpty { members.append(.init("fields", .array(fields.map(\.json)))) }
        if let seconds = retryAfterSeconds {
            members.append(.init("retry_after_seconds", .integer(Int64(seconds))))
        }
        return .object(members)
    }

    package var response: Response {
        var headers = Headers([
            (name: "Content-Type", value: "application/problem+json"),
            (name: "Cache-Control", value: "no-store"),
        ])
        if let seconds = retryAfterSeconds { headers.add("Retry-After", String(seconds)) }
        return Response(status: status, headers: headers, body: json.bytes)
    }
}

extension Problem.Field {
    package var json: JSON {
        [
            "name": .string(name), "code": .string(code), "text": .string(text),
            "severity": .string(severity.rawValue), "needs_reason": .bool(needsReason),
            "patient": JSON(patient),
        ]
    }
}
