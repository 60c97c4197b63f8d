package import Domain

package protocol CatalogueBook {
    /// As it is now.
    func insurer(_ id: ID<Insurer>) throws -> Insurer?
    func insurer(_ edition: Edition<Insurer>) throws -> Insurer?
    /// As they are now; closed ones last.
    func insurers() throws -> [Insurer]
    /// As it is now.
    func programme(_ id: ID<Programme>) throws -> Programme?
    func programme(_ edition: Edition<Programme>) throws -> Programme?
    /// As they are now; closed ones last.
    func programmes() throws -> [Programme]
    /// As they are now; nil while the admin has written none down.
    func requisites() throws -> ClinicRequisites?
    func requisites(version: Int64) throws -> ClinicRequisites?
}

package protocol IssuedPolicyBook {
    /// At its newest version.
    func find(_ id: ID<IssuedPolicy>) throws -> IssuedPolicy?
    func find(_ edition: Edition<IssuedPolicy>) throws -> IssuedPolicy?
    /// Issued under this card, at their newest versions, the last issued first.
    func all(of patient: ID<Patient>) throws -> [IssuedPolicy]
    /// Those whose number is or was the same, by `IssuedPolicy.key`.
    func numbered(_ key: String) throws -> [IssuedPolicy]
    /// What is next in this desk's own range; a number that was ever taken is never next again.
    func nextOwnSequence() throws -> Int64
    func links(of patient: ID<Patient>) throws -> [PolicyLink]
}

package protocol CertificateBook {
    /// At its newest version.
    func find(_ id: ID<Certificate>) throws -> Certificate?
    /// The first version first.
    func versions(of id: ID<Certificate>) throws -> [Certificate]
    /// In which somebody sits now or sat before, the last issued first.
    func all(of patient: ID<Patient>) throws -> [ID<Certificate>]
}
