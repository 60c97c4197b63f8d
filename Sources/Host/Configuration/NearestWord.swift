/// Guesses what a mistyped word was meant to be.
package enum NearestWord {
    /// The known word with the fewest slips (letters added, lost, changed or swapped), if it is near enough
    /// to say.
    package static func find(_ typed: String, among known: some Sequence<String>) -> String? {
        let scored = known.map { (word: $0, slips: slips(from: Array(typed.utf8), to: Array($0.utf8))) }
        guard let best = scored.min(by: { $0.slips < $1.slips }) else { return nil }
        return best.slips <= max(1, typed.utf8.count / 3) ? best.word : nil
    }

    /// The restricted Damerau-Levenshtein distance, row by row.
    static func slips(from left: [UInt8], to right: [UInt8]) -> Int {
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            for column in 0..<right.count {
                let changed = last[column] + (left[row] == right[column] ? 0 : 1)
                var slips = min(changed, last[column + 1] + 1, current[column] + 1)
                let swapped =
                    row > 0 && column > 0 && left[row] == right[column - 1] && left[row - 1] == right[column]
                if swapped { slips = min(slips, beforeLast[column - 1] + 1) }
                current.append(slips)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
