/// K-09: what every answer tells the browser to forbid.
package struct SecurityHeaders: Sendable {
    package static let contentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

    private let lines: [(name: String, value: String)] = [
        (name: "Content-Security-Policy", value: contentSecurityPolicy),
        (name: "X-Content-Type-Options", value: "nosniff"),
        (name: "Referrer-Policy", value: "no-referrer"),
        (name: "Cross-Origin-Opener-Policy", value: "same-origin"),
        (name: "Cross-Origin-Resource-Policy", value: "same-origin"),
        (
            name: "Permissions-Policy",
            value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=()"
        ),
    ]

    package init() {}

    package func callAsFunction(_ next: @escaping Handler) -> Handler {
        { request in protect(next(request)) }
    }

    /// For answers that no handler made, such as the server's own refusals.
    package func protect(_ response: Response) -> Response {
        var response = response
        let kept = response.headers.has("Cache-Control")
        response.headers.append(lines)
        // Whatever a handler did not think about is data, and data is not to lie in a cache on the disk.
        if !kept { response.headers.add("Cache-Control", "no-store") }
        return response
    }
}
