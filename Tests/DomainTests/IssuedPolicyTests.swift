import Domain
import Testing

@Suite struct `An issued policy` {
    private static let first = day("2019-01-12")
    private static let last = day("2020-01-11")

    private static func day(_ iso: String) -> CalendarDay {
        guard let day = CalendarDay(iso: iso) else { preconditionFailure("\(iso) is a day") }
        return day
    }

    @Test(
        arguments: [
            ("2019-01-11", .pending), ("2019-01-12", .active), ("2020-01-11", .active),
            ("2020-01-12", .expired),
        ] as [(String, IssuedPolicy.Status)])
    func `holds on its first day and on its last`(today: String, status: IssuedPolicy.Status) {
        let policy = Given.policy(from: Self.first, to: Self.last)
        #expect(policy.status(on: Self.day(today)) == status)
        #expect(status.isCurrent == (status == .pending || status == .active))
    }

    @Test func `that was revoked or replaced is that on every day`() throws {
        let policy = Given.policy(from: Self.first, to: Self.last)
        let revoked = try policy.revoked(.mistake, note: nil, by: Given.id(3), at: Given.start)
        let replaced = try revoked.replaced(by: Given.id(20), author: Given.id(3), at: Given.start)
        for today in ["2019-01-11", "2019-06-01", "2020-01-12"] {
            #expect(revoked.status(on: Self.day(today)) == .revoked)
            #expect(replaced.status(on: Self.day(today)) == .replaced)
        }
        #expect(replaced.version == 3 && replaced.revocation == revoked.revocation)
        #expect(throws: Refusal(.policyStepRefused, ["number": "ДМС-1234"])) {
            try replaced.replaced(by: Given.id(21), author: Given.id(3), at: Given.start)
        }
    }

    @Test func `keeps its programmes at their versions when it is corrected, and takes new ones as they are`()
        throws
    {
        let old = Given.programme(version: 3)
        let added = Programme(
            id: Given.id(30), version: 5,
            content: Programme.Content(
                code: "Б", title: "Б", insurer: Given.id(13), lines: ["Б"], clinics: [], franchise: .none,
                isClosed: false))
        var form = IssuedPolicyForm(kind: .dms)
        (form.insurer, form.validFrom, form.validTo) = ("Ромашка", "21.11.2026", "22.11.2026")
        form.programmes = [added.id.text, old.id.text, old.id.text]
        let catalogues = IssuedPolicyForm.Catalogues(
            insurers: [Given.insurer(version: 4)], programmes: [old, added], former: Given.policy().content)
        let read = form.read(catalogues, today: Given.today)
        #expect(read.problems == [])
        #expect(read.content?.programmes == [added.edition, Edition(old.id, 1)])
        #expect(read.content?.insurer.version == 1, "the company as it was called then")
    }

    @Test(arguments: [
        ("дмс-12 34", "ДМС1234"), ("АВС/5", "ABC/5"), ("тёртый1", "ТЕРТЫЙ1"), ("77/00000001", "77/00000001"),
    ])
    func `is found by what the eye does not tell apart`(one: String, other: String) {
        #expect(IssuedPolicy.key(one) == IssuedPolicy.key(other))
    }

    @Test func `has a number of eight digits after the prefix, and more when they are used up`() {
        #expect(OwnNumber(prefix: "77", sequence: 1).text == "77/00000001")
        #expect(OwnNumber(prefix: "0471", sequence: 123_456_789).text == "0471/123456789")
        #expect(OwnNumber(stored: "77/00000001") == OwnNumber(prefix: "77", sequence: 1))
        for odd in ["77/1", "77-00000001", "7/00000001", "77/0000000A", "00/00000001"] {
            #expect(OwnNumber(stored: odd) == nil, "\(odd)")
        }
    }

    @Test(arguments: [("o'connor  mary-ann", "O'CONNOR MARY-ANN"), ("Ivanov", "IVANOV")])
    func `has a Latin name in capitals`(typed: String, name: String) {
        #expect(LatinName.read(typed, field: "latin_name").value == name)
    }

    @Test(arguments: ["Иванов", "Ivanov2", "IVАNOV", "- -"])
    func `has no other letters in it`(typed: String) {
        #expect(LatinName.read(typed, field: "latin_name").refusal != nil)
    }
}
