/// What the admin sets for the whole desk.
package struct Settings: Hashable, Sendable {
    package static let lockAfterSeconds: ClosedRange<Int64> = 60...900

    package var version: Int64
    package var clinic: String
    package var bannerRussian: String?
    package var bannerEnglish: String?
    package var lockAfterSeconds: Int64

    package init(
        version: Int64, clinic: String, bannerRussian: String? = nil, bannerEnglish: String? = nil,
        lockAfterSeconds: Int64 = 300
    ) {
        self.version = version
        self.clinic = clinic
        self.bannerRussian = bannerRussian
        self.bannerEnglish = bannerEnglish
        self.lockAfterSeconds = lockAfterSeconds
    }
}
