import Application
import DeskFixture
import Domain

/// What is refused of sheets on paper: profiles for copies by e-mail, their calendar, visits typed in later.
extension Refused {
    static let late: [Refused] = [
        Refused("a sheet of tomorrow", .fieldsInvalid, ["late_day"]) {
            _ = try $0.openingVisit(.late(.done, day: "22.11.2026"), for: nil, by: $0.author)
        },
        Refused("a sheet of this evening", .fieldsInvalid, ["late_time"]) {
            _ = try $0.openingVisit(.late(.done, time: "23:30"), for: nil, by: $0.author)
        },
        Refused("a sheet of a day before the desk, not looked at", .fieldsInvalid, ["late_day"]) {
            let old = VisitForm.late(.done, day: "20.11.2026", sure: false)
            _ = try $0.openingVisit(old, for: nil, by: $0.author)
        },
        Refused(
            "a sheet without its time, and without an outcome", .fieldsInvalid, ["late_time", "late_outcome"]
        ) {
            _ = try $0.openingVisit(.late(.done, time: "", outcome: " "), for: nil, by: $0.author)
        },
        Refused("a sheet's time that is none, with a new card", .fieldsInvalid, ["visit.late_time"]) {
            let visit = VisitForm.late(.left, time: "25:00")
            _ = try $0.registering($0.registration(.invented("Новикова"), visit: visit), by: $0.author)
        },
        Refused("a sheet of somebody who would be here twice", .visitAlreadyOpen) {
            _ = try $0.openingVisit(.late(.open), for: $0.patient.id, by: $0.author)
        },
        Refused("a receipt's number with a sign that none has", .fieldsInvalid, ["receipt"]) {
            _ = try $0.stepping(
                .finish(outcome: "Выдана", receipt: "№_5"), of: $0.visit.id, baseVersion: 1, by: $0.author)
        },
    ]

    static let profiles: [Refused] = [
        Refused("a step of no mail profile", .mailProfileNotFound) {
            _ = try $0.mailing(.confirm, of: ID(high: 1, low: 1), baseVersion: 1, by: $0.author)
        },
        Refused("a step of a mail profile that has moved", .mailProfileChanged) {
            _ = try $0.mailing(.confirm, of: $0.profile.id, baseVersion: 1, by: $0.author)
        },
        Refused("to take a paper that is here", .mailProfileStepRefused) {
            _ = try $0.mailing(.receive, of: $0.profile.id, baseVersion: 2, by: $0.author)
        },
        Refused("to reject a paper that is not here yet", .mailProfileStepRefused) {
            let printed = try $0.printed()
            _ = try $0.mailing(.reject(reason: "Нет"), of: printed.id, baseVersion: 1, by: $0.author)
        },
        Refused("to confirm without an address on the card", .mailProfileEmailMissing) {
            let printed = try $0.printed()
            _ = try $0.mailing(.confirm, of: printed.id, baseVersion: 1, by: $0.author)
        },
        Refused("a rejection without a reason", .fieldsInvalid, ["reason"]) {
            _ = try $0.mailing(.reject(reason: " "), of: $0.profile.id, baseVersion: 2, by: $0.author)
        },
        Refused("a rejection told too long", .fieldsInvalid, ["reason"]) {
            _ = try $0.mailing(.reject(reason: long), of: $0.profile.id, baseVersion: 2, by: $0.author)
        },
        Refused("a calendar that somebody else has changed", .calendarChanged) {
            _ = try $0.dating(2027, [], after: 1, by: $0.adminAuthor)
        },
        Refused("a day of another year", .fieldsInvalid, ["days"]) {
            _ = try $0.dating(2027, [mark("2026-12-31")], after: 0, by: $0.adminAuthor)
        },
        Refused("a day that is none", .fieldsInvalid, ["days"]) {
            _ = try $0.dating(2027, [mark("2027-02-29")], after: 0, by: $0.adminAuthor)
        },
        Refused("a day twice", .fieldsInvalid, ["days"]) {
            let twice = [mark("2027-01-11"), mark("2027-01-11")]
            _ = try $0.dating(2027, twice, after: 0, by: $0.adminAuthor)
        },
        Refused("a year out of the calendar", .fieldsInvalid, ["days"]) {
            _ = try $0.dating(2101, [], after: 0, by: $0.adminAuthor)
        },
        Refused("a day's note too long", .fieldsInvalid, ["days"]) {
            _ = try $0.dating(2027, [mark("2027-01-11", long)], after: 0, by: $0.adminAuthor)
        },
        Refused("a reading back of nobody's card", .patientNotFound) {
            _ = try $0.readingBack(.spoken, of: nobody, version: 1, by: $0.author)
        },
        Refused("a reading back of another version", .readBackOutdated) {
            _ = try $0.readingBack(.signed, of: $0.patient.id, version: 2, by: $0.author)
        },
    ]

    private static func mark(_ day: String, _ note: String = "") -> ChangeCalendar.Mark {
        ChangeCalendar.Mark(day: day, kind: .holiday, note: note)
    }
}
