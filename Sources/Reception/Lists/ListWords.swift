package import Domain
package import Localization

/// What is wrong with a line, in words: by column, as it is called.
package struct ListWords {
    private let catalogue: Catalogue
    private let language: Language

    package init(catalogue: Catalogue, language: Language) {
        self.catalogue = catalogue
        self.language = language
    }

    package func text(_ problems: [FieldProblem]) -> String {
        problems.map(text).joined(separator: " ")
    }

    private func text(_ problem: FieldProblem) -> String {
        let words = catalogue.text("field.\(problem.code)", language, problem.parameters)
        guard problem.field != ListedPerson.whole else { return words }
        return catalogue.text("list.field.\(problem.field)", language) + ": " + words
    }
}
