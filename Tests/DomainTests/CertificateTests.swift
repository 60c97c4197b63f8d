import Domain
import Testing

@Suite struct `A certificate` {
    private static func day(_ iso: String) -> CalendarDay {
        guard let day = CalendarDay(iso: iso) else { preconditionFailure("\(iso) is a day") }
        return day
    }

    private let certificate = Given.certificate(from: day("2019-01-12"), to: day("2020-01-11"))

    private func seated(
        _ patient: ID<Patient>, _ seat: Certificate.Seat, on today: String, late: String? = nil
    ) throws -> Certificate {
        try certificate.seating(
            patient, in: seat, by: Given.id(3), at: Given.start, on: Self.day(today), lateReason: late)
    }

    @Test func `takes other patients until the day before its first, and not on it`() throws {
        #expect(try seated(Given.id(20), .second, on: "2019-01-11").second == Given.id(20))
        for today in ["2019-01-12", "2019-06-01", "2020-01-12"] {
            #expect(throws: Refusal(.certificateStarted, ["day": "12.01.2019"])) {
                try seated(Given.id(20), .second, on: today)
            }
        }
    }

    @Test func `lets a senior answer for a late change, and keeps no reason where none was needed`() throws {
        let late = try seated(Given.id(20), .first, on: "2019-01-12", late: "Ошибка кассы")
        #expect(late.first == Given.id(20) && late.change?.lateReason == "Ошибка кассы")
        #expect(late.version == 2 && late.change?.seat == .first)
        let early = try seated(Given.id(20), .first, on: "2019-01-11", late: "Ошибка кассы")
        #expect(early.change?.lateReason == nil)
    }

    @Test func `never has one person twice, nor one who sits there already`() throws {
        #expect(throws: Refusal.self) { try seated(Given.id(2), .second, on: "2019-01-11") }
        #expect(throws: Refusal.self) { try seated(Given.id(2), .first, on: "2019-01-11") }
    }

    @Test(
        arguments: [
            ("2019-01-11", .pending), ("2019-01-12", .active), ("2020-01-11", .active),
            ("2020-01-12", .expired),
        ] as [(String, Certificate.Status)])
    func `holds on its first day and on its last`(today: String, status: Certificate.Status) {
        #expect(certificate.status(on: Self.day(today)) == status)
    }
}
