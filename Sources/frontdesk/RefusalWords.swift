internal import Assembly
internal import Domain
internal import Host
internal import Localization
internal import Reception

/// What the domain refuses, in the admin's words on a terminal.
struct RefusalWords {
    private let catalogue: Catalogue
    private let language: Language

    init(_ configuration: DeskConfiguration) throws {
        catalogue = try Catalogue.read(folder: configuration.wwwFolder + "/i18n")
        language = configuration.usualLanguage
    }

    /// What is wrong with a line of a list.
    func line(_ problems: [FieldProblem]) -> String {
        ListWords(catalogue: catalogue, language: language).text(problems)
    }

    func text(_ refusal: Refusal) -> String {
        let fields = refusal.fields.map { field in
            "  \(field.field): " + catalogue.text("field.\(field.code)", language, field.parameters)
        }
        let head = catalogue.text("problem.\(refusal.code.rawValue).detail", language, refusal.parameters)
        return ([head] + fields).joined(separator: "\n")
    }
}
