import Application
import Documents
import Domain
import HTTP
import Localization
import Reception
import Testing
import Wire

@Suite struct `The texts that are shipped` {
    /// Requests that our page would never send: the codes are in `Problems`.
    private static let requestFaults = [
        "body_not_json", "body_not_of_schema", "idempotency_key_missing", "idempotency_key_malformed",
        "token_wrong",
        "query_wrong", "internal",
    ]

    static let problems =
        Refusal.Code.allCases.map(\.rawValue) + ProblemKind.all.map(\.code)
        + Fault.Kind.allCases.map { "store_" + $0.rawValue } + PaperFault.codes + requestFaults

    static let keys =
        problems.flatMap { ["problem.\($0).title", "problem.\($0).detail"] }
        + FieldCode.allCases.map { "field.\($0.rawValue)" }
        + Violation.Rule.allCases.map { "schema.\($0.rawValue)" }
        + Event.Kind.allCases.map { "history.\($0.rawValue)" }
        + Notice.Kind.allCases.map { "history.\($0.rawValue)" }
        + Visit.State.allCases.map { "visit.state.\($0.rawValue)" }
        + Likeness.Reason.allCases.map { "alike.\($0.rawValue)" }

    @Test func `are there in both languages for everything that can be said`() throws {
        let catalogue = try Words.catalogue.get()
        for language in Language.allCases {
            let missing = Self.keys.filter { (catalogue.find($0, language) ?? "").isEmpty }
            #expect(missing == [], "\(language.rawValue)")
        }
    }

    @Test func `name the same values in both languages`() throws {
        let catalogue = try Words.catalogue.get()
        var odd: [String] = []
        for key in catalogue.keys {
            let places = Language.allCases.map { Self.placeholders(catalogue.text(key, $0)) }
            if Set(places).count > 1 { odd.append(key) }
        }
        #expect(odd.sorted() == [])
    }

    @Test func `are Russian in Russian and without Cyrillic in English`() throws {
        let catalogue = try Words.catalogue.get()
        for key in Self.keys {
            let russian = catalogue.text(key, .russian)
            #expect(russian.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }, "\(key)")
        }
        for key in Self.keys
        where key.hasPrefix("problem.") || key.hasPrefix("history.") || key.hasPrefix("schema.") {
            let english = catalogue.text(key, .english)
            #expect(!english.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }, "\(key)")
        }
    }

    @Test(arguments: Refusal.Code.allCases)
    func `of a refusal have a status`(code: Refusal.Code) {
        #expect((400...599).contains(code.status))
    }

    @Test func `leave no code as it is named in the program`() throws {
        // The control: a key that nobody has written is not found.
        let catalogue = try Words.catalogue.get()
        #expect(catalogue.find("problem.no_such_code.title", .russian) == nil)
        #expect(catalogue.text("problem.no_such_code.title", .russian) == "problem.no_such_code.title")
    }

    @Test func `fit a problem document`() throws {
        let catalogue = try Words.catalogue.get()
        for code in Self.problems {
            for language in Language.allCases {
                let problem = Problem(
                    status: 400, code: code, title: catalogue.text("problem.\(code).title", language),
                    detail: catalogue.text("problem.\(code).detail", language), instance: "r")
                #expect(OpenAPI.problem.violations(in: problem.json) == [], "\(code)")
            }
        }
    }

    @Test(arguments: FieldCode.allCases.map(\.rawValue) + Violation.Rule.allCases.map(\.rawValue))
    func `of a field stand beside a code in small letters`(code: String) {
        #expect(Pattern.word.matches(code))
    }

    private static func placeholders(_ text: String) -> Set<String> {
        Set(
            text.split(separator: "{").dropFirst().compactMap { part in
                part.firstIndex(of: "}").map { String(part[..<$0]) }
            })
    }
}
