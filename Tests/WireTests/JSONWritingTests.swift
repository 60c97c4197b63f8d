import Testing
import Wire

@Suite struct `Writing JSON` {
    private static let documents: [(JSON, String)] = [
        (JSON.integer(.min), "-9223372036854775808"), (.integer(.max), "9223372036854775807"), (0, "0"),
        (-10, "-10"),
        (.number(0.5), "0.5"), ("", "\"\""), ("a\"b\\c/d", #""a\"b\\c/d""#),
        ("\u{8}\u{c}\n\r\t", #""\b\f\n\r\t""#),
        ("\u{1}\u{1f}\u{7f}", "\"\\u0001\\u001f\u{7f}\""), ("Ёж 😀\u{2028}", "\"Ёж 😀\u{2028}\""),
        (["b": 1, "a": [true, nil]], #"{"b":1,"a":[true,null]}"#),
    ]

    @Test(arguments: documents)
    func `has no spaces and keeps the order`(document: JSON, expected: String) {
        #expect(String(decoding: document.bytes, as: UTF8.self) == expected)
    }

    @Test func `comes back the same, whatever was written`() throws {
        var random = SeededNumbers(seed: 42)
        for _ in 0..<3000 {
            let document = JSON.random(depth: 5, using: &random)
            #expect(try JSON(parsing: document.bytes) == document)
        }
    }

    @Test func `sorts members by their bytes in the canonical form`() {
        let document: JSON = ["б": 1, "a": ["z": 1, "A": 2, "aa": 3], "B": nil, "😀": 4, "\u{FF5E}": 5]
        let expected = "{\"B\":null,\"a\":{\"A\":2,\"aa\":3,\"z\":1},\"б\":1,\"\u{FF5E}\":5,\"😀\":4}"
        #expect(String(decoding: document.canonical, as: UTF8.self) == expected)
    }

    @Test func `gives equal facts equal canonical bytes`() throws {
        var random = SeededNumbers(seed: 3)
        for _ in 0..<500 {
            let document = JSON.random(depth: 4, wholeNumbersOnly: true, using: &random)
            let shuffled = document.shuffled(using: &random)
            #expect(document.canonical == shuffled.canonical)
            #expect(try JSON(parsing: shuffled.canonical).canonical == document.canonical)
        }
    }

    @Test func `stops on a fraction in a canonical document`() async {
        await #expect(processExitsWith: .failure) { _ = (["price": .number(1.5)] as JSON).canonical }
    }

    @Test func `stops on a name used twice in a canonical document`() async {
        await #expect(processExitsWith: .failure) {
            _ = JSON.object([.init("a", 1), .init("a", 2)]).canonical
        }
    }
}

extension JSON {
    private static let letters: [Character] = Array("aZ09 \"\\/\n\t\u{1}\u{1f}\u{7f}Ёёй№₽–é漢😀\u{2028}")

    static func random(depth: Int, wholeNumbersOnly: Bool = false, using random: inout SeededNumbers) -> JSON
    {
        switch Int.random(in: 0..<(depth == 0 ? 5 : 7), using: &random) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &random))
        case 2: return .integer(Int64.random(in: .min ... .max, using: &random))
        case 3 where wholeNumbersOnly: return .integer(Int64.random(in: -9...9, using: &random))
        // A half is never whole, so it stays a fraction when it is read.
        case 3: return .number(Double(Int32.random(in: -90000...90000, using: &random)) + 0.5)
        case 4: return .string(randomText(using: &random))
        case 5:
            return .array(
                (0..<Int.random(in: 0...4, using: &random)).map { _ in
                    .random(depth: depth - 1, wholeNumbersOnly: wholeNumbersOnly, using: &random)
                })
        default:
            var names = Set<String>()
            for _ in 0..<Int.random(in: 0...12, using: &random) { names.insert(randomText(using: &random)) }
            return .object(
                names.sorted().map {
                    Member($0, .random(depth: depth - 1, wholeNumbersOnly: wholeNumbersOnly, using: &random))
                })
        }
    }

    private static func randomText(using random: inout SeededNumbers) -> String {
        let count = Int.random(in: 0...20, using: &random)
        return String((0..<count).map { _ in letters[Int.random(in: letters.indices, using: &random)] })
    }

    func shuffled(using random: inout SeededNumbers) -> JSON {
        switch self {
        case .object(let members):
            return .object(
                members.map { Member($0.name, $0.value.shuffled(using: &random)) }.shuffled(using: &random))
        case .array(let elements): return .array(elements.map { $0.shuffled(using: &random) })
        default: return self
        }
    }
}
