// What of a key stands in the index. Of a word, any three letters that stand together, so that a part from
// the middle finds it; of a number any four digits, for nobody is looked for by fewer; a date whole and by
// its year. The first and the first two of each word, for what is typed too short to have a run; the first
// one to three of the line, so that those whose surname begins so can be shown first. A run has no text in
// the index, only 40 bits of a hash: runs that share one are found together and told apart by the keys. The
// card's number has an index of its own.

/// One run of characters, as the index of runs knows it.
struct SearchRun: Hashable {
    private static let bits: Int64 = 40
    /// Blocks enough for more people than there are.
    private static let bitsOfBlocks: Int64 = 20

    /// What the index finds it by within a block.
    let hash: Int64

    private enum Kind: UInt64 {
        case inside, wordBeginning, lineBeginning
    }

    private init(_ kind: Kind, _ scalars: ArraySlice<Unicode.Scalar>) {
        // FNV-1a over whole characters; what it leaves alike in the high bits, one more round mixes.
        var mixed: UInt64 = (0xcbf2_9ce4_8422_2325 ^ kind.rawValue) &* 0x100_0000_01b3
        for scalar in scalars { mixed = (mixed ^ UInt64(scalar.value)) &* 0x100_0000_01b3 }
        mixed ^= mixed >> 29
        mixed = mixed &* 0xbf58_476d_1ce4_e5b9
        hash = Int64(bitPattern: mixed >> UInt64(64 - SearchRun.bits))
    }

    /// Where the index keeps the run for a block.
    func place(in block: Int64) -> Int64 { SearchRun.place(ofHash: hash, in: block) }

    /// The blocks of one run stand side by side, so that a rare one is read for all of them at once.
    static func place(ofHash hash: Int64, in block: Int64) -> Int64 { hash << bitsOfBlocks | block }

    static func block(ofPlace place: Int64) -> Int64 { place & (1 << bitsOfBlocks - 1) }

    private static func length(in word: ArraySlice<Unicode.Scalar>) -> Int {
        word.allSatisfy { ("0"..."9").contains($0) } ? 4 : 3
    }

    private static func each(inside word: ArraySlice<Unicode.Scalar>, _ hand: (SearchRun) -> Void) {
        let length = length(in: word)
        guard word.count >= length else { return }
        for start in word.startIndex...word.endIndex - length {
            hand(SearchRun(.inside, word[start..<start + length]))
        }
    }
}

// What a query asks.
extension SearchRun {
    /// The runs of a part of a word or a number, also those that lie over others: cards that have only the
    /// others are many more than one set costs. None when it is too short to have one.
    static func inside(_ part: String) -> [SearchRun] {
        var runs: [SearchRun] = []
        each(inside: Array(part.unicodeScalars)[...]) { runs.append($0) }
        return runs
    }

    /// A date, or a year as the end of one.
    static func date(_ text: String) -> SearchRun { SearchRun(.inside, Array(text.unicodeScalars)[...]) }

    /// The run of one or two letters that begin a word.
    static func beginning(ofWord letters: String) -> SearchRun {
        SearchRun(.wordBeginning, Array(letters.unicodeScalars.prefix(2))[...])
    }

    /// The run of up to three letters that begin the line.
    static func beginning(ofLine letters: String) -> SearchRun {
        SearchRun(.lineBeginning, Array(letters.unicodeScalars.prefix(3))[...])
    }
}

// What a key has.
extension SearchRun {
    /// Hands over each run of a key; one that occurs twice comes twice.
    static func each(of key: SearchKey, _ hand: (SearchRun) -> Void) {
        let scalars = Array(key.text.unicodeScalars)
        for count in 1...3 where count <= scalars.count { hand(SearchRun(.lineBeginning, scalars[..<count])) }
        var start = 0
        while start < scalars.count {
            let end = scalars[start...].firstIndex(of: " ") ?? scalars.count
            if start < end { each(ofWord: scalars[start..<end], hand) }
            start = end + 1
        }
    }

    private static func each(ofWord word: ArraySlice<Unicode.Scalar>, _ hand: (SearchRun) -> Void) {
        if word.first == "№" { return }
        for count in 1...2 where count <= word.count { hand(SearchRun(.wordBeginning, word.prefix(count))) }
        guard let dot = word.lastIndex(of: ".") else { return each(inside: word, hand) }
        hand(SearchRun(.inside, word))
        hand(SearchRun(.inside, word[dot...]))
    }
}
