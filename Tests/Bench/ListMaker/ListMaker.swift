internal import Domain
internal import Glibc
internal import InventedPeople
internal import Lists

/// `ListMaker make LINES SEED` writes a list of invented people with policies; `ListMaker cells SEPARATOR`
/// reads a file from standard input and prints what the product's reader finds in it, each cell in
/// hexadecimal digits, for a harness to compare.
enum ListMaker {
    static func run(_ words: [String]) -> Int32 {
        if words.count == 3, words[0] == "make", let lines = Int(words[1]), let seed = UInt64(words[2]) {
            make(lines, seed)
            return 0
        }
        if words.count == 2, words[0] == "cells", let sign = words[1].utf8.first {
            return cells(sign)
        }
        return 64
    }

    private static func make(_ lines: Int, _ seed: UInt64) {
        var people = InventedPeople(seed: seed)
        var text =
            "Фамилия;Имя;Отчество;Дата рождения;Пол;Телефон;E-mail;СНИЛС;Вид полиса;Номер полиса;"
            + "Страховая компания;Действует до\r\n"
        for number in 0..<lines {
            let one = people.next()
            let sex = one.sex == "male" ? "М" : "Ж"
            let policy = "\(seed)-\(1_000_000 + number)"
            let cells = [
                one.surname, one.name, one.patronymicAbsent ? "нет" : one.patronymic, one.birthDate, sex,
                one.phone, one.email, one.snils, "ДМС", policy, "Небывалая страховая", "31.12.2040",
            ]
            text += cells.joined(separator: ";") + "\r\n"
            if text.utf8.count > 1 << 20 { put(&text) }
        }
        put(&text)
    }

    private static func put(_ text: inout String) {
        print(text, terminator: "")
        text = ""
    }

    private static func cells(_ separator: UInt8) -> Int32 {
        var bytes: [UInt8] = []
        while case let byte = getchar(), byte != EOF { bytes.append(UInt8(byte)) }
        var reader = CSVReader(Held(bytes), encoding: .utf8, separator: separator)
        do {
            while let record = try reader.next() {
                let hex = record.cells.map { Hex.text(Array($0.utf8)) }.joined(separator: ",")
                print("\(record.line)\t\(record.fault.map { "\($0)" } ?? "")\t\(hex)")
            }
            return 0
        } catch {
            return 74
        }
    }
}

/// A file that fits into memory.
struct Held: ListBytes {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var count: Int { bytes.count }

    func read(from offset: Int, most: Int) -> [UInt8] {
        Array(bytes[min(offset, count)..<min(offset + most, count)])
    }
}
