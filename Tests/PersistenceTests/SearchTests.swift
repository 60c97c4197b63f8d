import Application
import DeskFixture
import Domain
import Persistence
import SQLiteEngine
import Testing

@Suite struct `A search` {
    /// A few invented people who differ in what matters, by a short name for each.
    private static let people: [(name: String, form: PersonForm)] = [
        (
            "alyona",
            .invented("Артёмова-Дёмина", "Алёна", "Семёновна", born: "05.03.1987").with {
                $0.phone = "8 926 111-22-33"
                $0.snils = "112-233-445 95"
            }
        ),
        (
            "artyom",
            .invented("Артемьев", "Артём", "Ильич", born: "17.11.1955").with { $0.phone = "8 495 765-43-21" }
        ),
        ("yan", .invented("Ли", "Ян", "", born: "09.09.2001")),
        (
            "pyotr",
            .invented("Горбунов", "Пётр", "Ильич", born: "05.03.1987").with { $0.phone = "8 926 999-88-77" }
        ),
        ("anna", .invented("Ильина", "Анна", "Петровна", born: "31.12.1990")),
    ]

    private func desk() throws -> (TestDesk, [ID<Patient>: String]) {
        let desk = try TestDesk()
        let admin = try desk.setUp()
        var names: [ID<Patient>: String] = [:]
        for person in Self.people { names[try desk.register(person.form, by: admin).id] = person.name }
        return (desk, names)
    }

    private func find(_ text: String, _ desk: TestDesk, limit: Int = 20) throws -> [FoundPatient] {
        try desk.store.read { try $0.patients.search(SearchLine(text), limit: limit) }
    }

    private static let finds: [(String, Set<String>)] = [
        ("Артёмова-Дёмина", ["alyona"]), ("артемова-демина", ["alyona"]), ("АРТЁМОВА ДЁМИНА", ["alyona"]),
        ("артёмьев", ["artyom"]), ("артем", ["alyona", "artyom"]), ("унов", ["pyotr"]),
        ("демина", ["alyona"]),
        ("дёмин", ["alyona"]), ("алена артемова", ["alyona"]), ("артемова алена семеновна", ["alyona"]),
        ("семеновна артемова", ["alyona"]), ("ильич", ["artyom", "pyotr"]), ("ильич горб", ["pyotr"]),
        ("05.03.1987", ["alyona", "pyotr"]), ("5/3/1987", ["alyona", "pyotr"]),
        ("05031987", ["alyona", "pyotr"]),
        ("1987", ["alyona", "pyotr"]), ("1955", ["artyom"]), ("горб 1987", ["pyotr"]),
        ("горб 05.03.1987", ["pyotr"]),
        ("ильич 1987", ["pyotr"]), ("+7 (926) 111-22-33", ["alyona"]), ("89261112233", ["alyona"]),
        ("9261112233", ["alyona"]), ("998877", ["pyotr"]), ("99-88", ["pyotr"]), ("7654321", ["artyom"]),
        ("112-233-445 95", ["alyona"]), ("11223344595", ["alyona"]), ("112-233-445 96", []),
        ("№1", ["alyona"]), ("№ 3", ["yan"]), ("3", ["yan"]), ("#5", ["anna"]), ("№50", []),
        ("ли", ["yan"]), ("ян", ["yan"]), ("  ян   ", ["yan"]), ("ян ли", ["yan"]), ("ли ян", ["yan"]),
        ("а", ["alyona", "artyom", "anna"]), ("и а", ["anna", "artyom"]), ("артемова а", ["alyona"]),
        ("алена а", ["alyona"]), ("анна и", ["anna"]), ("анна и п", ["anna"]), ("анна я", []),
        ("артем и", ["artyom"]), ("а а с", ["alyona"]), ("г п и", ["pyotr"]),
        ("п и г", ["pyotr"]), ("а а", ["alyona", "artyom", "anna"]), ("артем я", []), ("Небываев", []),
        ("", []),
        ("артем 05.03.1987 926", []), ("926 111", ["alyona"]), ("111 22", ["alyona"]),
        ("(926) 999-88", ["pyotr"]), ("765 43 21", ["artyom"]), ("горб 926 999", ["pyotr"]),
        ("горб 926 111", []), ("1 3", ["alyona", "yan"]),
    ]

