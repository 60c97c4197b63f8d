internal import Application
internal import Domain
internal import HTTP
internal import Localization
internal import Wire

/// A request from anybody.
struct Asking: Sendable {
    let request: Request
    let usualLanguage: Language
    /// The body, already found to fit the route's schema; null when the route takes none.
    let body: JSON

    /// Asked of the request only by answers that have words in them; most have data.
    var language: Language { request.language(usual: usualLanguage) }
}

/// A request from somebody who is signed in, unlocked and allowed.
struct Caller: Sendable {
    let asking: Asking
    let session: Session
    let cookie: String

    var request: Request { asking.request }
    var language: Language { asking.language }
    var body: JSON { asking.body }
    var author: Author { session.author(request: request.id) }
}

extension Request {
    func language(usual: Language) -> Language {
        Language.choose(
            chosen: Cookies(headers)[CookieNames.language], accepted: headers["Accept-Language"], usual: usual
        )
    }

    /// An id from the path. What is no id names nothing, so the answer is the same as for an id that nobody
    /// has.
    func id<Entity>(_ name: String, missing: Refusal.Code) throws -> ID<Entity> {
        guard let id = parameters[name].flatMap(ID<Entity>.init(_:)) else { throw Refusal(missing) }
        return id
    }

    /// A whole number from the address; nil where there is none.
    func whole<Number: FixedWidthInteger>(_ name: String, _ range: ClosedRange<Number>) throws -> Number? {
        guard let text = query.first(where: { $0.name == name })?.value else { return nil }
        guard let number = Number(text), range.contains(number) else { throw RequestFault.queryWrong(name) }
        return number
    }
}

extension JSON {
    /// A member that the schema promises.
    func word(_ name: String) -> String { self[name]?.text ?? "" }
    func number(_ name: String) -> Int64 { self[name]?.integer ?? 0 }

    /// Null means that the person acts alone; an id must be one.
    func link(_ name: String) throws -> ID<FamilyLink>? {
        guard let text = self[name]?.text else { return nil }
        guard let id = ID<FamilyLink>(text) else { throw Refusal(.familyLinkNotFound) }
        return id
    }
}
