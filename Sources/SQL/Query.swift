/// One statement, named once and used many times.
///
/// Parameters are `$1`, `$2`, … in the order of the values given. The text is a compile-time constant, so no
/// value can ever reach it by pasting strings together; a connection keeps the prepared statement by the
/// address of the literal, which is why the literal itself is held and not a copy.
package struct Query: Sendable {
    package let literal: StaticString

    package init(_ text: StaticString) {
        literal = text
    }

    package var text: String { literal.description }
}

extension Query: ExpressibleByStringLiteral {
    package init(stringLiteral text: StaticString) { self.init(text) }
}
