internal import SQL

/// The index of runs: from a query to the few cards whose keys are worth asking.
///
/// Cards stand in blocks of 65 536. Within a block each run has the set of its cards, so what a query asks is
/// an intersection of a few kilobytes each, however frequent its words are, and the newest block comes first.
/// A set is rewritten whole, which would be dear for one card; so cards wait, and are looked through one by
/// one, until there are enough of them.
struct RunIndex {
    /// A look through half of so many keys costs about as much as one block.
    static let mostWaiting: Int64 = 128
    private static let atOnce: Int64 = 16_384

    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    /// Hands over the rows that may answer the query and have these runs as well, the newest first, until
    /// `body` has enough.
    func eachCandidate(
        _ query: SearchQuery, and more: [SearchRun] = [], _ body: (Int64) throws -> Bool
    ) throws {
        guard let newest = try connection.first(selectNewest, [], { $0.optionalInteger(0) }) ?? nil else {
            return
        }
        let waiting = try waiting(query)
        var walk = try RunWalk(query, more, connection)
        var last = newest >> CardSet.bitsOfBlock
        // One block has enough of what is frequent; what is rare is asked of many blocks at once.
        var count: Int64 = 1
        while last >= 0 {
            let first = max(0, last - count + 1)
            let sets = try walk.cards(in: first...last)
            for block in (first...last).reversed() {
                var cards = sets[Int(block - first)]
                if let more = waiting[block] { cards.formUnion(more) }
                var isEnough = false
                try cards.eachFromLast { card in
                    isEnough = try body(block << CardSet.bitsOfBlock | Int64(card))
                    return isEnough
                }
                if isEnough { return }
            }
            last = first - 1
            count *= 4
        }
    }

    /// Those of the waiting that answer, by block.
    private func waiting(_ query: SearchQuery) throws -> [Int64: CardSet] {
        var found: [Int64: [UInt16]] = [:]
        try connection.each(selectWaitingWith, [.text(query.surePart)]) { row in
            guard query.matches(SearchKey(stored: row.text(1))) else { return }
            let card = row.integer(0)
            found[card >> CardSet.bitsOfBlock, default: []].append(UInt16(truncatingIfNeeded: card))
        }
        return found.mapValues { CardSet($0) }
    }
}

// Keeping it.
extension RunIndex {
    /// The card of this row has this key from now on.
    func put(_ key: SearchKey, ofRow row: Int64) throws {
        try connection.run(insertWaiting, [.integer(row), .text(key.text)])
    }

    /// Forgets what the card of this row was found by, as far as it waits. The sets still name it: they are
    /// asked for candidates only, and it is `patient.search_key` that must answer no more.
    func remove(row: Int64) throws {
        try connection.run(deleteOneWaiting, [.integer(row)])
    }

    var isDue: Bool {
        get throws {
            try connection.first(selectWaitingCount, []) { $0.integer(0) >= RunIndex.mostWaiting } ?? false
        }
    }

    /// Moves the waiting cards into their blocks when there are enough of them.
    func settleIfDue() throws {
        while try isDue { try settleSome() }
    }

    private func settleSome() throws {
        // A run's hash and the card's number within its block, in one number, so that sorting them brings the
        // cards of a run together and the runs into the order of the table.
        var entries: [Int64: [UInt64]] = [:]
        try connection.each(selectWaiting, [.integer(RunIndex.atOnce)]) { row in
            let card = row.integer(0)
            let low = UInt64(truncatingIfNeeded: card) & 0xffff
            SearchRun.each(of: SearchKey(stored: row.text(1))) { run in
                entries[card >> CardSet.bitsOfBlock, default: []].append(UInt64(run.hash) << 16 | low)
            }
        }
        for (block, var numbers) in entries {
            numbers.sort()
            var rest = numbers[...]
            while let first = rest.first {
                let run = first >> 16
                let end = rest.firstIndex { $0 >> 16 != run } ?? rest.endIndex
                try add(
                    rest[..<end].map { UInt16(truncatingIfNeeded: $0) },
                    atPlace: SearchRun.place(ofHash: Int64(run), in: block))
                rest = rest[end...]
            }
        }
        try connection.run(deleteWaiting, [.integer(RunIndex.atOnce)])
    }

    private func add(_ cards: [UInt16], atPlace place: Int64) throws {
        let known = try connection.first(selectStored, [.integer(place)]) { $0.blob(0) } ?? []
        let stored = CardSet.adding(cards, toStored: known)
        if stored != known { try connection.run(putCards, [.integer(place), .blob(stored)]) }
    }
}

/// A query on its way from block to block, some of them at a time.
private struct RunWalk {
    /// A run, and how long its sets were in the blocks before: the next ones begin with the shortest.
    private struct Asked {
        let run: SearchRun
        var length = Int.max
    }

    private struct Choice {
        var runs: [Asked]
        let rows: [Int64]
    }

    /// Below this the next set costs more than asking the keys.
    private static let fewCards = 2

    private let connection: any Connection
    /// Every one of these.
    private var required: [Asked]
    /// And of each of these at least one.
    private var choices: [[Choice]]

