import Application
import DeskFixture
import Domain
import Persistence
import SQL
import SQLiteEngine
import Testing

@Suite struct `A search by papers` {
    private func find(_ text: String, _ clinic: Clinic, limit: Int = 8) throws -> [FoundPatient] {
        try clinic.desk.store.read { try $0.patients.search(SearchLine(text), limit: limit) }
    }

    /// The clinic, with papers of the patient who has none of them yet.
    private func clinic() throws -> Clinic {
        let clinic = try Clinic()
        var certificate = IdentityDocumentForm()
        certificate.kind = IdentityDocument.Kind.birthCertificate.rawValue
        certificate.series = "IV-АБ"
        certificate.number = "654321"
        for form in [NotePaper.Form.document(certificate), .oms("2600000000000000")] {
            _ = try clinic.desk.noting(
                form, of: clinic.other.id, accepted: ["birth_certificate_age"], by: clinic.author)
        }
        return clinic
    }

    private static let found: [(String, FoundBy)] = [
        ("2600000000000000", FoundBy(.policy, "0000")), ("2600 0000 0000 0000", FoundBy(.policy, "0000")),
        ("0000", FoundBy(.policy, "0000")), ("000000", FoundBy(.policy, "0000")),
        ("Другова 2600000000000000", FoundBy(.policy, "0000")),
        ("0000 друг", FoundBy(.policy, "0000")), ("IV-АБ 654321", FoundBy(.document, "4321")),
        ("654321", FoundBy(.document, "4321")), ("lheujdf 2600000000000000", FoundBy(.policy, "0000")),
        ("Другова 12.03.1986 2600 0000 0000 0000", FoundBy(.policy, "0000")),
        ("2600 0000 0000 0000 12.03.1986", FoundBy(.policy, "0000")),
        ("Другова 12.03.1986 112-233-445 95 2600 0000 0000 0000", FoundBy(.policy, "0000")),
        ("IV-АБ 654321 2600000000000000", FoundBy(.document, "4321")),
        ("2600000000000000 0000 IV-АБ 654321 12.03.1986 Другова", FoundBy(.policy, "0000")),
    ]

    @Test(arguments: found) func `finds the card and says by what`(text: String, foundBy: FoundBy) throws {
        let clinic = try clinic()
        let found = try find(text, clinic)
        #expect(found.map(\.patient.id) == [clinic.other.id])
        #expect(found.map(\.foundBy) == [foundBy])
    }

    @Test func `finds a passport joined and apart, and who has an open visit`() throws {
        let clinic = try clinic()
        let document = try #require(clinic.passport.document)
        let series = try #require(document.series)
        for text in [series + document.number, "\(series) \(document.number)", document.number] {
            let found = try find(text, clinic)
            #expect(found.map(\.patient.id) == [clinic.patient.id], "\(text)")
            #expect(found.map(\.hasOpenVisit) == [true])
        }
    }

    @Test(arguments: [
        "+7 926 222-33-44", "89262223344", "8 926 222 33 44", "9262223344", "небывалова 926 222 33 44",
        "8 926 222 33 44 12.03.1986",
    ])
    func `finds the card by another phone of the patient`(text: String) throws {
        let clinic = try clinic()
        let found = try find(text, clinic)
        #expect(found.map(\.patient.id) == [clinic.patient.id])
        #expect(found.map(\.foundBy) == [FoundBy(.phone, "3344")])
        #expect(found.map(\.hasOpenVisit) == [true])
    }

    @Test func `finds a surname behind any number of newer policies with the same tail`() throws {
        let clinic = try clinic()
        for number in 1...20 {
            let one = try clinic.desk.register(.invented(born: "02.03.19\(number + 40)"), by: clinic.petrova)
            _ = try clinic.desk.noting(
                .oms("\(10_000 + number)0000"), of: one.id, by: clinic.author)
        }
        #expect(try find("0000", clinic).count == 8)
        #expect(try find("Другова 0000", clinic).map(\.patient.id) == [clinic.other.id])
    }

    @Test func `finds the card of a sheet by its number`() throws {
        let clinic = try clinic()
        let found = try find("С-\(clinic.offered.number)", clinic)
        #expect(found.map(\.patient.id) == [clinic.patient.id])
        #expect(found.map(\.foundBy?.kind) == [.sheet])
        #expect(try find("С-999", clinic).isEmpty)
    }

    @Test(arguments: [
        "2600000000000001", "Небывалова 2600000000000000", "9999", "IV-ВГ 654321", "654322",
        "4512 2600000000000000", "1234 0000", "2600000000000000 12.03.1987", "654322 2600000000000000",
        "4512 123457 2600 0000 0000 0000", "+7 926 222-33-45", "Небывалова 2600000000000000",
    ])
    func `finds nobody by another's number`(text: String) throws {
        #expect(try find(text, clinic()).isEmpty)
    }

    @Test func `finds no card by a struck paper`() throws {
        let clinic = try clinic()
        let number = try #require(clinic.passport.document?.number)
        _ = try clinic.striking(clinic.passport.id, for: "Перепутали", by: clinic.author)
        #expect(try find(number, clinic).isEmpty)
    }

    @Test func `remembers whom an operator opened behind any number of others' deeds`() throws {
        let clinic = try clinic()
        let recent = {
            try clinic.desk.store.read { try $0.patients.recent(of: clinic.petrova.id, limit: 2) }
        }
        let before = try recent()
        try clinic.desk.database.write { connection in
            try connection.transaction {
                try connection.script(
                    """
                    INSERT INTO audit (at_ms, operator_id, action, subject_kind, subject_id, prev_hash, hash)
                    WITH line (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM line WHERE n < 6000)
                    SELECT 1, '\(clinic.colleague.id.text)', 'patient_registered', 'patient',
                        '\(clinic.other.id.text)', zeroblob(32), zeroblob(32)
                    FROM line
                    """)
            }
        }
        #expect(try recent() == before && before.count == 2)
    }

    @Test func `finds recent people from their index, in its order`() throws {
        let clinic = try clinic()
        let plan = try clinic.desk.rows(
            """
            EXPLAIN QUERY PLAN SELECT subject_id, seq FROM audit
            WHERE operator_id = 'a'
                AND action IN ('patient_viewed', 'patient_registered', 'patient_corrected')
            ORDER BY seq DESC
            """
        ) { $0.text(3) }
        #expect(plan == ["SEARCH audit USING INDEX audit_of_people (operator_id=?)"])
    }

    @Test func `of those whom an operator opened or registered gives the last, newest first`() throws {
        let clinic = try clinic()
        let recent = { (owner: ID<Operator>) in
            try clinic.desk.store.read { try $0.patients.recent(of: owner, limit: 2).map(\.patient.id) }
        }
        #expect(try recent(clinic.petrova.id) == [clinic.late.id, clinic.elder.id])
        let third = try clinic.desk.register(.invented("Третьякова"), by: clinic.petrova)
        #expect(try recent(clinic.petrova.id) == [third.id, clinic.late.id])
        try ReadCard(store: clinic.desk.store).noteView(
            of: clinic.patient.id, in: clinic.session.session, request: nil)
        #expect(try recent(clinic.petrova.id) == [clinic.patient.id, third.id])
        #expect(try recent(clinic.colleague.id).isEmpty, "what others opened is theirs")
    }
}
