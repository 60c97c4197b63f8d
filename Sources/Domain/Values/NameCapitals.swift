/// Capital letters where a name has them.
///
/// Each part begins with one; what the operator typed beyond that stays («МакДональд»), unless Caps Lock
/// speaks: all capitals, or only the first small. Particles («фон», «оглы», «аль») stay as typed where they
/// stand beside a name.
enum NameCapitals {
    private static let particles = PatronymicShape.allParticles.union([
        "заде", "бей", "бек", "ибн", "бен", "бин", "бинт", "абд", "абу", "аль", "эль", "ад", "ар", "ас", "ат",
        "аш", "эд", "эш", "ан", "фон", "цу", "цур", "ван", "дер", "ден", "де", "да", "дас", "дос", "ди", "до",
        "дель", "делла", "дю", "ла", "ле", "лос", "и", "von", "zu", "van", "der", "den", "de", "da", "dos",
        "di", "del", "della", "du", "la", "le", "al", "el", "bin", "ibn", "y",
    ])

    /// Takes a tidy line: single spaces and hyphens.
    static func applied(to text: String) -> String {
        let shouted = !text.contains(where: \.isLowercase) && text.filter(\.isLetter).count > 1
        let words = text.split(separator: " ").map { $0.split(separator: "-").map(String.init) }
        let isAlone = words.count == 1 && words.first?.count == 1
        return words.map { parts in
            parts.map { part(String($0), shouted: shouted, isAlone: isAlone) }.joined(separator: "-")
        }.joined(separator: " ")
    }

    private static func part(_ part: String, shouted: Bool, isAlone: Bool) -> String {
        let lowered = part.lowercased()
        if !isAlone, particles.contains(lowered), shouted || part == lowered { return lowered }
        return apostrophes(shouted || isInverted(part) ? lowered : part)
    }

    /// «иВАНОВ»: the Shift key under Caps Lock.
    private static func isInverted(_ part: String) -> Bool {
        guard let first = part.first, first.isLowercase else { return false }
        let rest = part.dropFirst().filter(\.isLetter)
        return !rest.isEmpty && rest.allSatisfy(\.isUppercase)
    }

    /// «О'Коннор», «д'Артаньян»: a single letter in front of the apostrophe does not take the capital away.
    private static func apostrophes(_ part: String) -> String {
        let pieces = part.split(separator: "'", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        guard pieces.count == 2, pieces[0].count == 1 else { return capital(part) }
        return capital(pieces[0]) + "'" + capital(pieces[1])
    }

    private static func capital(_ text: String) -> String {
        guard let first = text.first else { return text }
        return first.uppercased() + text.dropFirst()
    }
}
