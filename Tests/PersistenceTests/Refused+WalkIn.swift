import Application
import DeskFixture
import Domain

extension Refused {
    static let walkInPapers: [Refused] = [
        Refused(
            "mistakes in every part of a walk-in, together", .fieldsInvalid,
            ["surname", "document.number", "policy.number", "visit.reason"]
        ) {
            var input = $0.registration(
                .invented("5"), visit: VisitForm(reason: "", destination: .desk, place: ""))
            input.papers = WalkInPapers(document: .passport("12"), policy: .oms("12345678901"))
            _ = try $0.registering(input, by: $0.author)
        },
        Refused("a child's passport in a walk-in", .fieldsInvalid, ["document.kind"]) {
            var input = $0.registration(.invented("Новикова", born: "12.03.2020"))
            input.papers.document = .passport("654321")
            _ = try $0.registering(input, by: $0.author)
        },
        Refused("papers of another card in a walk-in, not looked at", .warningsUnread, ["document.number"]) {
            var input = $0.registration(.invented("Новикова"))
            input.papers.document = .passport()
            _ = try $0.registering(input, by: $0.author)
        },
        Refused(
            "papers of another card in a walk-in, without a reason", .overrideReasonMissing,
            ["document.number"]
        ) {
            var input = $0.registration(.invented("Новикова"), accepted: ["paper_shared"])
            input.papers.document = .passport()
            _ = try $0.registering(input, by: $0.author)
        },
    ]

    static let particulars: [Refused] = [
        Refused("particulars of nobody", .patientNotFound) {
            _ = try $0.notingParticulars(
                .invented(), of: nobody, baseVersion: 0, acceptance: .none, by: $0.author)
        },
        Refused("particulars that somebody else has changed", .particularsChanged) {
            _ = try $0.notingParticulars(
                .invented(), of: $0.patient.id, baseVersion: 0, acceptance: .none, by: $0.author)
        },
        Refused(
            "particulars with mistakes", .fieldsInvalid,
            [
                "inn", "phone_2", "phone_3", "whose_4", "phone_5", "address_registered", "address_actual",
                "attached_since", "attachment",
            ]
        ) {
            var form = ParticularsForm()
            form.inn = "500100732258"
            form.phones = [
                .init(phone: "1"), .init(phone: "", whose: "мама"),
                .init(phone: "8 926 222-33-44", whose: long), .init(phone: "+79262223344"),
            ]
            form.addressRegistered = long
            form.addressActual = long
            form.attachedSince = "01.01.2199"
            _ = try $0.notingParticulars(
                form, of: $0.other.id, baseVersion: 0, acceptance: .none, by: $0.author)
        },
        Refused("an address beside the tick", .fieldsInvalid, ["address_actual", "address_registered"]) {
            let form = ParticularsForm.invented().with {
                $0.addressActual = "Дальняя ул."
                $0.addressRegistered = " "
            }
            _ = try $0.notingParticulars(
                form, of: $0.other.id, baseVersion: 0, acceptance: .none, by: $0.author)
        },
        Refused("an attachment to a closed precinct", .fieldsInvalid, ["attachment"]) {
            _ = try $0.notingParticulars(
                .invented(at: $0.closedPrecinct), of: $0.other.id, baseVersion: 0, acceptance: .none,
                by: $0.author)
        },
        Refused("an attachment to nowhere", .fieldsInvalid, ["attachment"]) {
            let form = ParticularsForm.invented().with { $0.attachment = nobody.text }
            _ = try $0.notingParticulars(
                form, of: $0.other.id, baseVersion: 0, acceptance: .none, by: $0.author)
        },
        Refused("particulars with mistakes in a walk-in", .fieldsInvalid, ["particulars.inn"]) {
            var input = $0.registration(.invented("Новикова"))
            input.particulars = ParticularsForm.invented().with { $0.inn = "7707083893" }
            _ = try $0.registering(input, by: $0.author)
        },
        Refused("a confirmation of no phone", .fieldsInvalid, ["phone"]) {
            _ = try $0.confirmingPhone(of: $0.patient.id, baseVersion: 1, by: $0.author)
        },
        Refused("a confirmation of a phone that was changed", .phoneChanged) {
            _ = try $0.confirmingPhone(of: $0.patient.id, baseVersion: 2, by: $0.author)
        },
        Refused("a confirmation by nobody's card", .patientNotFound) {
            _ = try $0.confirmingPhone(of: nobody, baseVersion: 1, by: $0.author)
        },
        Refused("a precinct without a name", .fieldsInvalid, ["clinic", "precinct"]) {
            let form = AttachmentPlaceForm(clinic: " ", precinct: "", kind: .child)
            _ = try $0.places.add(form, by: $0.adminAuthor)
        },
        Refused("a precinct that is in the list already", .fieldsInvalid, ["precinct"]) {
            let form = AttachmentPlaceForm(clinic: "поликлиника 12", precinct: "7", kind: .adult)
            _ = try $0.places.add(form, by: $0.adminAuthor)
        },
        Refused("a precinct renamed to one that is closed", .fieldsInvalid, ["precinct"]) {
            _ = try $0.places.change(
                $0.precinct.id, to: .invented("8"), baseVersion: 1, by: $0.adminAuthor)
        },
        Refused("a change of no precinct", .attachmentPlaceNotFound) {
            _ = try $0.places.change(
                ID(high: 1, low: 1), to: .invented("7"), baseVersion: 1, by: $0.adminAuthor)
        },
        Refused("a change of a precinct that somebody else has changed", .attachmentPlaceChanged) {
            _ = try $0.places.change(
                $0.precinct.id, to: .invented("7"), baseVersion: 2, by: $0.adminAuthor)
        },
    ]
}
