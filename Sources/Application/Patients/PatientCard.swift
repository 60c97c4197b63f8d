package import Domain

/// A patient as the card shows one: with the visit that is open now.
package struct PatientCard: Hashable, Sendable {
    package let patient: Patient
    package let openVisit: VisitLine?

    package init(patient: Patient, openVisit: VisitLine?) {
        self.patient = patient
        self.openVisit = openVisit
    }
}
