package import Application
package import HTTP
package import Localization
internal import Wire

/// The console while its store cannot be opened: every page says what is wrong and what to do, and every
/// call of the API gets the problem that a failing store gives at work.
package struct OutOfOrder: Sendable {
    /// The one page of its folder, so that it is no address of the console.
    package static let page = "out-of-order"

    private let kind: Fault.Kind
    private let catalogue: Catalogue
    private let usualLanguage: Language
    private let site: Site

    package init(kind: Fault.Kind, catalogue: Catalogue, usualLanguage: Language, site: Site) {
        self.kind = kind
        self.catalogue = catalogue
        self.usualLanguage = usualLanguage
        self.site = site
    }

    /// What the page says beside its fixed words.
    package static func words(
        _ kind: Fault.Kind, _ catalogue: Catalogue, _ language: Language
    ) -> [String: String] {
        [
            "trouble.what": catalogue.text("outoforder.\(kind.rawValue).what", language),
            "trouble.do": catalogue.text("outoforder.\(kind.rawValue).do", language),
        ]
    }

    package var routes: [Route] {
        let calls = [Method.get, .post, .put, .delete].map { method in
            Route(method, "/api/{rest*}", .outOfOrder) { refuse($0) }
        }
        let pages = ["/", "/{page*}"].map { pattern in Route(.get, pattern, .outOfOrder) { show($0) } }
        return calls + pages + [site.assetRoute(.outOfOrder, problem: problemWriter)]
    }

    /// How the guards and the router say what they refuse, in the reader's language.
    package var problemWriter: ProblemWriter {
        { request, kind in problem(kind.code, kind.status, request).response }
    }

    /// Asked without the reader's headers: a page that is kept from before must not be taken for this one.
    private func show(_ request: Request) -> Response {
        let bare = Request(method: .get, path: request.path, id: request.id)
        guard let page = site.page(OutOfOrder.page, language: language(of: request).rawValue, bare) else {
            return refuse(request)
        }
        var headers = Headers(page.headers.lines.filter { !Headers.same($0.name, "ETag") })
        headers.set("Cache-Control", "no-store")
        headers.set("Retry-After", String(OutOfOrder.retryAfterSeconds))
        return Response(status: 503, headers: headers, body: page.body)
    }

    private func refuse(_ request: Request) -> Response {
        var problem = problem(kind.code, kind.status, request)
        problem.retryAfterSeconds = OutOfOrder.retryAfterSeconds
        return problem.response
    }

    private func problem(_ code: String, _ status: Int, _ request: Request) -> Problem {
        let language = language(of: request)
        return Problem(
            status: status, code: code, title: catalogue.text("problem.\(code).title", language),
            detail: catalogue.text("problem.\(code).detail", language), instance: request.id)
    }

    private func language(of request: Request) -> Language { request.language(usual: usualLanguage) }

    // The page looks again as often.
    private static let retryAfterSeconds = 5
}

extension Operation {
    /// Never published: whoever asks for the description of the API gets the problem as well.
    fileprivate static let outOfOrder = Operation(
        "outOfOrder", "The store cannot be opened", tag: "outage", signedIn: false, answers: [])
}
