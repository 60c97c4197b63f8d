import Domain
import InventedPeople
import Testing

@Suite struct `Invented people, written down in one line each` {
    private static let people = 10_000
    /// Of all fields that were written, those that came back as they were.
    private static let leastRight = 0.99

    private struct Figures {
        var written = 0
        var right = 0
        var wrongThoughCertain: [String] = []

        var share: Double { Double(right) / Double(max(1, written)) }
    }

    private func judge(_ read: (String, CalendarDay) -> [TakenField: TakenPart]) throws -> Figures {
        let today = try #require(CalendarDay(year: 2026, month: 11, day: 21))
        var town = InventedPeople(seed: 20_261_121)
        var pen = LinePen(seed: 8470)
        var figures = Figures()
        for _ in 0..<Self.people {
            let (line, fields) = pen.write(town.next())
            let read = read(line, today)
            for (field, value) in fields {
                figures.written += 1
                if read[field]?.value == value { figures.right += 1 }
            }
            for (field, part) in read where part.certainty == .certain && fields[field] != part.value {
                let was = fields[field] ?? "nothing"
                figures.wrongThoughCertain.append("\(line) → \(field) \(part.value), was \(was)")
            }
        }
        return figures
    }

    @Test func `come back field by field, and what is called certain is right`() throws {
        let figures = try judge { line, today in
            Dictionary(uniqueKeysWithValues: TakenApart(line, today: today).parts.map { ($0.field, $0) })
        }
        print("taken apart: \(figures.right) of \(figures.written) fields right")
        #expect(figures.share >= Self.leastRight, "\(figures.share)")
        #expect(figures.wrongThoughCertain.isEmpty, "\(figures.wrongThoughCertain.prefix(10))")
    }

    /// The first words are the name in the order of the form; numbers go by how many digits they have.
    @Test func `the control: a splitter at spaces is seen to be wrong`() throws {
        let figures = try judge { line, _ in
            let words = line.split { $0 == " " || $0.isNewline }.map(String.init)
            let names = words.filter { !$0.contains(where: \.isNumber) }
            var read: [TakenField: TakenPart] = [:]
            for (field, word) in zip([TakenField.surname, .name, .patronymic], names) {
                read[field] = TakenPart(field, word, .certain)
            }
            for word in words where word.count == 10 && word.contains(".") {
                read[.birthDate] = TakenPart(.birthDate, word, .certain)
            }
            for word in words where word.count == 11 && !word.contains(".") {
                read[.snils] = TakenPart(.snils, word, .certain)
            }
            return read
        }
        #expect(figures.share < Self.leastRight)
        #expect(!figures.wrongThoughCertain.isEmpty)
    }
}
