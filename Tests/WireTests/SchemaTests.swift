import Testing
import Wire

@Suite struct `Checking a document's shape` {
    private static let person: Schema = .named(
        "Person",
        .object([
            .init("surname", .text(min: 1, max: 5)),
            .init("sex", .words(["male", "female"])),
            .optional("note", .text(max: 10).orNull),
        ]))

    private static let form: Schema = .object([
        .init("id", .id),
        .init("born", .day),
        .init("person", person),
        .init("version", .integer(minimum: 1, maximum: 9)),
        .init("urgent", .bool),
        .init("accepted", .array(.text(max: 3), maxItems: 2)),
        .init("content", .map(.text(max: 3), maxProperties: 2)),
        .optional("phone", .shaped(.phone, min: 9, max: 16).orNull),
    ])

    private static let good: JSON = [
        "id": "01936b0a-7c00-7000-8000-00000000a001", "born": "2024-02-29", "version": 1, "urgent": false,
        "person": ["surname": "Ёлкин", "sex": "male", "note": nil], "accepted": ["abc", ""],
        "content": ["а": "б"],
        "phone": "+79261111111",
    ]

    @Test func `says nothing about a document that fits`() {
        #expect(Self.form.violations(in: Self.good) == [])
        #expect(Self.form.violations(in: Self.good.without("phone")) == [])
    }

    private static let wrong: [(String, JSON, String, Violation.Rule)] = [
        ("id", "01936B0A-7C00-7000-8000-00000000A001", "id", .pattern),
        ("id", "01936b0a-7c00-7000-8000-00000000a00", "id", .tooShort),
        ("id", 5, "id", .type), ("id", nil, "id", .type),
        ("born", "2023-02-29", "born", .format), ("born", "01.02.1990", "born", .pattern),
        ("born", "2024-02-30", "born", .format), ("born", "٢٠٢٤-٠٢-٠٢", "born", .pattern),
        ("version", 0, "version", .outOfRange), ("version", 10, "version", .outOfRange),
        ("version", .number(1.5), "version", .type), ("version", "1", "version", .type),
        ("urgent", 1, "urgent", .type), ("person", [], "person", .type),
        ("person", ["sex": "male"], "person.surname", .missing),
        ("person", ["surname": "", "sex": "male"], "person.surname", .tooShort),
        ("person", ["surname": "Ёлкины", "sex": "male"], "person.surname", .tooLong),
        ("person", ["surname": "Ё", "sex": "М"], "person.sex", .notAllowed),
        ("person", ["surname": "Ё", "sex": "male", "Sex": "male"], "person.Sex", .unknown),
        ("person", ["surname": "Ё", "sex": "male", "note": 5], "person.note", .type),
        ("accepted", ["", "long"], "accepted[1]", .tooLong),
        ("accepted", ["", "", ""], "accepted", .tooMany),
        ("content", ["a": "", "b": "long"], "content.b", .tooLong),
        ("content", ["a": "", "b": "", "c": ""], "content", .tooMany),
        ("phone", "89261111111", "phone", .pattern), ("phone", "", "phone", .tooShort),
    ]

    @Test(arguments: wrong)
    func `names the place and the rule`(name: String, value: JSON, path: String, rule: Violation.Rule) {
        let found = Self.form.violations(in: Self.good.with(name, value))
        #expect(found.map(\.path) == [path])
        #expect(found.map(\.rule) == [rule])
    }

    @Test func `asks for what is missing and refuses what it does not know, once each`() {
        let found = Self.form.violations(in: ["id": "01936b0a-7c00-7000-8000-00000000a001", "extra": 1])
        let missing = ["born", "person", "version", "urgent", "accepted", "content"]
        #expect(found.filter { $0.rule == .missing }.map(\.path) == missing)
        #expect(found.filter { $0.rule == .unknown }.map(\.path) == ["extra"])
        #expect(found.count == 7)
    }

