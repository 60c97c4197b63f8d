internal import Application
internal import Domain
internal import Host
internal import InventedPeople

/// Fills the demo's register, in transactions so large that the disk waits for few, and says how it goes.
struct DemoCrowd {
    let premises: Premises
    let author: Author
    var people: InventedPeople

    private static let acceptance = Acceptance(codes: InventedPeople.expectedWarnings, reason: nil)
    /// Enough for the pages of the sorted indexes to be written once for many people, little in memory.
    private static let atOnce = 10_000

    init(_ premises: Premises, by author: Author, seed: Int) {
        self.premises = premises
        self.author = author
        people = InventedPeople(seed: UInt64(seed))
    }

    /// The first ones come on their own feet, with a visit each.
    mutating func walkIn(_ visit: VisitForm) throws -> RegisterWalkIn.Output {
        let registering = RegisterWalkIn(
            store: premises.store, clock: premises.clock, identities: premises.identities)
        return try registering(
            RegisterWalkIn.Input(
                form: people.next(), acceptance: DemoCrowd.acceptance, draft: nil, visit: visit),
            by: author)
    }

    mutating func register(_ count: Int) throws {
        let registering = RegisterPeople(
            store: premises.store, clock: premises.clock, identities: premises.identities)
        let start = MonotonicClock.nowMicroseconds()
        var done = 0
        while done < count {
            let forms = (0..<min(DemoCrowd.atOnce, count - done)).map { _ in people.next() }
            done += try registering(forms, acceptance: DemoCrowd.acceptance, by: author)
            Terminal.showProgress(done < count ? "\(done) of \(count) people" : "")
        }
        let tenths = max((MonotonicClock.nowMicroseconds() - start) / 100_000, 1)
        Terminal.write(
            "\(count) people in \(tenths / 10).\(tenths % 10) s, \(Int64(count) * 10 / tenths) a second")
    }
}
