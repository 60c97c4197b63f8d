import Application
import DeskFixture
import Domain
import Persistence
import SQL
import SQLiteEngine
import Testing
import Wire

/// What one audit row says, and the operation that it names.
struct AuditLine: Hashable, Sendable {
    let action: String
    let author: String?
    let session: String?
    let request: String?
    let subject: String?
    let operation: Int64?
    let before: [UInt8]?
    let after: [UInt8]?
}

struct OutboxLine: Hashable, Sendable {
    let sequence: Int64
    let type: String
    let payload: [UInt8]
}

extension TestDesk {
    func audit() throws -> [AuditLine] {
        try rows(
            """
            SELECT action, operator_id, session_id, request, subject_id, operation, before_hash, after_hash
            FROM audit ORDER BY seq
            """
        ) { row in
            AuditLine(
                action: row.text(0), author: row.optionalText(1), session: row.optionalText(2),
                request: row.optionalText(3), subject: row.optionalText(4), operation: row.optionalInteger(5),
                before: row.isNull(6) ? nil : row.blob(6), after: row.isNull(7) ? nil : row.blob(7))
        }
    }

    func outbox() throws -> [OutboxLine] {
        try rows("SELECT seq, type, payload FROM outbox ORDER BY seq") {
            OutboxLine(sequence: $0.integer(0), type: $0.text(1), payload: $0.blob(2))
        }
    }

    func notices(_ kind: Notice.Kind) throws -> Int {
        try audit().filter { $0.action == kind.rawValue }.count
    }

    /// The fact that an operation carries.
    func event(_ line: OutboxLine) throws -> Event {
        try Event(#require(Event.Kind(rawValue: line.type)), fact: JSON(parsing: line.payload))
    }
}

@Suite struct `History` {
    @Test(arguments: Deed.all)
    func `has one audit row and one operation for each fact, made together`(deed: Deed) throws {
        let clinic = try Clinic()
        let (auditBefore, outboxBefore) = (try clinic.desk.audit(), try clinic.desk.outbox())
        try deed.act(clinic)
        let audit = try clinic.desk.audit().dropFirst(auditBefore.count)
        let outbox = try clinic.desk.outbox().dropFirst(outboxBefore.count)

        #expect(audit.map(\.action) == deed.facts.map(\.rawValue))
        #expect(outbox.map(\.type) == deed.facts.map(\.rawValue))
        #expect(audit.map(\.operation) == outbox.map(\.sequence))
        for (row, operation) in zip(audit, outbox) {
            #expect(row.after == TestDesk.digest(operation.payload))
            #expect(row.subject == (try clinic.desk.event(operation).subject.id.text))
        }
        #expect(try clinic.desk.prove().isIntact)
    }

