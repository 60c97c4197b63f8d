import Domain
import InventedPeople
import Testing

@Suite struct `Invented people` {
    private static let today = CalendarDay(year: 2026, month: 11, day: 21)

    private func forms(_ count: Int, seed: UInt64 = 1) -> [PersonForm] {
        var people = InventedPeople(seed: seed)
        return (0..<count).map { _ in people.next() }
    }

    @Test func `are the same for the same seed, and others for another`() {
        #expect(forms(500) == forms(500))
        #expect(forms(500) != forms(500, seed: 2))
    }

    @Test func `pass every rule of the desk, warned of nothing but what is expected`() throws {
        let today = try #require(Self.today)
        for form in forms(20_000) {
            let reading = form.read(today: today)
            #expect(reading.person != nil, "\(form): \(reading.problems)")
            #expect(Set(reading.warnings.map(\.code)).isSubset(of: InventedPeople.expectedWarnings))
        }
    }

    @Test func `have no number that could be anybody's, and no СНИЛС twice`() {
        let forms = forms(20_000)
        #expect(forms.allSatisfy { $0.phone.isEmpty || $0.phone.hasPrefix("+7000") })
        #expect(forms.allSatisfy { $0.email.isEmpty || $0.email.contains("@example.") })
        let snils = forms.map(\.snils).filter { !$0.isEmpty }
        #expect(Set(snils).count == snils.count && snils.count > 15_000)
    }

    @Test func `live in families, bear their fathers' names and are of every age`() {
        let forms = forms(20_000)
        let pairs = zip(forms, forms.dropFirst())
        #expect(pairs.contains { $0.phone == $1.phone && !$0.phone.isEmpty && $0.surname == $1.surname })
        #expect(pairs.contains { $0.birthDate == $1.birthDate && $0.patronymic == $1.patronymic }, "twins")
        #expect(forms.contains { $0.sex == "male" && $0.patronymic == $0.name + "ович" })
        let absent = forms.count { $0.patronymicAbsent }
        #expect((200...1200).contains(absent))
        let years = forms.compactMap { Int($0.birthDate.suffix(4)) }
        for decade in 193...202 { #expect(years.count { $0 / 10 == decade } > 50, "\(decade)0s") }
    }

    @Test func `have a few surnames that many bear and many that few do`() {
        var counts: [String: Int] = [:]
        for form in forms(20_000) { counts[form.surname, default: 0] += 1 }
        #expect((counts["Иванова"] ?? 0) > 100)
        #expect(counts.count > 2000 && counts.values.count { $0 == 1 } > 500)
    }

    @Test(arguments: [
        ("Пётр", "Петрович", "Петровна"), ("Илья", "Ильич", "Ильинична"), ("Юрий", "Юрьевич", "Юрьевна"),
        ("Дмитрий", "Дмитриевич", "Дмитриевна"), ("Андрей", "Андреевич", "Андреевна"),
        ("Игорь", "Игоревич", "Игоревна"), ("Иван", "Иванович", "Ивановна"),
    ])
    func `are called after their fathers as one is`(father: String, son: String, daughter: String) {
        let forms = forms(20_000)
        #expect(forms.contains { $0.patronymic == son && $0.sex == "male" }, "\(father)")
        #expect(forms.contains { $0.patronymic == daughter && $0.sex == "female" }, "\(father)")
    }
}