    @Test func `counts letters as JSON Schema does, by code point`() {
        let one = Schema.text(max: 1)
        #expect(one.violations(in: "😀").isEmpty)
        // и and a combining breve: one letter to the eye, two code points.
        #expect(one.violations(in: "и\u{306}").map(\.rule) == [.tooLong])
    }

    @Test func `never repeats what was sent`() {
        let secret = "Иванова Галина +79261111111"
        let documents: [JSON] = [
            Self.good.with("person", .string(secret)), Self.good.with("id", .string(secret)),
            Self.good.with(secret, 1), Self.good.with("content", .object([.init(secret, 1)])),
        ]
        for document in documents {
            let found = Self.form.violations(in: document)
            #expect(!found.isEmpty)
            for one in found {
                #expect(!one.path.contains("Иванова"))
                #expect(!one.parameters.values.contains { $0.contains("Иванова") })
            }
        }
    }

    @Test func `stops counting in a document that is wrong everywhere`() {
        let many = JSON.object((0..<5000).map { .init("m\($0)", 1) })
        #expect(Self.form.violations(in: many).count == 50)
    }
}

@Suite struct `Publishing a shape` {
    @Test func `closes objects, names what is required, and lets null in`() {
        var components = SchemaComponents()
        let schema: Schema = .object([
            .init("kind", .words(["a", "b"]).orNull), .optional("who", .orNull(.named("Who", .object([])))),
            .optional("age", .integer(minimum: 0, maximum: nil)), .init("on", .day.orNull),
        ])
        let expected: JSON = [
            "type": "object",
            "properties": [
                "kind": ["type": ["string", "null"], "enum": ["a", "b", nil]],
                "who": ["anyOf": [["$ref": "#/components/schemas/Who"], ["type": "null"]]],
                "age": ["type": "integer", "format": "int64", "minimum": 0],
                "on": [
                    "type": ["string", "null"], "minLength": 10, "maxLength": 10,
                    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "format": "date", "examples": ["2026-11-21"],
                ],
            ],
            "required": ["kind", "on"],
            "additionalProperties": false,
        ]
        #expect(schema.json(collecting: &components) == expected)
        let who: JSON = ["type": "object", "properties": [:], "additionalProperties": false]
        #expect(components.json == ["Who": who])
    }

    @Test func `stops when two shapes share a name`() async {
        await #expect(processExitsWith: .failure) {
            var components = SchemaComponents()
            _ = Schema.named("A", .bool).json(collecting: &components)
            _ = Schema.named("A", .count).json(collecting: &components)
        }
    }
}

@Suite struct `Patterns` {
    private static let samples = [
        "", "a", "A", "5", "55", "a5_", "_a", "5a", "а", "٥", "abc123", "+79261111111", "+7926111",
        "79261111111",
        "+123456789012345", "+1234567890123456", "112-233-445 95", "112-233-44595", "112-233-445  95",
        "2026-11-21",
        "2026-11-2x", "01936b0a-7c00-7000-8000-00000000a001", "01936B0A-7C00-7000-8000-00000000a001",
        "01936b0a-7c00-7000-8000-00000000a00g", "01936b0a07c00-7000-8000-00000000a001",
    ]

    @Test(arguments: Pattern.allCases)
    func `the Swift reading and the published expression agree`(pattern: Pattern) throws {
        let expression = try Regex(pattern.rawValue).asciiOnlyDigits()
        var taken = 0
        for sample in Self.samples {
            let expected = sample.wholeMatch(of: expression) != nil
            #expect(pattern.matches(sample) == expected, "\(sample)")
            taken += expected ? 1 : 0
        }
        #expect(taken > 0 && taken < Self.samples.count)
    }
}

extension JSON {
    fileprivate func with(_ name: String, _ value: JSON) -> JSON {
        let members = self.members ?? []
        guard members.contains(where: { $0.name == name }) else {
            return .object(members + [.init(name, value)])
        }
        return .object(members.map { $0.name == name ? .init(name, value) : $0 })
    }

    fileprivate func without(_ name: String) -> JSON {
        .object((members ?? []).filter { $0.name != name })
    }
}
