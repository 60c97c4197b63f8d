import Domain
import Testing

@Suite struct `An identity document's form` {
    private static let today = Given.today  // 2026-11-21
    private static let birth = CalendarDay(year: 1986, month: 3, day: 12)

    private static var passport: IdentityDocumentForm {
        var form = IdentityDocumentForm()
        form.kind = "passport"
        form.series = "45 10"
        form.number = "123456"
        form.issuedOn = "20.5.2010"
        form.issuer = " ОВД  района "
        form.departmentCode = "770-001"
        return form
    }

    private static func read(
        birth: CalendarDay? = birth, _ edit: (inout IdentityDocumentForm) -> Void
    ) -> IdentityDocumentReading {
        var form = passport
        edit(&form)
        return form.read(birthDate: birth, today: today)
    }

    private static func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }

    @Test func `that is right gives a tidy document`() throws {
        let reading = Self.read { _ in }
        #expect(reading.problems == [])
        let expected = IdentityDocument(
            kind: .passport, series: "4510", number: "123456", issuedOn: try Self.day("2010-05-20"),
            issuer: "ОВД района", departmentCode: DepartmentCode(stored: "770001"))
        #expect(reading.document == expected)
        #expect(expected.shown == "45 10 123456")
    }

    @Test(arguments: ["", "passport"])
    func `that is empty gives neither a document nor problems`(kind: String) {
        var form = IdentityDocumentForm()
        form.kind = kind
        form.number = " \u{A0}"
        let reading = form.read(birthDate: Self.birth, today: Self.today)
        #expect(reading.document == nil && reading.problems == [])
    }

    @Test func `that is wrong everywhere says so of every field at once`() {
        let reading = Self.read { form in
            form.series = "1"
            form.number = "2"
            form.issuedOn = "31.02.2010"
            form.issuer = String(repeating: "а", count: 201)
            form.departmentCode = "7"
        }
        #expect(reading.document == nil)
        #expect(
            reading.errors.map(\.field) == ["series", "number", "issued_on", "issuer", "department_code"])
    }

    @Test(arguments: [("", FieldCode.required), ("паспорт", .documentKindUnknown)])
    func `without a kind that is known is refused`(kind: String, code: FieldCode) {
        let reading = Self.read { $0.kind = kind }
        #expect(reading.document == nil)
        #expect(reading.problems == [FieldProblem("kind", code)])
    }

    private static let kinds: [(String, String, String, String?, String, String)] = [
        ("passport", "", "4510 123456", "4510", "123456", "45 10 123456"),
        ("birth_certificate", "1У-АБ", "123456", "IV-АБ", "123456", "IV-АБ № 123456"),
        ("travel_passport", "75", "1234567", "75", "1234567", "75 1234567"),
        ("foreign", "", "aa 12/3", nil, "AA 12/3", "AA 12/3"),
        ("other", "вм", "77", "ВМ", "77", "ВМ 77"),
    ]

    @Test(arguments: kinds)
    func `of every kind gives its normal form and shows it as the paper does`(
        kind: String, typedSeries: String, typedNumber: String, series: String?, number: String,
        shown: String
    ) throws {
        let reading = Self.read(birth: nil) { form in
            form.kind = kind
            form.series = typedSeries
            form.number = typedNumber
        }
        let document = try #require(reading.document)
        #expect(document.kind.rawValue == kind && document.shown == shown)
        #expect(document.series == series && document.number == number)
        // The box is on the screen for passports only.
        #expect((document.departmentCode != nil) == (kind == "passport"))
        let again = Self.read(birth: nil) { form in
            form.kind = kind
            form.series = document.series ?? ""
            form.number = document.number
        }
        #expect(again == reading)
    }

    @Test(arguments: IdentityDocument.Kind.allCases)
    func `of every kind needs a number`(kind: IdentityDocument.Kind) {
        let reading = Self.read(birth: nil) { form in
            form.kind = kind.rawValue
            form.number = ""
        }
        #expect(reading.document == nil && reading.errors.map(\.field).contains("number"))
    }
}

