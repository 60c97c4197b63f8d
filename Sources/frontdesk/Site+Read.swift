internal import Crypto
internal import Domain
internal import HTTP
internal import Host
internal import Localization

extension Site {
    /// The pages of one folder of `www`, with the texts of the catalogue; `filled` gives what no translation
    /// has.
    static func read(
        _ configuration: DeskConfiguration, pages: String, _ catalogue: Catalogue,
        filled: @escaping (Language) -> [String: String]
    ) throws -> Site {
        try Site(
            folder: configuration.wwwFolder, pagesFolder: pages,
            languages: Language.allCases.map(\.rawValue),
            translate: { name, key in
                Language(rawValue: name).flatMap { filled($0)[key] ?? catalogue.find(key, $0) }
            },
            digest: { Hex.text(SHA256.digest($0)) })
    }
}

extension DeskConfiguration {
    var usualLanguage: Localization.Language { language == .ru ? .russian : .english }
}
