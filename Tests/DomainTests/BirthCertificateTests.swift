import Domain
import Testing

@Suite struct `A birth certificate's series and number` {
    private static func read(_ typed: String) -> FieldReading<BirthCertificate> {
        BirthCertificate.read(typed, field: "number")
    }

    private static func read(_ series: String, _ number: String) -> SeriesReading<BirthCertificate> {
        BirthCertificate.read(series: series, number: number, seriesField: "series", numberField: "number")
    }

    @Test(arguments: [
        ("IV-АБ 123456", "IV-АБ"), ("1У-АБ 123456", "IV-АБ"), ("1уаб123456", "IV-АБ"),
        ("IV-АБ № 123 456", "IV-АБ"), ("ivAБ-123456", "IV-АБ"), ("1 АБ 123456", "I-АБ"),
        ("111-МЮ 123456", "III-МЮ"), ("ХЛ1Х-ЕЁ 123456", "XLIX-ЕЁ"), ("СХС1-ТН 123456", "CXCI-ТН"),
        ("ЛХХУ-МР 123456", "LXXV-МР"), ("X-XX 123456", "X-ХХ"), ("УУУ 123456", "V-УУ"),
    ])
    func `are understood however the numeral is typed`(typed: String, series: String) throws {
        let certificate = try #require(Self.read(typed).value)
        #expect(certificate.series == series && certificate.number == "123456")
        #expect(certificate.shown == "\(series) № 123456")
        #expect(Self.read(certificate.shown).value == certificate)
        #expect(BirthCertificate(stored: certificate.text) == certificate)
    }

    @Test(arguments: [
        ("IV-АБ", "123456"), ("1УАБ", "123 456"), ("", "1У-АБ 123456"), ("IV-АБ № 123456", ""),
    ])
    func `are understood in two boxes, or whole in either`(series: String, number: String) {
        #expect(Self.read(series, number).value?.text == "IV-АБ 123456")
        #expect(Self.read(series, number).problems == [])
    }

    private static let refused: [(String, FieldCode)] = [
        ("123456", .birthCertificateSeries), ("АБ 123456", .birthCertificateSeries),
        ("IV 123456", .birthCertificateSeries), ("IV-QW 123456", .birthCertificateSeries),
        ("IV-А1 123456", .birthCertificateSeries), ("нет", .birthCertificateNumeral),
        ("IIII-АБ 123456", .birthCertificateNumeral), ("VX-АБ 123456", .birthCertificateNumeral),
        ("IIX-АБ 123456", .birthCertificateNumeral), ("2-АБ 123456", .birthCertificateNumeral),
        ("CCCC-АБ 123456", .birthCertificateNumeral), ("IV-АБ", .birthCertificateNumber),
        ("IV-АБ 12345", .birthCertificateNumber), ("IV-АБ 1234567", .birthCertificateNumber),
    ]

    @Test(arguments: refused)
    func `are refused in one piece with the reason`(typed: String, code: FieldCode) {
        #expect(Self.read(typed).codes == [code.rawValue])
    }

    @Test func `are refused box by box, both at once`() {
        #expect(
            Self.read("VV-АБ", "12345").problems == [
                FieldProblem("series", .birthCertificateNumeral, ["numeral": "VV"]),
                FieldProblem("number", .birthCertificateNumber, ["count": "5"]),
            ])
        #expect(Self.read("", "123456").problems == [FieldProblem("series", .required)])
        #expect(Self.read("IV-АБ", "").problems == [FieldProblem("number", .required)])
    }

    /// Written and typed both ways, every numeral to 399 is known, and no two are one.
    @Test func `know every numeral, in Latin letters and on Russian keys`() throws {
        let keys: [Character: Character] = ["I": "1", "V": "У", "X": "Х", "L": "Л", "C": "С"]
        var seen: Set<String> = []
        for number in 1...399 {
            let numeral = Self.roman(number)
            let typed = String(numeral.map { keys[$0] ?? $0 })
            for series in [numeral, typed, typed.lowercased()] {
                try #require(Self.read("\(series)-МЮ 123456").value?.series == "\(numeral)-МЮ", "\(series)")
            }
            seen.insert(numeral)
        }
        #expect(seen.count == 399)
    }

    /// By a table of whole places, not by steps as the program does it.
    private static func roman(_ number: Int) -> String {
        let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
        let tenfold: [Character: Character] = ["I": "X", "V": "L", "X": "C"]
        let tens = String(ones[number / 10 % 10].map { tenfold[$0] ?? $0 })
        return String(repeating: "C", count: number / 100) + tens + ones[number % 10]
    }

    @Test(arguments: ["", "IV-АБ", "IV-АБ 12345", "iv-аб 123456", "1У-АБ 123456", "IV-АБ  123456"])
    func `from the store have their one form`(text: String) {
        #expect(BirthCertificate(stored: text) == nil)
    }

    @Test(arguments: BadInput.all)
    func `stand whatever is put into them`(typed: String) {
        #expect(Self.read(typed).value == nil)
        #expect(Self.read(typed, "123456").value == nil && Self.read("IV-АБ", typed).value == nil)
    }
}
