// Government decree 828: the series is two digits of the region and two of the year in which the blank was
// made, the number has six digits. There is no check digit.

/// The series and number of a passport of the Russian Federation.
package struct RussianPassport: Hashable, Sendable {
    /// Four digits and six.
    package let digits: String

    package init?(stored digits: String) {
        guard TypedDigits.areDigits(digits, 10) else { return nil }
        self.digits = digits
    }

    package var series: String { String(digits.prefix(4)) }
    package var number: String { String(digits.suffix(6)) }

    /// `45 10 123456`
    package var shown: String { DigitMask.fill("## ## ######", with: digits) }

    /// The first blanks are of 1997.
    package var blankYear: Int {
        let year = Int(digits.dropFirst(2).prefix(2)) ?? 0
        return year >= 97 ? 1900 + year : 2000 + year
    }

    /// Series and number in one piece.
    package static func read(_ typed: String, field: String) -> FieldReading<RussianPassport> {
        TypedDigits.read(typed, field: field).flatMap { digits in
            guard let passport = RussianPassport(stored: digits) else {
                return .bad(FieldProblem(field, .passportLength, ["count": "\(digits.utf8.count)"]))
            }
            return passport.judged(field)
        }
    }

    /// In two boxes; either may hold all ten digits when the other is empty.
    package static func read(
        series: String, number: String, seriesField: String, numberField: String
    ) -> SeriesReading<RussianPassport> {
        let boxes = TwoBoxes(series: series, number: number, seriesField, numberField)
        return boxes.read(
            whole: { TypedText.digits($0).utf8.count > 6 ? read($0, field: $1) : nil },
            series: { DigitPiece(4, .passportSeriesLength).read($0, field: $1) },
            number: { DigitPiece(6, .passportNumberLength).read($0, field: $1) },
            joined: { RussianPassport(stored: $0 + $1)?.judged(numberField) ?? .empty })
    }

    private func judged(_ field: String) -> FieldReading<RussianPassport> {
        TypedDigits.allEqual(digits)
            ? .bad(FieldProblem(field, .numberAllEqual)) : .good(self, warnings: [])
    }
}
