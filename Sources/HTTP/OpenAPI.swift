package import Wire

/// The OpenAPI 3.1 document of a route table: what may be asked, and every answer that may come.
///
/// Made from the table that serves, so it cannot lag behind. Shapes are closed, in both directions.
package struct OpenAPI: Sendable {
    let title: String
    let version: String
    let routes: [Route]

    /// Stops the program when two routes share a name or a place in a pattern has no shape: those are our
    /// bugs, and they show at the first start.
    package init(title: String, version: String, routes: [Route]) {
        let names = routes.map(\.operation.name)
        precondition(Set(names).count == names.count, "each operation has a name of its own")
        for route in routes {
            precondition(
                Set(OpenAPI.places(in: route.pattern)) == Set(route.operation.parameters.map(\.name)),
                "\(route.operation.name): the pattern and the parameters name the same places")
        }
        self.title = title
        self.version = version
        self.routes = routes
    }

    package var json: JSON {
        var components = SchemaComponents()
        let paths = paths(collecting: &components)
        _ = OpenAPI.problem.json(collecting: &components)
        return [
            "openapi": "3.1.0",
            "info": ["title": .string(title), "version": .string(version)],
            "servers": [["url": "/"]],
            "tags": .array(tags.map { ["name": .string($0)] }),
            "paths": paths,
            "components": [
                "schemas": components.json,
                "parameters": OpenAPI.headerParameters,
                "securitySchemes": [
                    "session": ["type": "apiKey", "in": "cookie", "name": .string(OpenAPI.sessionCookie)]
                ],
            ],
        ]
    }

    static let sessionCookie = "frontdesk_session"

    private var tags: [String] {
        routes.reduce(into: []) { tags, route in
            if !tags.contains(route.operation.tag) { tags.append(route.operation.tag) }
        }
    }

    /// Paths in the order of the table, each with its methods together.
    private func paths(collecting components: inout SchemaComponents) -> JSON {
        var order: [String] = []
        var methods: [String: [JSON.Member]] = [:]
        for route in routes {
            if methods[route.pattern] == nil { order.append(route.pattern) }
            let operation = OpenAPI.operation(route, collecting: &components)
            methods[route.pattern, default: []].append(.init(route.method.rawValue.lowercased(), operation))
        }
        return .object(order.map { .init($0, .object(methods[$0] ?? [])) })
    }

    /// The names between braces.
    private static func places(in pattern: String) -> [String] {
        pattern.split(separator: "/").filter { $0.hasPrefix("{") && $0.hasSuffix("}") }
            .map { String($0.dropFirst().dropLast()) }
    }
}