    @Test(arguments: finds)
    func `finds by any part of what is known`(text: String, expected: Set<String>) throws {
        let (desk, names) = try desk()
        let found = try find(text, desk).compactMap { names[$0.patient.id] }
        #expect(Set(found) == expected)
        #expect(Set(found).count == found.count, "each once")
    }

    private static let otherLayout: [(String, Set<String>)] = [
        ("fhntvmtd", ["artyom"]), ("Fhntv", ["alyona", "artyom"]), ("kb zy", ["yan"]), ("kb", ["yan"]),
        ("ujh, 05.03.1987", ["pyotr"]), ("ujh 05.03.1987", ["pyotr"]), ("xyzxyz", []),
    ]

    @Test(arguments: otherLayout)
    func `typed on the wrong layout finds whom it would on the right one`(
        text: String, expected: Set<String>
    ) throws {
        let (desk, names) = try desk()
        #expect(Set(try find(text, desk).compactMap { names[$0.patient.id] }) == expected)
    }

    @Test(arguments: [
        "\"", "'", "*", "%", "_", "артем*", "\"артем", "артем\"\"", "NEAR(", "а OR б", "а AND", "AND",
        "NOT артем", "(",
        ")", "--", ";", "\\", "^артем", "search_key:артем", "{", "+", "-", "артем -ильич", "\u{0}", "😀", "№",
        "#",
        "'; DROP TABLE patient; --", "[а-я]", "ааа\"", "%%%", "___", "\u{202e}", "ﬁ",
    ])
    func `takes the signs of the search language for plain text`(text: String) throws {
        let (desk, names) = try desk()
        let found = try find(text, desk)
        #expect(found.count <= names.count)
        #expect(try find("артем", desk).count == 2)
    }

    @Test func `puts those whose name begins so first, by the alphabet`() throws {
        let (desk, names) = try desk()
        #expect(try find("арт", desk).compactMap { names[$0.patient.id] } == ["alyona", "artyom"])
        #expect(try find("иль", desk).first.flatMap { names[$0.patient.id] } == "anna")
    }

    @Test func `gives no more than asked`() throws {
        let (desk, _) = try desk()
        #expect(try find("а", desk, limit: 2).count == 2)
        #expect(try find("ильич", desk, limit: 1).count == 1)
    }

    @Test func `after a correction finds the new name and no more the old one`() throws {
        let (desk, names) = try desk()
        let admin = try #require(try desk.store.read { try $0.operators.find(login: "admin") })
        let pyotr = try #require(names.first { $0.value == "pyotr" }?.key)
        let form = PersonForm.invented("Верный", "Павел", "Олегович", born: "06.04.1988").with {
            $0.phone = "84955550166"
        }
        _ = try CorrectPatient(store: desk.store, clock: desk.clock)(
            CorrectPatient.Input(patient: pyotr, baseVersion: 1, form: form, acceptance: .none, draft: nil),
            by: Author(operator: admin.id))
        for old in ["Горбунов", "унов", "998877", "пётр", "пет гор"] {
            #expect(try find(old, desk).filter { $0.patient.id == pyotr }.isEmpty, "\(old)")
        }
        for new in ["верный", "ерны", "06.04.1988", "5550166", "№4", "п в"] {
            #expect(try find(new, desk).map(\.patient.id) == [pyotr], "\(new)")
        }
        #expect(try desk.database.integrityCheck().isEmpty)
    }

    @Test func `says who has an open visit`() throws {
        let clinic = try Clinic()
        let found = try find("Небывалова", clinic.desk) + find("Другова", clinic.desk)
        #expect(found.map(\.hasOpenVisit) == [true, false])
    }
}
