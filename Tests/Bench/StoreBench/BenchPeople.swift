internal import Application
internal import Domain

/// Invented people, each with a phone and СНИЛС of their own, so that no warning asks to be read.
enum BenchPeople {
    /// As long as the answer to a walk-in is.
    static let body = [UInt8](repeating: UInt8(ascii: "x"), count: 1100)

    private static let surnames = [
        "Берёзкин", "Соловьёв", "Одуванчиков", "Незабудкин", "Рощин", "Ключников", "Ветров",
    ]
    private static let names = ["Пётр", "Семён", "Артём", "Глеб", "Тихон"]
    private static let patronymics = ["Петрович", "Семёнович", "Артёмович", "Глебович", "Львович", "Саввич"]

    static func form(_ number: Int, of run: Int64) -> PersonForm {
        var form = PersonForm()
        form.surname = surnames[number % surnames.count]
        form.name = names[number % names.count]
        form.patronymic = patronymics[number % patronymics.count]
        form.birthDate = "\(two(number % 27 + 2)).\(two(number % 11 + 2)).\(1940 + number % 70)"
        form.sex = "male"
        let unique = Int(run % 7_000) * 100_000 + number
        form.phone = "+7000\(1_000_000 + unique % 8_999_999)"
        form.snils = snils(200_000_000 + unique % 700_000_000)
        form.note = "Просит говорить громче"
        return form
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// Nine digits and their check.
    private static func snils(_ number: Int) -> String {
        let digits = String(number).utf8.map { Int($0) - 48 }
        let sum = zip(digits, stride(from: 9, to: 0, by: -1)).reduce(0) { $0 + $1.0 * $1.1 }
        return "\(number)\(two(sum % 101 % 100))"
    }
}
