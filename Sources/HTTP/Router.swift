/// The table of routes as a handler: finds who answers, or says 404, or 405 with what is allowed.
///
/// API and pages sit in one table. HEAD is answered by GET's handler; the server below leaves the body out,
/// so that the stated length stays true.
package struct Router: Sendable {
    private let tree: RouteTree
    private let problem: ProblemWriter

    package init(_ routes: [Route], problem: @escaping ProblemWriter) {
        tree = RouteTree(routes)
        self.problem = problem
    }

    /// Every pattern once, in the order of the table: the labels that metrics may have.
    package var patterns: [String] { tree.leaves.map(\.pattern) }

    /// Media types that the route at this path takes besides JSON.
    package func takes(_ method: Method, _ path: String) -> [String] {
        tree.find(path).map { tree.leaves[$0.leaf].takes[method.place] } ?? []
    }

    package func callAsFunction(_ request: Request) -> Response {
        guard let (leaf, values) = tree.find(request.path) else { return problem(request, .notFound) }
        guard let handle = handler(at: leaf, for: request) else {
            var refusal = problem(request, .methodNotAllowed)
            refusal.headers.set("Allow", tree.leaves[leaf].allowed.map(\.rawValue).joined(separator: ", "))
            refusal.route = tree.leaves[leaf].pattern
            return refusal
        }
        var response =
            values.isEmpty ? handle(request) : handle(named(request, tree.leaves[leaf].names, values))
        response.route = tree.leaves[leaf].pattern
        return response
    }

    private func handler(at leaf: Int, for request: Request) -> Handler? {
        guard !request.strangeMethod else { return nil }
        if let handle = tree.leaves[leaf].handlers[request.method.place] { return handle }
        return request.method == .head ? tree.leaves[leaf].handlers[Method.get.place] : nil
    }

    private func named(_ request: Request, _ names: [String], _ values: [String]) -> Request {
        var request = request
        for (name, value) in zip(names, values) { request.parameters[name] = value }
        return request
    }
}
