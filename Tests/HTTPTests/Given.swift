import HTTP
import Threads

/// What several suites need: requests, routes and a problem writer that says its kind.
enum Given {
    static func request(
        _ method: Method = .get, _ path: String = "/", headers: Headers = Headers(), body: String = ""
    ) -> Request {
        Request(method: method, path: path, headers: headers, body: Array(body.utf8), id: "id")
    }

    static let operation = Operation("name", "summary", tag: "tag", answers: [])

    static func route(_ method: Method, _ pattern: String, _ handle: @escaping Handler) -> Route {
        Route(method, pattern, operation, handle)
    }

    @Sendable static func problem(_ request: Request, _ kind: ProblemKind) -> Response {
        Problem(
            status: kind.status, code: kind.code, title: "Title", detail: "Detail", instance: request.id
        ).response
    }

    /// Answers with what it got.
    @Sendable static func echo(_ request: Request) -> Response {
        let named = request.parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return text((["\(request.method.rawValue) \(request.path)"] + named).joined(separator: " "))
    }

    static func text(_ text: String) -> Response { Response(status: 200, body: Array(text.utf8)) }
}

extension Response {
    var text: String { String(decoding: body, as: UTF8.self) }
}
