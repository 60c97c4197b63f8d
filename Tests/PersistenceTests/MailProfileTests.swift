import Application
import DeskFixture
import Domain
import Persistence
import SQL
import SQLiteEngine
import Testing

@Suite struct `A sheet for copies by mail that is older than the profiles` {
    /// `patient`'s sheet as it was offered before there were profiles.
    private func older() throws -> Clinic {
        let clinic = try Clinic()
        try clinic.desk.database.write { connection in
            try connection.transaction {
                try connection.script(
                    "DELETE FROM mail_profile WHERE consent_id = '\(clinic.offered.id.text)'")
            }
        }
        return clinic
    }

    private func profile(_ clinic: Clinic) throws -> MailProfile? {
        try clinic.desk.store.read { try $0.mailProfile(of: clinic.patient.id) }
    }

    @Test func `begins its profile with the signed paper`() throws {
        let clinic = try older()
        _ = try clinic.answering(.give, of: clinic.offered.id, baseVersion: 1, by: clinic.author)
        let begun = try #require(try profile(clinic))
        #expect(begun.consent == clinic.offered.id && begun.state == .paperReceived && begun.due != nil)
        #expect(begun.printedAt == clinic.offered.offeredAt && begun.printedBy == clinic.offered.offeredBy)
        let waiting = try clinic.desk.store.read { try $0.mailProfiles.waiting(limit: 9) }
        #expect(waiting.contains { $0.profile.id == begun.id })
        _ = try clinic.answering(
            .withdraw(note: nil), of: clinic.offered.id, baseVersion: 2, by: clinic.author)
        #expect(try profile(clinic) == nil)
    }

    @Test func `begins none with a refusal`() throws {
        let clinic = try older()
        _ = try clinic.answering(.refuse, of: clinic.offered.id, baseVersion: 1, by: clinic.author)
        #expect(try profile(clinic) == nil)
    }
}