    init(_ query: SearchQuery, _ more: [SearchRun], _ connection: any Connection) throws {
        self.connection = connection
        var runs = more
        var choices: [[Choice]] = []
        // The longer a term the rarer it is, until the first block has told.
        for term in query.terms.sorted(by: RunWalk.isLonger) {
            if term.count == 1, !term[0].runs.isEmpty {
                runs += term[0].runs
                continue
            }
            choices.append(
                try term.map { meaning in
                    Choice(
                        runs: meaning.runs.map { Asked(run: $0) },
                        rows: try RunWalk.rows(ofCard: meaning.card, connection))
                })
        }
        self.choices = choices
        var known: Set<SearchRun> = []
        required = runs.filter { known.insert($0).inserted }.map { Asked(run: $0) }
    }

    private static func isLonger(_ one: [SearchQuery.Meaning], _ other: [SearchQuery.Meaning]) -> Bool {
        one.first?.part.count ?? 0 > other.first?.part.count ?? 0
    }

    private static func rows(ofCard number: Int64?, _ connection: any Connection) throws -> [Int64] {
        guard let number else { return [] }
        return try connection.all(selectByCard, [.integer(number)]) { $0.integer(0) }
    }

    /// Those that may answer, block by block: when they are few, the rest of the runs is not asked for.
    mutating func cards(in blocks: ClosedRange<Int64>) throws -> [CardSet] {
        var sets: [CardSet]?
        if !required.isEmpty { sets = try RunWalk.narrow(nil, by: &required, in: blocks, connection) }
        for place in choices.indices {
            if let sets, !sets.contains(where: RunWalk.isMany) { break }
            var either = [CardSet](repeating: CardSet(), count: blocks.count)
            for one in choices[place].indices {
                if !choices[place][one].runs.isEmpty {
                    let more = try RunWalk.narrow(sets, by: &choices[place][one].runs, in: blocks, connection)
                    for place in either.indices { either[place].formUnion(more[place]) }
                }
                for row in choices[place][one].rows where blocks.contains(row >> CardSet.bitsOfBlock) {
                    let place = Int(row >> CardSet.bitsOfBlock - blocks.lowerBound)
                    either[place].formUnion(CardSet([UInt16(truncatingIfNeeded: row)]))
                }
            }
            sets = either
        }
        return sets ?? [CardSet](repeating: CardSet(), count: blocks.count)
    }

    private static func isMany(_ set: CardSet) -> Bool { !set.isAtMost(fewCards) }

    /// Narrows the sets of some blocks; nil stands for all cards.
    private static func narrow(
        _ sets: [CardSet]?, by asked: inout [Asked], in blocks: ClosedRange<Int64>,
        _ connection: any Connection
    ) throws -> [CardSet] {
        asked.sort { $0.length < $1.length }
        var isFirst = sets == nil
        var sets = sets ?? [CardSet](repeating: CardSet(), count: blocks.count)
        for place in asked.indices {
            // The blocks that are still worth asking of.
            guard let first = isFirst ? 0 : sets.firstIndex(where: isMany),
                let last = isFirst ? sets.count - 1 : sets.lastIndex(where: isMany)
            else { break }
            var isMet = [Bool](repeating: false, count: sets.count)
            var length = 0
            let run = asked[place].run
            let range = [first, last].map { Value.integer(run.place(in: blocks.lowerBound + Int64($0))) }
            try connection.each(selectCards, range) { row in
                let block = Int(SearchRun.block(ofPlace: row.integer(0)) - blocks.lowerBound)
                isMet[block] = true
                guard isFirst || isMany(sets[block]) else { return }
                let stored = row.blob(1)
                length += stored.count
                if isFirst {
                    sets[block] = CardSet(stored: stored)
                } else {
                    sets[block].narrow(toStored: stored)
                }
            }
            for block in first...last where !isMet[block] { sets[block] = CardSet() }
            asked[place].length = length / (last - first + 1)
            isFirst = false
        }
        return sets
    }
}

private let selectNewest = Query("SELECT max(row) FROM patient")

private let selectByCard = Query("SELECT row FROM patient WHERE card_number = $1")

private let selectCards = Query("SELECT place, cards FROM patient_run WHERE place BETWEEN $1 AND $2")

private let selectStored = Query("SELECT cards FROM patient_run WHERE place = $1")

private let putCards = Query("REPLACE INTO patient_run (place, cards) VALUES ($1, $2)")

private let selectWaiting = Query("SELECT row, search_key FROM patient_waiting ORDER BY row LIMIT $1")

private let selectWaitingWith = Query(
    "SELECT row, search_key FROM patient_waiting WHERE instr(search_key, $1) ORDER BY row")

private let selectWaitingCount = Query("SELECT count(*) FROM patient_waiting")

private let deleteOneWaiting = Query("DELETE FROM patient_waiting WHERE row = $1")

private let insertWaiting = Query("INSERT INTO patient_waiting (row, search_key) VALUES ($1, $2)")

private let deleteWaiting = Query(
    "DELETE FROM patient_waiting WHERE row IN (SELECT row FROM patient_waiting ORDER BY row LIMIT $1)")
