package import HTTP
package import Localization

/// How the cabinet speaks to whoever knocks: in the language that the browser asks for.
package struct Front: Sendable {
    private let catalogue: Catalogue

    package init(catalogue: Catalogue) { self.catalogue = catalogue }

    package var problemWriter: ProblemWriter {
        { request, kind in
            let language = Language.choose(
                chosen: nil, accepted: request.headers["Accept-Language"], usual: .russian)
            return Problem(
                status: kind.status, code: kind.code,
                title: catalogue.text("problem.\(kind.code).title", language),
                detail: catalogue.text("problem.\(kind.code).detail", language), instance: request.id
            ).response
        }
    }
}
