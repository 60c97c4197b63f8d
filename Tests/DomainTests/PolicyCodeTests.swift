import Domain
import Testing

/// The other way: writes a code as the fund would, without its signature's key.
private struct PolicyPen {
    var edition: UInt8 = 2
    var number: UInt64 = 2_600_000_000_000_000
    var surname = "ЁЛКИНА-Д'АРК"
    var name = "ГАЛИНА"
    var patronymic = "ПЕТРОВНА"
    var sex: UInt8 = 2
    /// 12.03.1986
    var birth: UInt16 = 31_481
    var end: UInt16 = 0

    private static let alphabet = Array(" .-'0123456789АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЬЪЫЭЮЯ")

    private func bits(_ text: String, _ bytes: Int) -> [UInt8] {
        let all = text.flatMap { letter -> [UInt8] in
            let value = letter == "|" ? 63 : Self.alphabet.firstIndex(of: letter) ?? 47
            return (0..<6).reversed().map { UInt8(value >> $0 & 1) }
        }
        let padded = all + [UInt8](repeating: 0, count: bytes * 8 - all.count)
        return stride(from: 0, to: padded.count, by: 8).map { padded[$0..<$0 + 8].reduce(0) { $0 << 1 | $1 } }
    }

    private func two(_ days: UInt16) -> [UInt8] { [UInt8(days >> 8), UInt8(days & 0xFF)] }

    var bytes: [UInt8] {
        let head = [edition] + (0..<8).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        let tail = [sex] + two(birth) + two(end)
        let signature = [UInt8](repeating: 0xA5, count: 65)
        guard edition == 1 else {
            return head + bits("\(surname)|\(name)|\(patronymic)", 51) + tail + signature
        }
        // Read from the last bit, the first letter is the last one written.
        let names = String("\(name)|\(surname)|\(patronymic)".reversed())
        let padded = String(repeating: " ", count: 56 - names.count) + names
        return head + bits(padded, 42).reversed() + tail + [UInt8](repeating: 7, count: 9) + signature
    }

    var hex: String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
    }
}

@Suite struct `The code on a paper policy` {
    @Test(arguments: [UInt8(1), 2]) func `gives the number, the name, the sex and the days`(edition: UInt8)
        throws
    {
        let code = try #require(PolicyCode(PolicyPen(edition: edition, end: 47_481).hex))
        #expect(code.number.text == "2600000000000000")
        #expect([code.surname, code.name, code.patronymic] == ["ЁЛКИНА-Д'АРК", "ГАЛИНА", "ПЕТРОВНА"])
        #expect(code.sex == .female && code.birthDate.shown == "12.03.1986")
        #expect(code.validTo?.shown == "31.12.2029")
        let parts = Dictionary(uniqueKeysWithValues: code.parts.map { ($0.field, $0) })
        #expect(parts[.surname]?.value == "Ёлкина-Д'Арк" && parts[.surname]?.certainty == .likely)
        #expect(parts[.policyNumber]?.certainty == .certain)
    }

    @Test func `without a last day has none, and without a patronymic says so`() throws {
        let code = try #require(PolicyCode(PolicyPen(patronymic: "").hex))
        #expect(code.validTo == nil && code.patronymic == nil)
        #expect(code.parts.contains { $0.field == .patronymicAbsent })
    }

    @Test func `is read from keys on the Russian layout and in any case`() throws {
        let hex = PolicyPen().hex
        let latin = Array("ABCDEF")
        let russian = Array("ФИСВУА")
        let typed = String(hex.map { latin.firstIndex(of: $0).map { russian[$0] } ?? $0 })
        #expect(typed != hex)
        #expect(PolicyCode(typed) == PolicyCode(hex))
        #expect(PolicyCode(typed.lowercased()) == PolicyCode(hex))
    }

    @Test func `is taken apart as a line is, and says that its signature is not proved`() throws {
        let today = try #require(CalendarDay(year: 2026, month: 11, day: 21))
        let taken = TakenApart(PolicyPen().hex + "\n", today: today)
        #expect(taken.isPolicyCode && taken.leftOver.isEmpty && taken[.name]?.value == "Галина")
        #expect(!TakenApart("Иванов", today: today).isPolicyCode)
    }

    @Test(arguments: [
        PolicyPen(edition: 0), PolicyPen(edition: 3), PolicyPen(number: 2_600_000_000_000_001),
        PolicyPen(number: .max), PolicyPen(surname: "ИВАН_", name: "ПЁТР"), PolicyPen(sex: 0),
        PolicyPen(sex: 3), PolicyPen(birth: 0), PolicyPen(surname: "А|Б|В"),
        PolicyPen(surname: "", name: "", patronymic: ""),
    ])
    private func `is refused when a part of it cannot be`(pen: PolicyPen) {
        #expect(PolicyCode(pen.hex) == nil)
    }

    @Test func `cut short or with a letter too many is none`() {
        let hex = PolicyPen().hex
        for count in [0, 1, 2, 17, 129] { #expect(PolicyCode(String(hex.prefix(count))) == nil) }
        #expect(PolicyCode(hex + "0") == nil && PolicyCode(hex + "G0") == nil)
        #expect(PolicyCode(bytes: [UInt8](repeating: 2, count: 257)) == nil)
    }

    @Test func `stands whatever bytes are put into it, and a flipped number is refused`() {
        var numbers = SeededNumbers(seed: 20_261_121)
        let good = PolicyPen().bytes
        for _ in 0..<20_000 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...6, using: &numbers) {
                let place = Int.random(in: 0..<bytes.count, using: &numbers)
                bytes[place] = UInt8.random(in: 0...255, using: &numbers)
            }
            let length = Bool.random(using: &numbers) ? Int.random(in: 0...130, using: &numbers) : 130
            bytes = Array(bytes.prefix(length))
            if let code = PolicyCode(bytes: bytes) {
                #expect(OmsPolicyNumber.read(code.number.text, field: "").problems.isEmpty)
            }
        }
        for bytes in [[], [2], [UInt8](repeating: 0, count: 65), [UInt8](repeating: 255, count: 130)] {
            #expect(PolicyCode(bytes: bytes) == nil)
        }
    }
}

@Suite struct `A scan` {
    private static let known: [(String, ScannedCode?)] = [
        ("2600000000000000", OmsPolicyNumber(stored: "2600000000000000").map(ScannedCode.policy)),
        ("2600 0000 0000 0000", OmsPolicyNumber(stored: "2600000000000000").map(ScannedCode.policy)),
        ("11223344595", Snils(stored: "11223344595").map(ScannedCode.snils)),
        ("112-233-445 95\n", Snils(stored: "11223344595").map(ScannedCode.snils)),
        ("C-15", SheetNumber.read("15", field: "").value.map(ScannedCode.sheet)),
        ("с-15", SheetNumber.read("15", field: "").value.map(ScannedCode.sheet)),
        ("#1042", .card(1042)), ("№1042", .card(1042)),
        (PolicyPen().hex, PolicyCode(PolicyPen().hex).map(ScannedCode.policyCode)),
    ]

    @Test(arguments: known) func `is known by its check`(text: String, code: ScannedCode?) {
        #expect(code != nil)
        #expect(ScannedCode(text) == code)
    }

    @Test(
        arguments: BadInput.all + [
            "2600000000000001", "11223344596", "C-0", "C-", "С15", "№", "№0", "№1042а", "4607012345678",
            "Иванов",
            "15", "00000000000", "0000000000000000", "C-1234567890123456",
        ])
    func `that no check proves is none`(text: String) {
        #expect(ScannedCode(text) == nil)
    }
}
