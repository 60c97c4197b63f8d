internal import SQL

/// A query on its way from block to block, some of them at a time: which of their cards have its runs.
struct RunWalk {
    /// A run of the query, and what is known of its sets.
    private struct Asked {
        let run: SearchRun
        let term: Int
        /// Bytes in a block.
        var length: Int
        /// The part of the cards of other terms that have it as well.
        var kept: Double
        /// The same of cards that have a run of its own term already.
        var keptOfTerm: Double
    }

    private struct Choice {
        var runs: [Asked]
        let rows: [Int64]
    }

    // What reading costs, in microseconds of a small machine; only what they are to each other matters.
    private static let key = 5.0
    private static let set = 1.5
    private static let byteOfSet = 1 / 2000.0

    private let connection: any Connection
    private let lengths: RunLengths?
    private let wanted: Int
    /// The block that still fills.
    private let newest: Int64
    /// Whether the blocks before had fewer than are wanted.
    private var isRare = false
    /// Every one of these.
    private var required: [Asked] = []
    /// And of each of these at least one.
    private var choices: [[Choice]] = []

    init(
        _ query: SearchQuery, wanted: Int, newest: Int64, _ lengths: RunLengths?, _ connection: any Connection
    ) throws {
        self.connection = connection
        self.lengths = lengths
        self.wanted = wanted
        self.newest = newest
        // The newest block may have just been begun.
        let sample = max(0, newest - 1)
        var known: Set<SearchRun> = []
        for (place, term) in query.terms.enumerated() {
            let meanings = try term.map { meaning in
                Choice(
                    runs: try meaning.runs.map { run in
                        try asked(run, ofTerm: place, meaning.isNumber, in: sample)
                    },
                    rows: try RunWalk.rows(ofCard: meaning.card, connection))
            }
            if meanings.count == 1, !meanings[0].runs.isEmpty {
                required += meanings[0].runs.filter { known.insert($0.run).inserted }
            } else {
                choices.append(meanings)
            }
        }
    }

    /// What the length of one set makes likely. Letters that stand together in one word stand so in others,
    /// and a second run of a word rules few out; the digits of a number know nothing of each other.
    private func asked(
        _ run: SearchRun, ofTerm term: Int, _ isNumber: Bool, in block: Int64
    ) throws -> Asked {
        let length = try length(of: run, in: block)
        let part = CardSet.isLong(length) ? 0.3 : Double(length) / 131_072
        return Asked(run: run, term: term, length: length, kept: part, keptOfTerm: isNumber ? part : 0.85)
    }

    private func length(of run: SearchRun, in block: Int64) throws -> Int {
        let read = {
            try connection.first(selectLength, [.integer(run.place(in: block))]) { Int($0.integer(0)) } ?? 0
        }
        guard block < newest, let lengths else { return try read() }
        return try lengths.length(of: run, read)
    }

    private static func rows(ofCard number: Int64?, _ connection: any Connection) throws -> [Int64] {
        guard let number else { return [] }
        return try connection.all(selectByCard, [.integer(number)]) { $0.integer(0) }
    }

    /// Those that may answer, block by block: some more than do, where telling them apart by their keys is
    /// cheaper than by one run more.
    mutating func cards(in blocks: ClosedRange<Int64>) throws -> [CardSet] {
        var sets: [CardSet]?
        if !required.isEmpty { sets = try narrow(nil, by: &required, in: blocks) }
        for place in choices.indices {
            if let sets, sets.allSatisfy(\.isEmpty) { break }
            sets = try either(sets, ofChoice: place, in: blocks)
        }
        isRare = RunWalk.count(sets ?? []) < wanted
        return sets ?? [CardSet](repeating: CardSet(), count: blocks.count)
    }

    /// From now on this run is asked for as well, and in these sets it is at once.
    mutating func require(_ run: SearchRun, of sets: inout [CardSet], in blocks: ClosedRange<Int64>) throws {
        var asked = try self.asked(run, ofTerm: -1, false, in: blocks.upperBound)
        try ask(&asked, true, of: &sets, in: blocks)
        required.append(asked)
    }

    private mutating func either(
        _ sets: [CardSet]?, ofChoice place: Int, in blocks: ClosedRange<Int64>
    ) throws -> [CardSet] {
        var either = [CardSet](repeating: CardSet(), count: blocks.count)
        for one in choices[place].indices {
            if !choices[place][one].runs.isEmpty {
                let more = try narrow(sets, by: &choices[place][one].runs, in: blocks)
                for block in either.indices { either[block].formUnion(more[block]) }
            }
            for row in choices[place][one].rows where blocks.contains(row >> CardSet.bitsOfBlock) {
                let block = Int(row >> CardSet.bitsOfBlock - blocks.lowerBound)
                either[block].formUnion(CardSet([UInt16(truncatingIfNeeded: row)]))
            }
        }
        return either
    }

