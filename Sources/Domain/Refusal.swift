/// The domain says no, and says why: a code with its own sentence in each language, the values that the
/// sentence names, and the fields that it is about.
package struct Refusal: Error, Hashable {
    package let code: Code
    package let parameters: [String: String]
    package let fields: [FieldProblem]
    package let retryAfterSeconds: Int64?

    package init(
        _ code: Code, _ parameters: [String: String] = [:], fields: [FieldProblem] = [],
        retryAfterSeconds: Int64? = nil
    ) {
        self.code = code
        self.parameters = parameters
        self.fields = fields
        self.retryAfterSeconds = retryAfterSeconds
    }
}
