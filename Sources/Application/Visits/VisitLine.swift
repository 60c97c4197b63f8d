package import Domain

/// A visit as lists show it: with the person's name and the operator's.
package struct VisitLine: Hashable, Sendable {
    package struct Name: Hashable, Sendable {
        package let id: ID<Patient>
        package let surname: String
        package let name: String
        package let patronymic: String?
        package let birthDate: CalendarDay

        package init(
            id: ID<Patient>, surname: String, name: String, patronymic: String?, birthDate: CalendarDay
        ) {
            self.id = id
            self.surname = surname
            self.name = name
            self.patronymic = patronymic
            self.birthDate = birthDate
        }
    }

    package let visit: Visit
    package let patient: Name?
    package let operatorName: String
    /// The whole name of the representative who came along.
    package let broughtBy: String?

    package init(visit: Visit, patient: Name?, operatorName: String, broughtBy: String?) {
        self.visit = visit
        self.patient = patient
        self.operatorName = operatorName
        self.broughtBy = broughtBy
    }
}