    /// Narrows the sets of some blocks; nil stands for all cards.
    private func narrow(
        _ sets: [CardSet]?, by asked: inout [Asked], in blocks: ClosedRange<Int64>
    ) throws -> [CardSet] {
        RunWalk.order(&asked)
        var sets = sets
        var terms: Set<Int> = []
        for place in asked.indices {
            let isNew = terms.insert(asked[place].term).inserted
            guard var narrowed = sets else {
                sets = try first(&asked[place], in: blocks)
                continue
            }
            if isWorth(asked[place], isNew, narrowed) {
                try ask(&asked[place], isNew, of: &narrowed, in: blocks)
                sets = narrowed
            }
        }
        return sets ?? []
    }

    /// The shortest first, and one of each term before another of the same.
    private static func order(_ asked: inout [Asked]) {
        asked.sort { $0.length < $1.length }
        var turns: [Int: Int] = [:]
        let turned = asked.map { one in
            defer { turns[one.term, default: 0] += 1 }
            return (turn: turns[one.term, default: 0], asked: one)
        }
        asked = (0...(turned.map(\.turn).max() ?? 0)).flatMap { turn in
            turned.filter { $0.turn == turn }.map(\.asked)
        }
    }

    /// Whether reading the sets of this run costs less than asking the keys of those whom it would rule out.
    private func isWorth(_ asked: Asked, _ isNew: Bool, _ sets: [CardSet]) -> Bool {
        let kept = isNew ? asked.kept : asked.keptOfTerm
        var cards = Double(RunWalk.count(sets))
        // Nobody's key is asked after the last who is wanted.
        if !isRare { cards = min(cards, Double(wanted) / max(kept, 0.01)) }
        let blocks = Double(sets.count { !$0.isEmpty })
        let reading = RunWalk.set + RunWalk.byteOfSet * Double(asked.length)
        return RunWalk.key * cards * (1 - kept) > reading * blocks
    }

    private static func count(_ sets: [CardSet]) -> Int { sets.reduce(0) { $0 + $1.count } }

    private func first(_ asked: inout Asked, in blocks: ClosedRange<Int64>) throws -> [CardSet] {
        var sets = [CardSet](repeating: CardSet(), count: blocks.count)
        var length = 0
        try each(asked.run, in: blocks) { block, stored in
            length += stored.count
            sets[Int(block - blocks.lowerBound)] = CardSet(stored: stored)
        }
        asked.length = length / sets.count
        return sets
    }

    private func ask(
        _ asked: inout Asked, _ isNew: Bool, of sets: inout [CardSet], in blocks: ClosedRange<Int64>
    ) throws {
        guard let first = sets.firstIndex(where: { !$0.isEmpty }),
            let last = sets.lastIndex(where: { !$0.isEmpty })
        else { return }
        let before = RunWalk.count(sets)
        var isMet = [Bool](repeating: false, count: sets.count)
        var length = 0
        let asking = blocks.lowerBound + Int64(first)...blocks.lowerBound + Int64(last)
        try each(asked.run, in: asking) { block, stored in
            let place = Int(block - blocks.lowerBound)
            length += stored.count
            isMet[place] = true
            sets[place].narrow(toStored: stored)
        }
        for place in first...last where !isMet[place] { sets[place] = CardSet() }
        asked.length = length / asking.count
        let kept = Double(RunWalk.count(sets)) / Double(before)
        if isNew { asked.kept = kept } else { asked.keptOfTerm = kept }
    }

    private func each(
        _ run: SearchRun, in blocks: ClosedRange<Int64>, _ body: (Int64, UnsafeRawBufferPointer) -> Void
    ) throws {
        let range = [blocks.lowerBound, blocks.upperBound].map { Value.integer(run.place(in: $0)) }
        try connection.each(selectCards, range) { row in
            let block = SearchRun.block(ofPlace: row.integer(0))
            row.withBlob(1) { body(block, $0) }
        }
    }
}

private let selectByCard = Query("SELECT row FROM patient WHERE card_number = $1")

private let selectLength = Query("SELECT length(cards) FROM patient_run WHERE place = $1")

private let selectCards = Query("SELECT place, cards FROM patient_run WHERE place BETWEEN $1 AND $2")