    @Test(arguments: Deed.all)
    func `and the register say the same`(deed: Deed) throws {
        let clinic = try Clinic()
        let before = try clinic.desk.outbox().count
        try deed.act(clinic)
        // Of several facts about one thing the register has the last.
        var last: [Subject: Event] = [:]
        for operation in try clinic.desk.outbox().dropFirst(before) {
            let event = try clinic.desk.event(operation)
            last[event.subject] = event
        }
        #expect(!last.isEmpty)
        let rows = try clinic.desk.lines(of: Table.register)
        for event in last.values { #expect(try clinic.desk.store.read { try isKept(event, $0, rows) }) }
    }

    /// Whether the register has exactly what the event says. What was set as a credential is nowhere in it.
    private func isKept(_ event: Event, _ books: any Reading, _ rows: [String]) throws -> Bool {
        switch event {
        case .deskFounded(let desk), .deskPrefixTaken(let desk): try books.desk.current() == desk
        case .settingsChanged(let settings): try books.settings.current() == settings
        case .operatorAdded(let one), .operatorChanged(let one), .operatorDisabled(let one),
            .operatorEnabled(let one):
            try books.operators.find(one.id) == one
        case .passwordSet, .pinSet: true
        case .patientRegistered(let patient, _), .patientCorrected(let patient, _):
            try books.patients.find(patient.id) == patient
        case .visitOpened(let visit), .visitStarted(let visit), .visitDone(let visit),
            .visitCancelled(let visit),
            .visitLeft(let visit):
            try books.visits.find(visit.id) == visit
        case .paperShown(let paper, _), .paperStruck(let paper):
            try books.papers.find(paper.id) == paper
        case .consentTextPublished(let text):
            try books.consents.text(of: text.purpose, edition: text.edition) == text
        case .consentOffered(let consent), .consentGiven(let consent), .consentRefused(let consent),
            .consentWithdrawn(let consent):
            try books.consents.find(consent.id) == consent
        case .mailPaperPrinted(let profile), .mailPaperReceived(let profile),
            .mailProfileConfirmed(let profile), .mailProfileRejected(let profile),
            .mailProfileEnded(let profile):
            try books.mailProfiles.find(profile.id) == profile
        case .calendarChanged(let year): try books.calendar.year(year.year) == year
        case .dataReadBack(let read): try books.readBacks.newest(of: read.patient) == read
        case .listBegun(let run), .listImported(let run): try books.lists.last()?.run == run
        case .listLotTaken(let lot): try books.lists.last()?.lastLine == lot.lastLine
        case .cardsMerged(let merge), .cardsParted(let merge):
            try books.merges.find(merge.id) == merge
        case .strictnessChanged(let strictness): try books.strictness.current() == strictness
        case .familyLinkMade(let link), .familyLinkEnded(let link):
            try books.family.find(link.id) == link
        case .actedOnBehalf(let act): rows.contains(row(of: act))
        case .deathNoted(let note), .deathNoteStruck(let note): try books.deaths.find(note.id) == note
        case .particularsNoted(let particulars, _):
            try books.particulars.find(particulars.patient) == particulars
        case .phoneConfirmed(let confirmation):
            try books.particulars.confirmation(of: confirmation.patient) == confirmation
        case .attachmentPlaceAdded(let place), .attachmentPlaceChanged(let place):
            try books.attachmentPlaces.find(place.id) == place
        case .shiftOpened(let shift), .shiftHandedOver(let shift), .shiftClosed(let shift):
            try books.shifts.find(shift.id) == shift
        case .deskKeyAdded, .deskKeyWithdrawn, .documentIssued, .documentReplaced, .documentRevoked,
            .copyMade, .copyAnswered:
            try isDocumentKept(event, books)
        case .insurerAdded(let insurer), .insurerChanged(let insurer):
            try books.catalogues.insurer(insurer.id) == insurer
                && books.catalogues.insurer(insurer.edition) == insurer
        case .programmeAdded(let programme), .programmeChanged(let programme):
            try books.catalogues.programme(programme.id) == programme
                && books.catalogues.programme(programme.edition) == programme
        case .requisitesChanged, .policyIssued, .policyCorrected, .policyRevoked, .policyReplaced,
            .policyLinked, .certificateIssued, .certificateSeated:
            try isInsuranceKept(event, books)
        }
    }

    private func isDocumentKept(_ event: Event, _ books: any Reading) throws -> Bool {
        switch event {
        case .deskKeyAdded(let key), .deskKeyWithdrawn(let key): try books.deskKeys.find(key.id) == key
        case .documentIssued(let document), .documentReplaced(let document), .documentRevoked(let document):
            try books.documents.find(document.id) == document
        case .copyMade(let copy), .copyAnswered(let copy): try books.documents.copy(copy.id) == copy
        default: false
        }
    }

    private func isInsuranceKept(_ event: Event, _ books: any Reading) throws -> Bool {
        switch event {
        case .requisitesChanged(let requisites):
            try books.catalogues.requisites() == requisites
                && books.catalogues.requisites(version: requisites.version) == requisites
        case .policyIssued(let policy, _), .policyCorrected(let policy, _), .policyRevoked(let policy),
            .policyReplaced(let policy):
            try books.policies.find(policy.id) == policy
                && books.policies.find(Edition(policy.id, policy.version)) == policy
        case .policyLinked(let link): try books.policies.links(of: link.patient) == [link]
        case .certificateIssued(let certificate), .certificateSeated(let certificate):
            try books.certificates.find(certificate.id) == certificate
        default: false
        }
    }

    /// No book gives an act out by its id: nobody asks for one so.
    private func row(of act: ActOnBehalf) -> String {
        let matter =
            switch act.matter {
            case .visit(let id): "'\(id.text)'|NULL"
            case .consent(let id): "NULL|'\(id.text)'"
            }
        let (link, at, by) = (act.link.text, act.at.milliseconds, act.by.text)
        return "act_on_behalf: '\(act.id.text)'|'\(link)'|\(matter)|\(at)|'\(by)'"
    }

    @Test func `names who did it, from which session, in which request`() throws {
        let clinic = try Clinic()
        _ = try clinic.registering(clinic.registration(.invented("Новикова")), by: clinic.author)
        let row = try #require(try clinic.desk.audit().last)
        #expect(row.author == clinic.petrova.id.text)
        #expect(row.session == clinic.session.session.id.text)
        #expect(row.request == "r-9")
        #expect(row.before == nil)
    }

    @Test func `ties each fact to the one that it replaces`() throws {
        let clinic = try Clinic()
        let first = try #require(try clinic.desk.audit().first { $0.subject == clinic.patient.id.text })
        _ = try clinic.correcting(clinic.correction(.invented("Бывалова")), by: clinic.author)
        let second = try #require(try clinic.desk.audit().last)
        #expect(second.before == first.after)
        _ = try clinic.correcting(clinic.correction(.invented("Небывалова"), version: 2), by: clinic.author)
        #expect(try clinic.desk.audit().last?.before == second.after)
    }

    @Test func `ties a change of an operator to the operator, not to a password set between`() throws {
        let clinic = try Clinic()
        let added = try #require(try clinic.desk.audit().first { $0.subject == clinic.petrova.id.text })
        try clinic.credentials.resetPassword(
            "жёлтый трамвай едет", of: clinic.petrova.id, by: clinic.adminAuthor)
        _ = try clinic.changingOperator(
            .disable, of: clinic.petrova.id, baseVersion: 1, by: clinic.adminAuthor)
        let disabled = try clinic.desk.audit().last { $0.action == "operator_disabled" }
        #expect(disabled?.before == added.after && disabled?.subject == clinic.petrova.id.text)
    }

    @Test func `keeps the reason why a warning was passed over`() throws {
        let clinic = try Clinic()
        let odd = PersonForm.invented("Новикова").with { $0.snils = "112-233-445 95" }
        _ = try clinic.registering(
            clinic.registration(odd, accepted: ["snils_shared"], reason: "  Мать вписала свой "),
            by: clinic.author)
        let event = try clinic.desk.event(#require(try clinic.desk.outbox().last))
        guard case .patientRegistered(_, let overrides) = event else {
            Issue.record("not a registration")
            return
        }
        #expect(overrides == [Override(field: "snils", code: "snils_shared", reason: "Мать вписала свой")])
    }

    @Test func `names the fields of each correction of a card`() throws {
        let clinic = try Clinic()
        let once = clinic.correction(.invented("Бывалова"))
        _ = try clinic.correcting(once, by: clinic.author)
        let twice = clinic.correction(
            once.form.with {
                $0.note = "Слышит плохо"
                $0.email = "galina@mail.example"
            }, version: 2)
        _ = try clinic.correcting(twice, by: clinic.author)
        let entries = try clinic.desk.store.read {
            try $0.history.entries(of: clinic.patient.id, limit: 50)
        }
        let corrected = entries.filter { $0.action == "patient_corrected" }.map(\.corrected)
        #expect(corrected.first == [.email, .note] && corrected.last?.contains(.surname) == true)
        #expect(corrected.count == 2 && corrected.last?.contains(.email) == false)
        let others = entries.filter { $0.action != "patient_corrected" }
        #expect(others.flatMap(\.corrected).isEmpty)
    }

    @Test func `never holds a password, a PIN or their hashes`() throws {
        for deed in Deed.all where deed.facts == [.passwordSet] || deed.facts == [.pinSet] {
            let clinic = try Clinic()
            try deed.act(clinic)
            for operation in try clinic.desk.outbox() {
                let text = String(decoding: operation.payload, as: UTF8.self)
                #expect(!text.contains("трамвай") && !text.contains("hash of") && !text.contains("730164"))
            }
        }
    }

    @Test(arguments: [
        "UPDATE audit SET action = 'x' WHERE seq = 1", "DELETE FROM audit WHERE seq = 1",
        "UPDATE outbox SET type = 'x' WHERE seq = 1", "DELETE FROM outbox WHERE seq = 1",
        "DELETE FROM outbox",
    ])
    func `cannot be changed in place`(script: String) throws {
        let clinic = try Clinic()
        let before = try clinic.desk.lines()
        #expect(throws: StoreFault.self) {
            try clinic.desk.database.write { connection in
                try connection.transaction { try connection.script(script) }
            }
        }
        #expect(try clinic.desk.lines() == before)
    }
}
