package import Wire

/// One line of the route table: what may be asked, what it means, and who answers.
///
/// The same table serves requests and writes the OpenAPI document, so the two cannot disagree.
package struct Route: Sendable {
    package let method: Method
    /// Segments between slashes; `{name}` takes one whole segment.
    package let pattern: String
    package let operation: Operation
    package let handle: Handler

    package init(_ method: Method, _ pattern: String, _ operation: Operation, _ handle: @escaping Handler) {
        self.method = method
        self.pattern = pattern
        self.operation = operation
        self.handle = handle
    }
}

/// What the OpenAPI document says about a route.
package struct Operation: Sendable {
    /// camelCase, unique: `registerWalkIn`.
    package let name: String
    package let summary: String
    package let tag: String
    /// Whether it needs the session cookie.
    package let signedIn: Bool
    /// Whether it needs the `Idempotency-Key` header.
    package let keyed: Bool
    package let query: [(name: String, schema: Schema, required: Bool)]
    package let parameters: [(name: String, schema: Schema)]
    package let request: Schema?
    /// Media types, lower case, that the body may have besides JSON.
    package let takes: [String]
    /// Success answers by status; nil means an empty body. Problems are added by the document itself.
    package let answers: [(status: Int, contentType: String, schema: Schema?)]
    /// Problem statuses that this route can answer besides those of every route.
    package let problems: [Int]

    package init(
        _ name: String, _ summary: String, tag: String, signedIn: Bool = true, keyed: Bool = false,
        query: [(name: String, schema: Schema, required: Bool)] = [],
        parameters: [(name: String, schema: Schema)] = [],
        request: Schema? = nil, takes: [String] = [],
        answers: [(status: Int, contentType: String, schema: Schema?)], problems: [Int] = []
    ) {
        self.name = name
        self.summary = summary
        self.tag = tag
        self.signedIn = signedIn
        self.keyed = keyed
        self.query = query
        self.parameters = parameters
        self.request = request
        self.takes = takes
        self.answers = answers
        self.problems = problems
    }
}
