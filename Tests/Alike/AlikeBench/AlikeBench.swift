internal import Application
internal import DeskFixture
internal import Domain
internal import Glibc

/// Registers a crowd through the real use case and store, asks for every one of them who is alike, and counts
/// how many second records are seen, and how many people are warned of somebody else.
struct AlikeBench {
    let crowd: [Invented]
    private let desk: TestDesk
    private let places: [ID<Patient>: Int]
    private let ids: [ID<Patient>]

    /// Whom to show for the record of this number.
    enum Looking: String {
        case product
        /// The first control: what a comparison of plain texts finds.
        case exact
        /// The second: whoever has the same surname and birth date, or the same whole name.
        case careless
    }

    struct Figures {
        var planted: [Planted: (seen: Int, of: Int)] = [:]
        var relations: [Relation: (warned: Int, of: Int)] = [:]
        var warned = 0
        var asked = 0
        var milliseconds: [Double] = []
        /// The same without waiting for a processor that others use.
        var ownMilliseconds: [Double] = []

        var recall: Double { share(planted.values.map(\.seen).reduce(0, +), planted.values.map(\.of)) }
        var falseShare: Double { share(warned, [asked]) }

        static func p99(_ values: [Double]) -> Double {
            values.isEmpty ? 0 : values.sorted()[(values.count - 1) * 99 / 100]
        }

        private func share(_ part: Int, _ whole: [Int]) -> Double {
            Double(part) / Double(max(1, whole.reduce(0, +)))
        }
    }

    init(people: Int, seed: UInt64) throws {
        crowd = Crowd(people, seed: seed).people
        desk = try TestDesk()
        let author = Author(operator: try desk.setUp().id)
        let registering = RegisterWalkIn(store: desk.store, clock: desk.clock, identities: desk.identities)
        let codes = Set(FieldCode.allCases.filter { $0.severity == .warning }.map(\.rawValue))
        let accepted = Acceptance(codes: codes, reason: "Придумано")
        var ids: [ID<Patient>] = []
        for one in crowd {
            let input = RegisterWalkIn.Input(form: one.form, acceptance: accepted, draft: nil, visit: nil)
            let id = try registering(input, by: author).patient.id
            ids.append(id)
            guard !one.policy.isEmpty else { continue }
            _ = try desk.noting(.oms(one.policy), of: id, accepted: codes, reason: "Придумано", by: author)
        }
        self.ids = ids
        places = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    }

    /// Asks for at most so many of the crowd, spread evenly.
    func ask(_ looking: Looking, most: Int) throws -> Figures {
        var figures = Figures()
        let others = looking == .product ? nil : PlainLooking(crowd, careless: looking == .careless)
        for index in stride(from: 0, to: crowd.count, by: max(1, crowd.count / most)) {
            let one = crowd[index]
            let start = [CLOCK_MONOTONIC, CLOCK_THREAD_CPUTIME_ID].map(milliseconds)
            let shown = try others?.alike(to: index) ?? alike(to: index)
            figures.milliseconds.append(milliseconds(CLOCK_MONOTONIC) - start[0])
            figures.ownMilliseconds.append(milliseconds(CLOCK_THREAD_CPUTIME_ID) - start[1])
            figures.asked += 1
            let isWarned = shown.contains { $0 != one.same }
            figures.warned += isWarned ? 1 : 0
            if let relation = one.relation {
                let before = figures.relations[relation] ?? (0, 0)
                figures.relations[relation] = (before.warned + (isWarned ? 1 : 0), before.of + 1)
            }
            guard let kind = one.kind, let same = one.same else { continue }
            let before = figures.planted[kind] ?? (0, 0)
            figures.planted[kind] = (before.seen + (shown.contains(same) ? 1 : 0), before.of + 1)
        }
        return figures
    }

    private func milliseconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
    }

    private func alike(to index: Int) throws -> [Int] {
        let one = crowd[index]
        return try FindAlike(store: desk.store)(one.form, policy: one.policy, except: ids[index]).compactMap {
            places[$0.found.patient.id]
        }
    }
}

/// The controls: people side by side without any thought.
private struct PlainLooking {
    private let keys: [[String]]
    private var bearers: [String: [Int]] = [:]

    init(_ crowd: [Invented], careless: Bool) {
        keys = crowd.map { one in
            let form = one.form
            let name = "\(form.surname) \(form.name) \(form.patronymic)"
            return careless ? ["\(form.surname) \(form.birthDate)", name] : ["\(name) \(form.birthDate)"]
        }
        for (index, keys) in keys.enumerated() { for key in keys { bearers[key, default: []].append(index) } }
    }

    func alike(to index: Int) -> [Int] { keys[index].flatMap { bearers[$0] ?? [] }.filter { $0 != index } }
}
