internal import Application
internal import Domain
package import HTTP
internal import Localization
internal import Wire

/// The console's pages: documents without any data in them. Who may see data is the API's business; a page
/// only sends somebody who is not signed in to the door.
extension Console {
    /// Open to anybody: the doors themselves, and the help for those who cannot get in.
    private static let openPages: Set<String> = ["sign-in", "setup", "help"]
    /// What a browser shows for an address that is none; it has no address itself.
    private static let lost = "not-found"

    package func pageRoutes(_ site: Site) -> [Route] {
        let pages = site.pageNames.filter { $0 != Console.lost }.map { name in
            Route(.get, "/" + name, page(name)) { request in
                answering(request) { try show(name, site, request, language(of: request)) }
            }
        }
        let home = Route(.get, "/", page("home")) { request in
            answering(request) { try show("desk", site, request, language(of: request)) }
        }
        return pages + [home, site.assetRoute(.asset, problem: problemWriter), icon(site)]
    }

    /// How the guards and the router say what they refuse, in the reader's language.
    package var problemWriter: ProblemWriter {
        { request, kind in problems.answer(kind, request, language(of: request)) }
    }

    /// The same for a program that has pages: whoever types a wrong address is a person and gets a page.
    package func problemWriter(_ site: Site) -> ProblemWriter {
        { request, kind in
            let language = language(of: request)
            let isPerson = request.method == .get && request.headers["Accept"]?.contains("text/html") == true
            // Asked without the reader's headers: a kept page must not be taken for this answer.
            let bare = Request(method: .get, path: request.path, id: request.id)
            guard kind == .notFound, isPerson,
                let page = site.page(Console.lost, language: language.rawValue, bare)
            else { return problems.answer(kind, request, language) }
            return Response(
                status: kind.status,
                headers: ["Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store"],
                body: page.body)
        }
    }

    private func show(_ name: String, _ site: Site, _ request: Request, _ language: Language) throws
        -> Response
    {
        if let elsewhere = try detour(from: name, request) {
            return Response(status: 303, headers: ["Location": elsewhere, "Cache-Control": "no-store"])
        }
        guard let response = site.page(name, language: language.rawValue, request) else {
            return problems.answer(ProblemKind.notFound, request, language)
        }
        return response
    }

    private func detour(from name: String, _ request: Request) throws -> String? {
        if name == "help" { return nil }
        let isNew = house.setupCode() != nil
        if isNew { return name == "setup" ? nil : "/setup" }
        if name == "setup" { return "/sign-in" }
        if Console.openPages.contains(name) { return nil }
        guard let cookie = Cookies(request.headers)[CookieNames.session] else { return "/sign-in" }
        do {
            return try sittings.find(cookie) == nil ? "/sign-in" : nil
        } catch is Fault {
            // The page comes and says what is wrong with the store; there is no data in it.
            return nil
        }
    }

    /// Browsers ask for it unasked.
    private func icon(_ site: Site) -> Route {
        Route(.get, "/favicon.ico", page("icon")) { request in
            guard let address = site.assetAddress("img/icon.svg") else {
                return problemWriter(request, .notFound)
            }
            return Response(status: 302, headers: ["Location": address])
        }
    }

    private func page(_ name: String) -> Operation {
        Operation(
            "page-" + name, "A page of the console", tag: "pages", signedIn: false,
            answers: [(200, "text/html", nil)])
    }
}

extension Operation {
    fileprivate static let asset = Operation(
        "readAsset", "A style, script or picture of the pages", tag: "pages", signedIn: false,
        answers: [(200, "application/octet-stream", nil)])
}