@Suite struct `The days of an identity document` {
    private static func read(
        _ kind: String, series: String = "", number: String = "1234567", issued: String, birth: String?,
        today: String = "2026-11-21"
    ) throws -> IdentityDocumentReading {
        var form = IdentityDocumentForm()
        form.kind = kind
        form.series = series
        form.number = number
        form.issuedOn = issued
        return form.read(
            birthDate: try birth.map { try #require(CalendarDay(iso: $0)) },
            today: try #require(CalendarDay(iso: today)))
    }

    /// Codes of a passport whose blank is of the year of issue, so that only the birthdays speak.
    private static func passport(_ issued: String, _ birth: String?, _ today: String) throws -> [String] {
        let series = "45" + (issued.isEmpty ? "10" : issued.suffix(2))
        return try read(
            "passport", series: series, number: "123456", issued: issued, birth: birth, today: today
        ).problems.map(\.code)
    }

    private static let ages: [(String, String, [FieldCode])] = [
        ("2012-11-21", "2026-11-21", []), ("2012-11-22", "2026-11-21", [.passportTooYoung]),
        ("2012-02-29", "2026-02-28", [.passportTooYoung]), ("2012-02-29", "2026-03-01", []),
    ]

    @Test(arguments: ages)
    func `let a passport begin on the fourteenth birthday`(
        birth: String, today: String, codes: [FieldCode]
    ) throws {
        #expect(try Self.passport("", birth, today) == codes.map(\.rawValue))
    }

    @Test func `do not let a passport be older than that birthday`() throws {
        #expect(try Self.passport("11.03.2000", "1986-03-12", "2000-12-01") == ["passport_issued_young"])
        #expect(try Self.passport("12.03.2000", "1986-03-12", "2000-12-01") == [])
    }

    /// Of 12.03.1986: 20 on 12.03.2006, the ninetieth day after it is 10.06.2006; 45 on 12.03.2031.
    private static let renewals: [(String, String, [FieldCode])] = [
        ("11.03.2006", "2006-03-12", []), ("11.03.2006", "2006-06-10", []),
        ("11.03.2006", "2006-06-11", [.passportReplace]), ("01.01.2003", "2033-01-01", [.passportReplace]),
        ("12.03.2006", "2006-06-11", []), ("12.03.2006", "2031-06-10", []),
        ("12.03.2006", "2031-06-11", [.passportReplace]), ("11.03.2031", "2031-06-11", [.passportReplace]),
        ("12.03.2031", "2099-01-01", []), ("", "2031-06-11", []),
    ]

    @Test(arguments: renewals)
    func `ask for a new passport ninety days after the twentieth and the forty-fifth birthday`(
        issued: String, today: String, codes: [FieldCode]
    ) throws {
        #expect(try Self.passport(issued, "1986-03-12", today) == codes.map(\.rawValue))
    }

    @Test func `ask about it once, name the birthday, and let the document through`() throws {
        let reading = try Self.read(
            "passport", series: "4503", number: "123456", issued: "01.02.2003", birth: "1986-03-12")
        #expect(reading.document != nil && reading.errors == [])
        let parameters = ["age": "20", "birthday": "12.03.2006"]
        #expect(reading.warnings == [FieldProblem("issued_on", .passportReplace, parameters)])
        // 29.02.1980: 45 on 01.03.2025, and 90 days more are over.
        let leap = try Self.read(
            "passport", series: "4500", number: "123456", issued: "01.03.2000", birth: "1980-02-29")
        #expect(leap.warnings.map(\.parameters) == [["age": "45", "birthday": "01.03.2025"]])
    }

    @Test(
        arguments: [
            ("4510", "2007", []), ("4510", "2013", []), ("4510", "2006", [.passportBlankYear]),
            ("4510", "2014", [.passportBlankYear]), ("4598", "2001", []),
            ("4598", "2002", [.passportBlankYear]),
        ] as [(String, String, [FieldCode])])
    func `ask when blank and issue are more than three years apart`(
        series: String, year: String, codes: [FieldCode]
    ) throws {
        let reading = try Self.read(
            "passport", series: series, number: "123456", issued: "01.06.\(year)", birth: nil)
        #expect(reading.problems.map(\.code) == codes.map(\.rawValue))
        #expect(reading.document != nil)
    }

    @Test(arguments: IdentityDocument.Kind.allCases)
    func `of any kind are not after today nor before birth`(kind: IdentityDocument.Kind) throws {
        let series = [.passport: "4526", .birthCertificate: "IV-АБ", .travelPassport: "75"][kind] ?? ""
        let number = kind == .travelPassport ? "1234567" : "123456"
        for (issued, code) in [("22.11.2026", "issued_future"), ("11.11.2025", "issued_before_birth")] {
            let birth = code == "issued_future" ? nil : "2025-11-12"
            let reading = try Self.read(
                kind.rawValue, series: series, number: number, issued: issued, birth: birth)
            #expect(reading.document == nil)
            #expect(reading.errors.filter { $0.field == "issued_on" }.map(\.code) == [code])
        }
        let today = try Self.read(
            kind.rawValue, series: series, number: number, issued: "21.11.2026", birth: nil)
        #expect(today.problems == [] && today.document != nil)
    }

    @Test func `ask why somebody of fourteen shows a birth certificate`() throws {
        for (birth, codes) in [("2012-11-22", [String]()), ("2012-11-21", ["birth_certificate_age"])] {
            let reading = try Self.read(
                "birth_certificate", series: "IV-АБ", number: "123456", issued: "", birth: birth)
            #expect(reading.warnings.map(\.code) == codes && reading.document != nil)
        }
    }
}
