/// A time of day as people write it: `9:05`, `09.05`, `905`, `9`.
package enum TypedTime {
    /// Minutes since midnight.
    package static func read(_ typed: String, field: String) -> FieldReading<Int> {
        let line = TypedText.line(typed)
        if line.isEmpty { return .empty }
        guard let (hours, minutes) = parts(of: line), hours < 24, minutes < 60 else {
            return .bad(FieldProblem(field, .timeUnreadable))
        }
        return .good(hours * 60 + minutes, warnings: [])
    }

    private static func parts(of line: String) -> (Int, Int)? {
        let pieces = line.split(omittingEmptySubsequences: false) { ":. -".contains($0) }
        let numbers = pieces.compactMap { piece in
            (1...4).contains(piece.utf8.count) && piece.unicodeScalars.allSatisfy(TypedText.isDigit)
                ? Int(piece) : nil
        }
        guard numbers.count == pieces.count else { return nil }
        switch numbers.count {
        case 1: return pieces[0].utf8.count <= 2 ? (numbers[0], 0) : (numbers[0] / 100, numbers[0] % 100)
        case 2 where pieces[0].utf8.count <= 2 && pieces[1].utf8.count == 2: return (numbers[0], numbers[1])
        default: return nil
        }
    }
}
