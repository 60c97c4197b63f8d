/// The languages of the house, the first of which is spoken when nothing else is asked for.
package enum Language: String, CaseIterable, Sendable {
    case russian = "ru"
    case english = "en"

    /// What the reader chose by hand wins over what the browser says.
    package static func choose(chosen: String?, accepted: String?, usual: Language) -> Language {
        if let chosen, let language = Language(rawValue: chosen) { return language }
        guard let accepted else { return usual }
        return firstKnown(accepted) ?? usual
    }

    /// The known language with the highest weight of an `Accept-Language` line; of equals the first.
    private static func firstKnown(_ accepted: String) -> Language? {
        var best: (language: Language, weight: Int)?
        for range in accepted.split(separator: ",") {
            let parts = range.split(separator: ";").map { $0.filter { $0 != " " } }
            let tag = parts.first.map { $0.prefix { $0 != "-" }.lowercased() }
            guard let tag, let language = Language(rawValue: tag) else { continue }
            let weight =
                parts.dropFirst().first { $0.hasPrefix("q=") }.map { thousandths($0.dropFirst(2)) } ?? 1000
            if weight > 0, weight > best?.weight ?? 0 { best = (language, weight) }
        }
        return best?.language
    }

    /// `0.75` → 750; what cannot be read weighs nothing.
    private static func thousandths(_ text: some StringProtocol) -> Int {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first.flatMap({ Int($0) }), (0...1).contains(whole) else { return 0 }
        let fraction = parts.count > 1 ? String((parts[1] + "000").prefix(3)) : "000"
        return min(1000, whole * 1000 + (Int(fraction) ?? 0))
    }
}
