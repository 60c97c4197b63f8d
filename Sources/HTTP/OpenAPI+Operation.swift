internal import Wire

extension OpenAPI {
    static func operation(_ route: Route, collecting components: inout SchemaComponents) -> JSON {
        let operation = route.operation
        var members: [JSON.Member] = [
            .init("operationId", .string(operation.name)),
            .init("summary", .string(operation.summary)),
            .init("tags", [.string(operation.tag)]),
            .init("security", operation.signedIn ? [["session": []]] : []),
        ]
        let parameters = parameters(of: route, collecting: &components)
        if !parameters.isEmpty { members.append(.init("parameters", .array(parameters))) }
        var bodies = operation.takes.map { JSON.Member($0, [:]) }
        if let request = operation.request {
            bodies.append(.init("application/json", ["schema": request.json(collecting: &components)]))
        }
        if !bodies.isEmpty {
            members.append(.init("requestBody", ["required": true, "content": .object(bodies)]))
        }
        members.append(.init("responses", responses(of: route, collecting: &components)))
        return .object(members)
    }

    private static func parameters(of route: Route, collecting components: inout SchemaComponents) -> [JSON] {
        let operation = route.operation
        var all: [JSON] = []
        for (name, schema) in operation.parameters {
            all.append(parameter(name, in: "path", required: true, schema.json(collecting: &components)))
        }
        for (name, schema, required) in operation.query {
            all.append(parameter(name, in: "query", required: required, schema.json(collecting: &components)))
        }
        if needsToken(route) { all.append(["$ref": "#/components/parameters/Token"]) }
        if operation.keyed { all.append(["$ref": "#/components/parameters/IdempotencyKey"]) }
        return all
    }

    private static func needsToken(_ route: Route) -> Bool { route.operation.signedIn && route.method.writes }

    private static func parameter(_ name: String, in place: String, required: Bool, _ schema: JSON) -> JSON {
        ["name": .string(name), "in": .string(place), "required": .bool(required), "schema": schema]
    }

    /// Headers that more than one operation takes.
    static var headerParameters: JSON {
        var unused = SchemaComponents()
        let token = Schema.text(min: 1, max: 200).json(collecting: &unused)
        let key = Schema.id.json(collecting: &unused)
        return [
            "Token": described(
                parameter("X-Frontdesk-Token", in: "header", required: true, token),
                "The token of the session, from the answer of readSession: proof that a page of ours asks."),
            "IdempotencyKey": described(
                parameter("Idempotency-Key", in: "header", required: true, key),
                "A UUID for this submission. Repeating the request with it brings the first answer again."),
        ]
    }

    private static func described(_ parameter: JSON, _ text: String) -> JSON {
        .object((parameter.members ?? []) + [JSON.Member("description", .string(text))])
    }
}

// MARK: Answers

extension OpenAPI {
    private static func responses(of route: Route, collecting components: inout SchemaComponents) -> JSON {
        var answers: [JSON.Member] = []
        for answer in route.operation.answers {
            var members: [JSON.Member] = [.init("description", .string(reason(answer.status)))]
            if answer.status == 201 {
                members.append(.init("headers", ["Location": header(.text(max: 2000))]))
            }
            if let schema = answer.schema {
                let body: JSON = ["schema": schema.json(collecting: &components)]
                members.append(.init("content", .object([.init(answer.contentType, body)])))
            }
            answers.append(.init("\(answer.status)", .object(members)))
        }
        for status in problems(of: route) {
            var members: [JSON.Member] = [.init("description", .string(reason(status)))]
            if status == 429 || status == 503 {
                members.append(.init("headers", ["Retry-After": header(.count)]))
            }
            let reference = problem.json(collecting: &components)
            members.append(.init("content", ["application/problem+json": ["schema": reference]]))
            answers.append(.init("\(status)", .object(members)))
        }
        return .object(answers)
    }

    private static func header(_ schema: Schema) -> JSON {
        var unused = SchemaComponents()
        return ["schema": schema.json(collecting: &unused)]
    }

    /// What the gate, the middleware and the decoder can answer, by what the route needs; and what it names
    /// itself.
    static func problems(of route: Route) -> [Int] {
        let operation = route.operation
        // 400 a bad line or argument, 421 another host's name, 503 no room or no store.
        var statuses: Set<Int> = [400, 421, 500, 503]
        if route.method.writes { statuses.formUnion([403, 413]) }
        if operation.signedIn { statuses.formUnion([401, 403, 423]) }
        // No room on the disk: for whatever writes, and a look at a card writes that somebody looked.
        if operation.signedIn || route.method.writes { statuses.insert(507) }
        if operation.request != nil { statuses.formUnion([413, 415, 422]) }
        if !operation.takes.isEmpty { statuses.insert(415) }
        // 422 when the key came before with another body.
        if operation.keyed { statuses.insert(422) }
        if !operation.parameters.isEmpty { statuses.insert(404) }
        statuses.formUnion(operation.problems)
        statuses.subtract(operation.answers.map(\.status))
        return statuses.sorted()
    }

    private static func reason(_ status: Int) -> String {
        switch status {
        case 200: "Done"
        case 201: "Made"
        case 204: "Done, nothing to say"
        case 303: "Look elsewhere"
        case 304: "Not changed"
        case 400: "The request cannot be understood"
        case 401: "Nobody is signed in, or the proof is wrong"
        case 403: "Not allowed: the role, the token or the origin"
        case 404: "Not found"
        case 405: "Not with this method"
        case 408: "The request did not arrive in time"
        case 409: "Something else came first"
        case 413: "Too large"
        case 415: "Not a type of content that is taken here"
        case 421: "Not a name of this server"
        case 422: "Understood, and refused: the fields say why"
        case 423: "The screen is locked"
        case 429: "Too many tries"
        case 500: "A fault of ours"
        case 503: "Not now"
        case 507: "The disk is full"
        default: "Status \(status)"
        }
    }
}
