/// Whose son or daughter a word says somebody is.
///
/// A line that is taken apart asks it whether a word is a patronymic at all; a list that leaves the sex out
/// asks it whose the patronymic is.
enum PatronymicShape: Hashable {
    case son
    case daughter

    /// Takes a folded word, with its particle if it has one.
    init?(_ folded: String) {
        if folded.contains(" ") {
            guard let last = folded.split(separator: " ").last,
                let shape = PatronymicShape.particles[String(last)]
            else { return nil }
            self = shape
            return
        }
        guard let shape = PatronymicShape.ofParticle(in: folded) ?? PatronymicShape.ofEnding(folded) else {
            return nil
        }
        self = shape
    }

    static func isParticle(_ folded: String) -> Bool { particles[folded] != nil }

    static var allParticles: Set<String> { Set(particles.keys) }

    var sex: Sex { self == .son ? .male : .female }

    private static let particles: [String: PatronymicShape] = [
        "оглы": .son, "оглу": .son, "улы": .son, "уулу": .son, "угли": .son,
        "кызы": .daughter, "гызы": .daughter, "кизи": .daughter,
    ]

    /// «Нурланулы»: the particle written together with the name. «Weeks» and «Greeks» give words with such an
    /// end on the Russian keys, so a short one is none.
    private static func ofParticle(in folded: String) -> PatronymicShape? {
        guard folded.count >= 7 else { return nil }
        return particles.first { folded.hasSuffix($0.key) }?.value
    }

    private static func ofEnding(_ folded: String) -> PatronymicShape? {
        guard folded.count >= 5 else { return nil }
        if ["вич", "ьич", "мич", "тич"].contains(where: folded.hasSuffix) || sons.contains(folded) {
            return .son
        }
        return ["вна", "чна", "шна"].contains(where: folded.hasSuffix) ? .daughter : nil
    }

    /// Of names in -а and -я, where the ending alone is one of surnames too.
    private static let sons: Set<String> = ["лукич", "силыч", "фокич"]
}

extension Sex {
    /// Whose patronymic this is; nil when it is not certain. Of two words the last one tells.
    package init?(patronymic: String) {
        let folded = SearchText.fold(patronymic)
        let last = folded.split(separator: " ").last.map(String.init)
        guard let shape = PatronymicShape(folded) ?? last.flatMap(PatronymicShape.init) else { return nil }
        self = shape.sex
    }
}
