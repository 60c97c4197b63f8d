import Domain
import Localization
import Reception
import Testing

@Suite struct `What is said of documents and policies` {
    private static let long = String(repeating: "длинно", count: 50)

    private static let documents: [[String]] = [
        // kind, series, number, issued, issuer, department code
        ["", "1", "", "", "", ""], ["билет", "1", "1", "", "", ""],
        ["passport", "1", "2", "01.01.2030", long, "7"], ["passport", "1a", "б", "вчера", "", "x"],
        ["passport", "4444", "444444", "01.01.1980", "", ""], ["passport", "", "45101234567", "", "", ""],
        ["passport", "4510", "123456", "01.06.2003", "", ""],
        ["passport", "4510", "123456", "01.06.1998", "", ""],
        ["birth_certificate", "IIII-АБ", "1", "", "", ""], ["birth_certificate", "QW", "123456", "", "", ""],
        ["birth_certificate", "IV-АБ", "123456", "", "", ""], ["travel_passport", "7", "1", "", "", ""],
        ["travel_passport", "", "7512345678", "", "", ""], ["foreign", "", "a_b", "", "", ""],
        ["other", long, "1", "", "", ""],
    ]

    private static let policies: [[String]] = [
        // kind, type, number, valid to
        ["", "", "1", ""], ["омс", "", "1", ""], ["oms", "new", "1", "01.01.2020"], ["oms", "", "1", ""],
        ["oms", "", "12345678901", ""], ["oms", "", "VMI-1234/5", ""], ["oms", "temporary", "1", ""],
        ["oms", "old", "1", ""], ["oms", "", "АБ 123456", ""], ["oms", "enp", "1", ""],
        ["oms", "", "1234567890123456", ""], ["dms", "", "нет полиса", ""], ["dms", "", "1", ""],
    ]

    private static let alone =
        ["1", "7707083893", "10000000021", "500100732258"].flatMap { Inn.read($0, field: "inn").problems }

    private static func problems() throws -> [FieldProblem] {
        let today = try #require(CalendarDay(iso: "2026-11-21"))
        let births = ["1986-03-12", "2015-03-12"].compactMap(CalendarDay.init(iso:))
        let ofDocuments = documents.flatMap { typed in
            var form = IdentityDocumentForm()
            (form.kind, form.series, form.number) = (typed[0], typed[1], typed[2])
            (form.issuedOn, form.issuer, form.departmentCode) = (typed[3], typed[4], typed[5])
            return births.flatMap { form.read(birthDate: $0, today: today).problems }
        }
        let ofPolicies = policies.flatMap { typed in
            var form = PolicyForm()
            (form.kind, form.omsType, form.number, form.validTo) = (typed[0], typed[1], typed[2], typed[3])
            return form.read(today: today).problems
        }
        return ofDocuments + ofPolicies + alone
    }

    @Test(arguments: Language.allCases)
    func `is a whole sentence without a gap`(language: Language) throws {
        let catalogue = try Words.catalogue.get()
        for problem in try Self.problems() {
            let text = catalogue.text("field.\(problem.code)", language, problem.parameters)
            #expect(!text.contains("{") && !text.hasPrefix("field."), "\(problem.code): \(text)")
            #expect(text.last.map { ".?!".contains($0) } == true, "\(problem.code): \(text)")
        }
    }

    @Test func `covers every code that only they have`() throws {
        let met = Set(try Self.problems().map(\.code))
        let families =
            ["oms_", "enp_", "policy_", "passport_", "birth_certificate_", "travel_", "inn_"]
            + ["issued_", "document_", "paper_number_", "digits_", "number_", "department_"]
        let codes = FieldCode.allCases.map(\.rawValue).filter { code in
            families.contains { code.hasPrefix($0) }
        }
        #expect(codes.count >= 35)
        #expect(codes.filter { !met.contains($0) } == [])
    }
}
