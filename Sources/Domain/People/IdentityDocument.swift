/// The paper that says who somebody is, as it was shown at the desk.
package struct IdentityDocument: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// A passport of the Russian Federation.
        case passport
        case birthCertificate = "birth_certificate"
        /// A passport of the Russian Federation for travelling abroad.
        case travelPassport = "travel_passport"
        case foreign
        case other
    }

    package let kind: Kind
    /// `4510`, `IV-АБ`, `75`, or what a paper of another kind has.
    package let series: String?
    package let number: String
    package let issuedOn: CalendarDay?
    package let issuer: String?
    /// On passports of the Russian Federation only.
    package let departmentCode: DepartmentCode?

    package init(
        kind: Kind, series: String?, number: String, issuedOn: CalendarDay? = nil, issuer: String? = nil,
        departmentCode: DepartmentCode? = nil
    ) {
        self.kind = kind
        self.series = series
        self.number = number
        self.issuedOn = issuedOn
        self.issuer = issuer
        self.departmentCode = departmentCode
    }

    /// Series and number as the paper has them: `45 10 123456`, `IV-АБ № 123456`.
    package var shown: String {
        let series = series ?? ""
        let known: String? =
            switch kind {
            case .passport: RussianPassport(stored: series + number)?.shown
            case .birthCertificate: BirthCertificate(stored: "\(series) \(number)")?.shown
            case .travelPassport: TravelPassport(stored: series + number)?.shown
            case .foreign, .other: nil
            }
        return known ?? (series.isEmpty ? number : "\(series) \(number)")
    }
}
