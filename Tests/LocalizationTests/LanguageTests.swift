import Localization
import Testing

@Suite struct `The language of an answer` {
    private static let cases: [(chosen: String?, accepted: String?, expected: Language)] = [
        (nil, nil, .russian), (nil, "", .russian), (nil, "de", .russian), (nil, "*", .russian),
        (nil, "en", .english), (nil, "EN-us", .english), (nil, "ru", .russian),
        (nil, "ru-RU,ru;q=0.9,en;q=0.8", .russian),
        (nil, "en-US,en;q=0.9,ru;q=0.8", .english), (nil, "de, en;q=0.5, ru;q=0.4", .english),
        (nil, "en;q=0.1, ru;q=0.2", .russian), (nil, "en;q=0.5, ru;q=0.5", .english),
        (nil, "ru;q=0, en;q=0.1", .english), (nil, "en;q=0", .russian),
        (nil, "en; q=0.9 ,ru ;q=0.95", .russian),
        (nil, "en;q=0.123, ru;q=0.1229", .english), (nil, "en;q=x, ru;q=0.1", .russian),
        (nil, "en;q=-1", .russian), (nil, "en;q=7", .russian), (nil, "en;q=", .russian),
        (nil, ",,;;q=,en", .english), (nil, "rue", .russian), (nil, "eng, ru;q=0.1", .russian),
        (nil, "enm;q=1, ru;q=0.2", .russian), (nil, "en-GB-oxendict", .english),
        ("en", "ru", .english), ("ru", "en", .russian), ("xx", "en", .english), ("", "en", .english),
        ("en", nil, .english), ("EN", nil, .russian),
    ]

    @Test(arguments: cases)
    func `is what was chosen by hand, else the best accepted, else the usual one`(
        chosen: String?, accepted: String?, expected: Language
    ) {
        #expect(Language.choose(chosen: chosen, accepted: accepted, usual: .russian) == expected)
    }

    @Test func `is the house's usual one when nothing else is known`() {
        #expect(Language.choose(chosen: nil, accepted: "fr", usual: .english) == .english)
    }
}
