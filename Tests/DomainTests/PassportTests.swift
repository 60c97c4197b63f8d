import Domain
import Testing

@Suite struct `A passport's series and number` {
    private static func read(_ typed: String) -> FieldReading<RussianPassport> {
        RussianPassport.read(typed, field: "number")
    }

    private static func read(_ series: String, _ number: String) -> SeriesReading<RussianPassport> {
        RussianPassport.read(series: series, number: number, seriesField: "series", numberField: "number")
    }

    @Test(arguments: [
        "4510123456", "45 10 123456", "45 10 № 123456", " 4510-123456 ", "451О12З456", "4510 123 456",
    ])
    func `are understood in one piece`(typed: String) throws {
        let passport = try #require(Self.read(typed).value)
        #expect(passport.digits == "4510123456" && passport.series == "4510" && passport.number == "123456")
        #expect(passport.shown == "45 10 123456")
        #expect(Self.read(passport.shown).value == passport)
        #expect(RussianPassport(stored: passport.digits) == passport)
    }

    @Test(arguments: [("4510", "123456"), ("45 10", "123 456"), ("", "4510 123456"), ("4510 123456", " ")])
    func `are understood in two boxes, or whole in either`(series: String, number: String) {
        let reading = Self.read(series, number)
        #expect(reading.value?.digits == "4510123456" && reading.problems == [])
    }

    private static let refused: [(String, FieldCode)] = [
        ("451012345", .passportLength), ("45101234567", .passportLength), ("№", .passportLength),
        ("4444444444", .numberAllEqual), ("IV10123456", .digitsOnly), ("45/10 123456", .digitsOnly),
    ]

    @Test(arguments: refused)
    func `are refused in one piece with the reason`(typed: String, code: FieldCode) {
        #expect(Self.read(typed).codes == [code.rawValue])
    }

    private static let refusedBoxes: [(String, String, [FieldProblem])] = [
        ("", "", [FieldProblem("series", .required), FieldProblem("number", .required)]),
        ("", "123456", [FieldProblem("series", .required)]),
        ("4510", "", [FieldProblem("number", .required)]),
        ("451", "123456", [FieldProblem("series", .passportSeriesLength, ["count": "3"])]),
        (
            "45101", "12345",
            [
                FieldProblem("series", .passportSeriesLength, ["count": "5"]),
                FieldProblem("number", .passportNumberLength, ["count": "5"]),
            ]
        ),
        (
            "ab", "12345б",
            [
                FieldProblem("series", .digitsOnly, ["sign": "a"]),
                FieldProblem("number", .digitsOnly, ["sign": "б"]),
            ]
        ),
        ("4444", "444444", [FieldProblem("number", .numberAllEqual)]),
        ("", "45101234567", [FieldProblem("number", .passportLength, ["count": "11"])]),
    ]

    @Test(arguments: refusedBoxes)
    func `are refused box by box, both at once`(series: String, number: String, problems: [FieldProblem]) {
        #expect(Self.read(series, number).value == nil)
        #expect(Self.read(series, number).problems == problems)
    }

    @Test(arguments: [("4597", 1997), ("4599", 1999), ("4500", 2000), ("4526", 2026), ("4596", 2096)])
    func `tell the year of the blank`(series: String, year: Int) {
        #expect(RussianPassport(stored: series + "123456")?.blankYear == year)
    }

    @Test(arguments: ["", "451012345", "45 1012345", "451012345x"])
    func `from the store have their one form`(text: String) {
        #expect(RussianPassport(stored: text) == nil)
    }

    @Test(arguments: BadInput.all)
    func `stand whatever is put into them`(typed: String) {
        #expect(Self.read(typed).value == nil)
        #expect(Self.read(typed, "123456").value == nil && Self.read("4510", typed).value == nil)
    }
}

@Suite struct `A travel passport's series and number` {
    private static func read(_ typed: String) -> FieldReading<TravelPassport> {
        TravelPassport.read(typed, field: "number")
    }

    private static func read(_ series: String, _ number: String) -> SeriesReading<TravelPassport> {
        TravelPassport.read(series: series, number: number, seriesField: "series", numberField: "number")
    }

    @Test(arguments: ["751234567", "75 1234567", "75 № 1234567", "75-12З4567"])
    func `are understood in one piece`(typed: String) throws {
        let passport = try #require(Self.read(typed).value)
        #expect(passport.digits == "751234567" && passport.series == "75" && passport.number == "1234567")
        #expect(passport.shown == "75 1234567")
        #expect(Self.read(passport.shown).value == passport)
        #expect(TravelPassport(stored: passport.digits) == passport)
    }

    @Test(arguments: [("75", "1234567"), ("", "75 1234567"), ("75 1234567", "")])
    func `are understood in two boxes, or whole in either`(series: String, number: String) {
        #expect(Self.read(series, number).value?.digits == "751234567")
        #expect(Self.read(series, number).problems == [])
    }

    private static let refused: [(String, FieldCode)] = [
        ("75123456", .travelPassportLength), ("7512345678", .travelPassportLength),
        ("777777777", .numberAllEqual), ("AB1234567", .digitsOnly),
    ]

    @Test(arguments: refused)
    func `are refused in one piece with the reason`(typed: String, code: FieldCode) {
        #expect(Self.read(typed).codes == [code.rawValue])
    }

    @Test func `are refused box by box, both at once`() {
        #expect(
            Self.read("7", "123456").problems == [
                FieldProblem("series", .travelSeriesLength, ["count": "1"]),
                FieldProblem("number", .travelNumberLength, ["count": "6"]),
            ])
        #expect(Self.read("", "1234567").problems == [FieldProblem("series", .required)])
    }

    @Test(arguments: BadInput.all)
    func `stand whatever is put into them`(typed: String) {
        #expect(Self.read(typed).value == nil)
        #expect(Self.read(typed, "1234567").value == nil && Self.read("75", typed).value == nil)
        #expect(TravelPassport(stored: typed) == nil)
    }
}

@Suite struct `A department's code` {
    @Test(arguments: ["770-001", "770001", "770 001", "77О-ОО1", "770\u{2013}001"])
    func `is understood in any shape`(typed: String) throws {
        let code = try #require(DepartmentCode.read(typed, field: "department_code").value)
        #expect(code.digits == "770001" && code.shown == "770-001")
        #expect(DepartmentCode.read(code.shown, field: "department_code").value == code)
        #expect(DepartmentCode(stored: "770001") == code)
    }

    private static let refused: [(String, FieldCode)] = [
        ("77000", .departmentCodeLength), ("7700011", .departmentCodeLength), ("УФМС", .digitsOnly),
    ]

    @Test(arguments: refused)
    func `is refused otherwise, with the reason`(typed: String, code: FieldCode) {
        #expect(DepartmentCode.read(typed, field: "department_code").codes == [code.rawValue])
    }

    @Test(arguments: BadInput.all)
    func `stands whatever is put into it`(typed: String) {
        #expect(DepartmentCode.read(typed, field: "x").value == nil)
        #expect(DepartmentCode(stored: typed) == nil)
    }
}
