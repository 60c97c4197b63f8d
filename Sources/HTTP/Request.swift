/// One request, complete: the gate has let it through and its body is here.
package struct Request: Sendable {
    package let method: Method
    /// The path as sent, percent-decoded once, without the query.
    package let path: String
    /// Query arguments in order. Personal data never travels here.
    package let query: [(name: String, value: String)]
    package let headers: Headers
    package let body: [UInt8]
    /// Values of `{name}` in the route's pattern.
    package var parameters: [String: String]
    /// The request line had a method that no route has (PATCH, QUERY …); `method` then says `get`, the
    /// harmless one, and the router answers 405 without looking for a handler.
    package var strangeMethod = false
    /// Minted by the server for each request; the journal and the reader's problem page share it.
    package let id: String

    package init(
        method: Method, path: String, query: [(name: String, value: String)] = [],
        headers: Headers = Headers(),
        body: [UInt8] = [], parameters: [String: String] = [:], id: String
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
        self.parameters = parameters
        self.id = id
    }
}
