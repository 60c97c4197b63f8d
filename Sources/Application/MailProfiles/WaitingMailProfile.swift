package import Domain

/// A mail profile that waits for somebody at the desk, with whose it is.
package struct WaitingMailProfile: Hashable, Sendable {
    package let profile: MailProfile
    package let patient: Patient

    package init(profile: MailProfile, patient: Patient) {
        self.profile = profile
        self.patient = patient
    }

    package var isOutdated: Bool { profile.isOutdated(by: patient.person.email) }

    /// Today at the latest; an address that changed waits for nobody's day.
    package func isUrgent(_ today: CalendarDay) -> Bool {
        isOutdated || profile.due.map { $0 <= today } == true
    }
}
