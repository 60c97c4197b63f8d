import Localization
import Testing
import Wire

@Suite struct `The catalogue of texts` {
    private static func one(_ text: String) throws -> Catalogue {
        try Catalogue([.russian: ["a": .string(text)], .english: ["a": .string(text)]])
    }

    @Test func `joins nested names by dots`() throws {
        let nested: JSON = ["problem": ["not_found": ["title": "Нет такого"], "x.y": "Точка"], "app": "Имя"]
        let catalogue = try Catalogue([.russian: nested, .english: nested])
        #expect(catalogue.keys == ["problem.not_found.title", "problem.x.y", "app"])
        #expect(catalogue.find("problem.not_found.title", .russian) == "Нет такого")
    }

    @Test func `gives each language its own text, and a key without one as itself`() throws {
        let catalogue = try Catalogue([.russian: ["yes": "да"], .english: ["yes": "yes"]])
        #expect(catalogue.text("yes", .russian) == "да")
        #expect(catalogue.text("yes", .english) == "yes")
        #expect(catalogue.text("no", .english, ["a": "b"]) == "no")
        #expect(catalogue.find("no", .english) == nil)
    }

    @Test(
        arguments: [
            ([.russian: ["a": "а", "b": "б"], .english: ["a": "a"]], "i18n/en.json: b is missing"),
            ([.russian: ["a": "а"], .english: ["a": "a", "c": ["d": "d"]]], "i18n/ru.json: c.d is missing"),
            ([.russian: ["a": "а"]], "i18n/en.json: a is missing"),
            ([.russian: ["a": ["b": 5]], .english: [:]], "i18n/ru.json: a.b is not a text"),
            ([.russian: ["a": ["x"]], .english: [:]], "i18n/ru.json: a is not a text"),
            ([.russian: [:], .english: ["a": nil]], "i18n/en.json: a is not a text"),
        ] as [([Language: JSON], String)])
    func `is refused when a text is missing or is none`(documents: [Language: JSON], words: String) {
        #expect(throws: Catalogue.Fault.self) { try Catalogue(documents) }
        do {
            _ = try Catalogue(documents)
        } catch {
            #expect("\(error)" == words)
        }
    }

    private static let filled: [(String, String)] = [
        ("Приём у {who} в {time}", "Приём у Петровой в 10:42"), ("{who}", "Петровой"),
        ("{who}{who}", "ПетровойПетровой"),
        ("без мест", "без мест"), ("{nobody} пришла", "{nobody} пришла"), ("{odd", "{odd"),
        ("раз {who", "раз {who"),
        ("{who} и {odd", "Петровой и {odd"), ("}{who}", "}Петровой"), ("{} {who}", "{} Петровой"), ("", ""),
        ("{brace}", "{who}"),
    ]

    @Test(arguments: filled)
    func `fills placeholders once, and leaves what it does not know`(template: String, expected: String)
        throws
    {
        let values = ["who": "Петровой", "time": "10:42", "brace": "{who}"]
        #expect(try Self.one(template).text("a", .russian, values) == expected)
    }
}
