package import Wire

/// Every text that a reader sees, by key and language; the same keys in each language.
///
/// Nested objects in the files are joined by dots: `{"problem": {"not_found": …}}` has the key
/// `problem.not_found`.
package struct Catalogue: Sendable {
    package enum Fault: Error, CustomStringConvertible {
        case notAText(key: String, language: Language)
        case missing(key: String, language: Language)

        package var description: String {
            switch self {
            case .notAText(let key, let language): "i18n/\(language.rawValue).json: \(key) is not a text"
            case .missing(let key, let language): "i18n/\(language.rawValue).json: \(key) is missing"
            }
        }
    }

    private let texts: [Language: [String: String]]

    package init(_ documents: [Language: JSON]) throws {
        var texts: [Language: [String: String]] = [:]
        for (language, document) in documents {
            var flat: [String: String] = [:]
            try Catalogue.flatten(document, under: "", language, into: &flat)
            texts[language] = flat
        }
        self.texts = texts
        for language in Language.allCases {
            for key in texts.values.flatMap(\.keys) where texts[language]?[key] == nil {
                throw Fault.missing(key: key, language: language)
            }
        }
    }

    package var keys: Set<String> { Set(texts[.russian, default: [:]].keys) }

    /// The text as written, with its `{placeholders}`; nil when there is no such key.
    package func find(_ key: String, _ language: Language) -> String? { texts[language]?[key] }

    /// The text with its placeholders filled. A key without a text shows as itself: the reader can still tell
    /// us.
    package func text(_ key: String, _ language: Language, _ values: [String: String] = [:]) -> String {
        guard let template = find(key, language) else { return key }
        return values.isEmpty ? template : Catalogue.fill(template, values)
    }

    private static func fill(_ template: String, _ values: [String: String]) -> String {
        var out = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            out += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            out += values[name] ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        return out + rest
    }

    private static func flatten(
        _ document: JSON, under prefix: String, _ language: Language, into flat: inout [String: String]
    ) throws {
        switch document {
        case .string(let text): flat[prefix] = text
        case .object(let members):
            for member in members {
                try flatten(
                    member.value, under: prefix.isEmpty ? member.name : prefix + "." + member.name, language,
                    into: &flat)
            }
        default: throw Fault.notAText(key: prefix, language: language)
        }
    }
}
