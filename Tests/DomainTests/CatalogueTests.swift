import Domain
import Testing

@Suite struct `A catalogue` {
    @Test func `knows a company by any name that it had, however it is typed`() throws {
        let all = [
            Given.insurer("Капитал-полис", former: ["РОСНО", "Жёлтая звезда"]),
            Given.insurer("Ромашка", id: 20),
        ]
        for name in ["капитал ПОЛИС", "росно", "желтая звезда", "«Росно»"] {
            #expect(all.named(name)?.name == "Капитал-полис", "\(name)")
        }
        #expect(all.named("Росгосстрах") == nil)
    }

    @Test func `keeps the name that it had when it gets another`() throws {
        let old = Given.insurer("Ромашка", former: ["Лютик"])
        let made = try InsurerForm(name: "Василёк", formerNames: "Лютик").insurer(
            old.id, version: 2, among: [old])
        #expect(made.formerNames == ["Лютик", "Ромашка"])
    }

    @Test func `leaves the name of today out of the former ones`() throws {
        let form = InsurerForm(name: "Ромашка", formerNames: "ромашка\nЛютик\nЛютик\n")
        let made = try form.insurer(Given.id(1), version: 1, among: [])
        #expect(made.formerNames == ["Лютик"])
    }

    @Test func `lets a company keep its own names when it is changed`() throws {
        let old = Given.insurer("Ромашка", former: ["Лютик"])
        let form = InsurerForm(name: "Лютик", formerNames: "Ромашка")
        #expect(try form.insurer(old.id, version: 2, among: [old]).name == "Лютик")
    }

    @Test(
        arguments: [
            ("30 000", 3_000_000), ("1500,5", 150_050), ("1 500.50 ₽", 150_050), ("0,01", 1),
        ] as [(String, Int64)])
    func `reads an amount as it is typed`(typed: String, hundredths: Int64) {
        let read = TypedAmount.read(typed, field: "a", mostHundredths: 10_000_000)
        #expect(read.value == hundredths)
    }

    @Test(arguments: ["0", "1,505", "1,5,0", "-5", "пять", "100000000", ",5", "1e3"])
    func `reads no amount out of something else`(typed: String) {
        #expect(TypedAmount.read(typed, field: "a", mostHundredths: 10_000_000).refusal != nil)
    }

    @Test func `shows an amount as people read it`() {
        #expect(TypedAmount.shown(3_000_000) == "30\u{A0}000")
        #expect(TypedAmount.shown(100_000_507) == "1\u{A0}000\u{A0}005,07")
        #expect(TypedAmount.shown(99_900) == "999")
    }

    @Test(arguments: ["7707083893", "7830002293", "5001 0073 2259"])
    func `takes the number of an organisation, and a private doctor's`(typed: String) {
        #expect(OrganisationInn.read(typed, field: "inn").value != nil)
    }

    @Test func `takes no other digit in the last place`() {
        for last in 0...9 where last != 3 {
            #expect(OrganisationInn.read("770708389\(last)", field: "inn").refusal != nil)
        }
        #expect(OrganisationInn.read("770708389", field: "inn").refusal?.code == "clinic_inn_length")
    }

    @Test func `says which of the lines is too long`() {
        let typed = "коротко\n\n" + String(repeating: "д", count: 31)
        let read = TextLines.read(typed, field: "lines", most: 5, longest: 30)
        #expect(read.refusal?.parameters["line"] == "3")
        #expect(TextLines.read(" \n\n", field: "lines", most: 5, longest: 30) == .empty)
    }
}
