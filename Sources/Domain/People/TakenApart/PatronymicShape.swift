/// Whose son or daughter a word says somebody is.
enum PatronymicShape: Hashable {
    case son
    case daughter

    /// Takes a folded word, with its particle if it has one.
    init?(_ folded: String) {
        if let last = folded.split(separator: " ").last, folded.contains(" ") {
            guard let sex = PatronymicShape.particles[String(last)] else { return nil }
            self = sex == .male ? .son : .daughter
            return
        }
        guard folded.count >= 5 else { return nil }
        if ["ович", "евич"].contains(where: folded.hasSuffix) || PatronymicShape.sons.contains(folded) {
            self = .son
        } else if ["овна", "евна", "ична", "инична"].contains(where: folded.hasSuffix) {
            self = .daughter
        } else {
            return nil
        }
    }

    static func isParticle(_ folded: String) -> Bool { particles[folded] != nil }

    var sex: Sex { self == .son ? .male : .female }

    private static let particles: [String: Sex] = [
        "оглы": .male, "оглу": .male, "улы": .male, "уулу": .male, "кызы": .female, "гызы": .female,
    ]

    /// Of names in -а and -я.
    private static let sons: Set<String> = [
        "ильич", "никитич", "кузьмич", "фомич", "лукич", "саввич", "силыч", "фокич",
    ]
}
