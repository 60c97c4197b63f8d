import Domain
import Testing

@Suite struct `The strictness of checks` {
    private static let wrong = "112-233-445 96"

    private func form(_ snils: String) -> PersonForm {
        var form = PersonForm()
        form.surname = "Небывалова"
        form.name = "Галина"
        form.patronymicAbsent = true
        form.birthDate = "12.03.1910"
        form.sex = "female"
        form.snils = snils
        return form
    }

    @Test(arguments: Strictness.checks)
    func `is the rule's own until somebody chooses`(code: FieldCode) {
        #expect(Strictness.usual.severity(of: code) == code.severity)
    }

    @Test func `is chosen check by check, and told as what differs`() {
        let none = Strictness.usual.choosing(refusing: [])
        #expect(none.softened == [.snilsControl, .innControl] && none.hardened.isEmpty && none.version == 1)
        let all = none.choosing(refusing: Set(Strictness.checks))
        #expect(all.softened.isEmpty && all.hardened.count == Strictness.checks.count - 2)
        let usual = all.choosing(refusing: [.snilsControl, .innControl])
        #expect(usual.softened.isEmpty && usual.hardened.isEmpty && usual.version == 3)
    }

    @Test func `lets a number with a wrong check through when softened, with its value`() {
        let soft = Strictness.usual.choosing(refusing: [])
        let reading = form(Self.wrong).read(today: Given.today, strictness: soft)
        #expect(reading.person?.snils?.digits == "11223344596")
        #expect(reading.warnings.map(\.code) == ["birth_old", "snils_control"])
        #expect(form(Self.wrong).read(today: Given.today).person == nil)
        #expect(Inn.read("500100732258", field: "inn", control: .warning).value?.digits == "500100732258")
        #expect(Inn.read("500100732258", field: "inn").value == nil)
    }

    @Test func `lets an ИНН with a wrong check through when softened`() {
        var beside = ParticularsForm()
        beside.inn = "500100732258"
        let soft = Strictness.usual.choosing(refusing: [])
        let reading = beside.read(today: Given.today, strictness: soft)
        #expect(reading.content?.inn?.digits == "500100732258")
        #expect(reading.problems.map(\.code) == ["inn_control"])
        #expect(reading.problems.map(\.severity) == [.warning])
        #expect(beside.read(today: Given.today).content == nil)
    }

    @Test(arguments: ["112-233-445", "000-000-000 00", "СНИЛС"])
    func `never lets through what has no shape`(snils: String) {
        let soft = Strictness.usual.choosing(refusing: [])
        let reading = form(snils).read(today: Given.today, strictness: soft)
        #expect(reading.person == nil && reading.errors.map(\.field) == ["snils"])
    }

    @Test func `refuses what only warned when hardened`() {
        let hard = Strictness.usual.choosing(refusing: Set(Strictness.checks))
        let reading = form("").read(today: Given.today, strictness: hard)
        #expect(reading.person == nil && reading.errors.map(\.code) == ["birth_old"])
        var policy = PolicyForm()
        policy.kind = "oms"
        policy.number = "7992730000000008"
        #expect(policy.read(today: Given.today, strictness: hard).errors.map(\.code) == ["enp_control"])
        #expect(policy.read(today: Given.today).warnings.map(\.code) == ["enp_control"])
        var passport = IdentityDocumentForm()
        passport.kind = "passport"
        passport.series = "4510"
        passport.number = "123456"
        passport.issuedOn = "01.02.2020"
        let read = passport.read(birthDate: nil, today: Given.today, strictness: hard)
        #expect(read.errors.map(\.code) == ["passport_blank_year"])
    }

    @Test func `says nothing of a code that nobody may choose`() {
        let soft = Strictness(version: 1, hardened: [], softened: [.required])
        #expect(soft.judged(FieldProblem("name", .required)).severity == .error)
    }
}
