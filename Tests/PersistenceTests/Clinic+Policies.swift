import Application
import DeskFixture
import Domain

/// The catalogues of a clinic, and what it has issued by them.
struct Insured {
    let insurer: Insurer
    /// Of `insurer`.
    let programme: Programme
    /// Of `patient`, by the insurer's number.
    let policy: IssuedPolicy
    /// Of `patient`, with the desk's first own number.
    let travel: IssuedPolicy
    /// Of `other`, revoked.
    let revoked: IssuedPolicy
    /// Of `patient` alone; begins tomorrow.
    let certificate: Certificate
    /// Of `patient` and `other`; began today.
    let begun: Certificate

    init(_ desk: TestDesk, _ patient: Patient, _ other: Patient, by author: Author, _ boss: Author) throws {
        insurer = try KeepInsurers(store: desk.store, identities: desk.identities).add(.invented(), by: boss)
        programme = try KeepProgrammes(store: desk.store, identities: desk.identities)
            .add(.invented("АП-1"), by: boss)
        policy = try desk.issuing(.invented("ДМС-1234", [programme]), to: patient.id, by: author)
        travel = try desk.issuing(.travel(), to: patient.id, by: author)
        let gone = try desk.issuing(.invented([programme]), to: other.id, by: author)
        revoked = try RevokePolicy(store: desk.store, clock: desk.clock)(
            gone.id, for: .mistake, note: "", baseVersion: 1, by: author)
        certificate = try desk.certifying(patient.id, by: programme, by: author)
        begun = try desk.certifying(
            patient.id, and: other.id, by: programme, from: "21.11.2026", by: author)
    }
}

extension Clinic {
    var insurer: Insurer { insured.insurer }
    var programme: Programme { insured.programme }
    var policy: IssuedPolicy { insured.policy }

    var insurers: KeepInsurers { KeepInsurers(store: desk.store, identities: desk.identities) }
    var programmes: KeepProgrammes { KeepProgrammes(store: desk.store, identities: desk.identities) }
    var headings: ChangeRequisites { ChangeRequisites(store: desk.store) }
    var correctingPolicy: CorrectPolicy { CorrectPolicy(store: desk.store, clock: desk.clock) }
    var revoking: RevokePolicy { RevokePolicy(store: desk.store, clock: desk.clock) }
    var linkingPolicy: LinkPolicy {
        LinkPolicy(store: desk.store, clock: desk.clock, identities: desk.identities)
    }

    var seating: SeatPatient { SeatPatient(store: desk.store, clock: desk.clock) }

    func policyForm(_ number: String = "") -> IssuedPolicyForm { .invented(number, [programme]) }

    /// A second card of the same person, as nobody should have made.
    func double() throws -> Patient { try desk.register(.invented(), by: petrova) }
}

extension IssuedPolicyForm {
    static func invented(_ programmes: [Programme]) -> IssuedPolicyForm { invented("", programmes) }
    static func invented(_ number: String, _ programmes: [Programme]) -> IssuedPolicyForm {
        invented(number, of: "Ромашка", programmes)
    }
}
