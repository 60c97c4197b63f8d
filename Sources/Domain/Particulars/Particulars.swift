/// What is known of a patient beside the card: the tax number, further phones, addresses, and where the
/// person is attached. It has versions of its own: two who correct card and particulars do not meet.
package struct Particulars: Hashable, Sendable {
    package struct Phone: Hashable, Sendable {
        package let number: PhoneNumber
        /// «мама», «рабочий».
        package let whose: String?

        package init(number: PhoneNumber, whose: String?) {
            self.number = number
            self.whose = whose
        }
    }

    package struct Attachment: Hashable, Sendable {
        package let place: ID<AttachmentPlace>
        package let since: CalendarDay?

        package init(place: ID<AttachmentPlace>, since: CalendarDay?) {
            self.place = place
            self.since = since
        }
    }

    package struct Content: Hashable, Sendable {
        package var inn: Inn?
        package var phones: [Phone] = []
        package var registeredAddress: String?
        /// Nil when it is the registered one, and when nobody asked.
        package var actualAddress: String?
        package var livesAsRegistered = false
        package var attachment: Attachment?

        package init() {}

        package var isEmpty: Bool { self == Content() }
    }

    package static let mostPhones = 5
    package static let longestAddress = 300

    package let patient: ID<Patient>
    package let version: Int64
    package let content: Content
    package let changedAt: Instant
    package let changedBy: ID<Operator>

    package init(
        patient: ID<Patient>, version: Int64, content: Content, changedAt: Instant, changedBy: ID<Operator>
    ) {
        self.patient = patient
        self.version = version
        self.content = content
        self.changedAt = changedAt
        self.changedBy = changedBy
    }
}
