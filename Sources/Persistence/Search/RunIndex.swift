internal import SQL

/// The index of runs: from a query to the few cards whose keys are worth asking.
///
/// Cards stand in blocks of 65 536. Within a block each run has the set of its cards, so what a query asks is
/// an intersection of a few kilobytes each, however frequent its words are, and the newest block comes first.
/// A set is rewritten whole, which would be dear for one card; so cards wait, and are looked through one by
/// one, until there are enough of them.
struct RunIndex {
    /// Whom the one who looks through the candidates still wants.
    enum Wish {
        case anybody
        /// Only those whose surname begins as the line does.
        case leading
        case nobody
    }

    /// A look through half of so many keys costs about as much as one block.
    static let mostWaiting: Int64 = 128
    private static let atOnce: Int64 = 16_384
    /// Blocks that are asked of at once: four million people.
    private static let mostBlocks: Int64 = 64

    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    /// Hands over the rows that may answer the query, the newest first, until `body` wants nobody any more.
    /// A block is begun anew when `body` turns to the leading ones: it knows whom it has seen.
    func eachCandidate(
        _ query: SearchQuery, wanted: Int, _ lengths: RunLengths?, _ body: (Int64) throws -> Wish
    ) throws {
        guard let newest = try connection.first(selectNewest, [], { $0.optionalInteger(0) }) ?? nil else {
            return
        }
        let waiting = try waiting(query)
        var last = newest >> CardSet.bitsOfBlock
        var walk = try RunWalk(query, wanted: wanted, newest: last, lengths, connection)
        var wish = Wish.anybody
        // One block has enough of what is frequent; what is rare is asked of many blocks at once.
        var count: Int64 = 1
        while last >= 0 && wish != .nobody {
            let blocks = max(0, last - count + 1)...last
            var sets = try walk.cards(in: blocks)
            var isAnyThere = false
            var block = last
            while blocks.contains(block) && wish != .nobody {
                let before = wish
                var cards = sets[Int(block - blocks.lowerBound)]
                if let more = waiting[block] { cards.formUnion(more) }
                try cards.eachFromLast { card in
                    isAnyThere = true
                    wish = try body(block << CardSet.bitsOfBlock | Int64(card))
                    return wish != before
                }
                if wish == before {
                    block -= 1
                } else if wish == .leading, let run = query.leadingRun {
                    try walk.require(run, of: &sets, in: blocks)
                }
            }
            last = blocks.lowerBound - 1
            count = isAnyThere ? min(4 * count, RunIndex.mostBlocks) : RunIndex.mostBlocks
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

private let selectNewest = Query("SELECT max(row) FROM patient")

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
