import Testing
import Wire

@Suite struct `Reading JSON` {
    private static let good: [(String, JSON)] = [
        ("null", JSON.null), (" true ", true), ("false", false), ("0", 0), ("-0", 0), ("-17", -17),
        ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)), ("1.0", 1),
        ("1e2", 100),
        ("-2.5E-1", .number(-0.25)), ("9223372036854775808", .number(9_223_372_036_854_775_808)),
        ("\"\"", ""), ("\"Ёлка №5\"", "Ёлка №5"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
        (#""\u0401\ud83d\ude00\u00e9x""#, "Ё😀éx"), ("[]", []), ("{}", [:]),
        ("[1 , [ ] ,\n\t\r{ }]", [1, [], [:]]),
        (#"{"a":1,"b":{"a":[null]}}"#, ["a": 1, "b": ["a": [nil]]]),
    ]

    @Test(arguments: good)
    func `takes what RFC 8259 allows`(text: String, expected: JSON) throws {
        #expect(try JSON(parsing: Array(text.utf8)) == expected)
    }

    private static let bad: [(String, JSONFault.Reason, Int)] = [
        ("", JSONFault.Reason.endedEarly, 0), ("   ", .endedEarly, 3), ("nul", .endedEarly, 3),
        ("nulL", .unexpectedByte, 3),
        ("True", .unexpectedByte, 0), ("'a'", .unexpectedByte, 0), ("\u{FEFF}1", .unexpectedByte, 0),
        ("1 2", .trailingBytes, 2), ("{}}", .trailingBytes, 2), ("01", .badNumber, 0), ("-01", .badNumber, 1),
        ("+1", .unexpectedByte, 0), (".5", .unexpectedByte, 0), ("1.", .endedEarly, 2),
        ("1.x", .badNumber, 2),
        ("1e", .endedEarly, 2), ("1e+", .endedEarly, 3), ("-", .endedEarly, 1), ("-x", .badNumber, 1),
        ("NaN", .unexpectedByte, 0),
        ("1e999", .numberTooLarge, 0), ("0x10", .trailingBytes, 1), ("\"a", .endedEarly, 2),
        ("\"a\\", .endedEarly, 3),
        (#""\x""#, .badEscape, 1), (#""\u12g4""#, .badEscape, 1), (#""\u12"#, .endedEarly, 5),
        (#""\ud800""#, .loneSurrogate, 1),
        (#""\ud800\u0041""#, .loneSurrogate, 1), (#""\udc00""#, .loneSurrogate, 1),
        (#""\ud800\n""#, .loneSurrogate, 1),
        (#""a\u0000""#, .nulInText, 2), ("\"\u{0}\"", .nulInText, 1), ("\"a\nb\"", .controlInText, 2),
        ("[1,]", .unexpectedByte, 3), ("[1", .endedEarly, 2), ("[,1]", .unexpectedByte, 1),
        ("[1 2]", .unexpectedByte, 3),
        ("{", .endedEarly, 1), (#"{"a"}"#, .unexpectedByte, 4), (#"{"a":}"#, .unexpectedByte, 5),
        (#"{"a":1,}"#, .unexpectedByte, 7), ("{a:1}", .unexpectedByte, 1),
        (#"{"a":1,"a":1}"#, .duplicateName, 7),
        (#"{"a":1,"\u0061":2}"#, .duplicateName, 7), ("// no\n1", .unexpectedByte, 0),
    ]

    @Test(arguments: bad)
    func `refuses everything else and says where`(text: String, reason: JSONFault.Reason, offset: Int) {
        #expect(throws: JSONFault(reason, at: offset)) { try JSON(parsing: Array(text.utf8)) }
    }

    @Test(
        arguments: [
            [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80], [0xD0],
        ] as [[UInt8]])
    func `refuses text that is no UTF-8`(wrong: [UInt8]) {
        let quote = UInt8(ascii: "\"")
        #expect(throws: JSONFault(.badUTF8, at: 0)) { try JSON(parsing: [quote] + wrong + [quote]) }
        let escaped = Array(#""\n"#.utf8) + wrong + [quote]
        #expect(throws: JSONFault(.badUTF8, at: 0)) { try JSON(parsing: escaped) }
        #expect(throws: JSONFault.self) { try JSON(parsing: wrong) }
    }

    @Test func `goes down as far as it was told and no further`() throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        _ = try JSON(parsing: nested(32))
        #expect(throws: JSONFault(.tooDeep, at: 32)) { try JSON(parsing: nested(33)) }
        #expect(throws: JSONFault(.tooDeep, at: 1)) { try JSON(parsing: Array("[{}]".utf8), maxDepth: 1) }
        #expect(throws: JSONFault(.tooDeep, at: 0)) { try JSON(parsing: Array("[]".utf8), maxDepth: 0) }
        _ = try JSON(parsing: Array("[[],[],{},[]]".utf8), maxDepth: 2)
    }

    @Test func `finds a name used twice among many`() {
        let names = (0..<40).map { "\"m\($0)\":\($0)" }
        let good = "{" + names.joined(separator: ",") + "}"
        #expect(throws: Never.self) { try JSON(parsing: Array(good.utf8)) }
        let bad = "{" + (names + ["\"m3\":0"]).joined(separator: ",") + "}"
        #expect(throws: JSONFault.self) { try JSON(parsing: Array(bad.utf8)) }
    }

    @Test func `survives any cut and any changed byte of a document`() throws {
        let whole = Array(#"{"a":[1,-2.5e3,"Ё\u0401\ud83d\ude00"],"b":{"c":true,"d":null},"e":""}"#.utf8)
        _ = try JSON(parsing: whole)
        for length in 0..<whole.count {
            #expect(throws: JSONFault.self) { try JSON(parsing: Array(whole[..<length])) }
        }
        var random = SeededNumbers(seed: 7)
        for _ in 0..<20_000 {
            var changed = whole
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                changed[Int.random(in: changed.indices, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            // Whatever is still taken must come back the same.
            guard let read = try? JSON(parsing: changed) else { continue }
            #expect(try JSON(parsing: read.bytes) == read)
        }
    }
}
