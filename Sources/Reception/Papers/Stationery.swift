package import Documents
internal import Domain
package import Localization

/// What every paper of this desk has in common: the clinic's head, the words of one language, and when it is
/// printed.
package struct Stationery: Sendable {
    package let catalogue: Catalogue
    package let language: Language
    package let letterhead: Letterhead
    /// By the clinic's clock: «21.11.2026 10:42».
    package let printedAt: String
    /// The same for the file: `2026-11-21T07:42:00Z`.
    package let madeAt: String
    /// The word across a preview, which has no code then.
    package var draft: String?

    package init(
        catalogue: Catalogue, language: Language, letterhead: Letterhead, printedAt: String, madeAt: String,
        draft: String? = nil
    ) {
        self.catalogue = catalogue
        self.language = language
        self.letterhead = letterhead
        self.printedAt = printedAt
        self.madeAt = madeAt
        self.draft = draft
    }

    /// The text under a key, with its places filled.
    package func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
        catalogue.text(key, language, values)
    }

    /// The text under a key in the form that the number asks for.
    package func count(_ key: String, _ number: Int64) -> String {
        self("\(key).\(PluralForm(number, language).rawValue)", ["n": String(number)])
    }

    /// A paper with head and foot.
    ///
    /// - Parameter form: the key of the form's name, which is also the file's title: it names nobody.
    package func paper(
        _ form: String, size: PageSize = .a4, mark: String? = nil, _ blocks: [Block]
    ) -> Paper {
        Paper(
            size: size, language: language == .russian ? "ru-RU" : "en-GB", title: self(form),
            letterhead: letterhead, mark: mark,
            footer: Footer(
                form: self(form), printed: self("print.printed", ["time": printedAt]),
                pages: self("print.pages")),
            madeAt: madeAt, draft: draft, blocks: blocks)
    }
}

/// Which of the forms of a word goes with a number.
enum PluralForm: String {
    case one
    case few
    case many

    /// 1 год, 2 года, 5 лет, 11 лет, 21 год; 1 year, 2 years.
    init(_ number: Int64, _ language: Language) {
        let (tens, ones) = (number % 100 / 10, number % 10)
        switch language {
        case .english: self = number == 1 ? .one : .many
        case .russian where tens == 1: self = .many
        case .russian: self = ones == 1 ? .one : (2...4).contains(ones) ? .few : .many
        }
    }
}

extension Stationery {
    /// «Иванова Галина Сергеевна».
    static func fullName(_ person: Person) -> String {
        [person.surname, person.name, person.patronymic.text].compactMap(\.self).joined(separator: " ")
    }

    func born(_ person: Person) -> String { self("patient.born", ["day": person.birthDate.shown]) }

    /// What somebody is to somebody.
    func role(of link: FamilyLink) -> String { link.word ?? self("family.role.\(link.role.rawValue)") }
}
