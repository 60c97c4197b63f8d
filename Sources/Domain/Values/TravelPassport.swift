/// The series and number of a passport for travelling abroad (загранпаспорт РФ).
package struct TravelPassport: Hashable, Sendable {
    /// Two digits and seven.
    package let digits: String

    package init?(stored digits: String) {
        guard TypedDigits.areDigits(digits, 9) else { return nil }
        self.digits = digits
    }

    package var series: String { String(digits.prefix(2)) }
    package var number: String { String(digits.suffix(7)) }

    /// `75 1234567`
    package var shown: String { DigitMask.fill("## #######", with: digits) }

    /// Series and number in one piece.
    package static func read(_ typed: String, field: String) -> FieldReading<TravelPassport> {
        TypedDigits.read(typed, field: field).flatMap { digits in
            guard let passport = TravelPassport(stored: digits) else {
                return .bad(FieldProblem(field, .travelPassportLength, ["count": "\(digits.utf8.count)"]))
            }
            return passport.judged(field)
        }
    }

    /// In two boxes; either may hold all nine digits when the other is empty.
    package static func read(
        series: String, number: String, seriesField: String, numberField: String
    ) -> SeriesReading<TravelPassport> {
        let boxes = TwoBoxes(series: series, number: number, seriesField, numberField)
        return boxes.read(
            whole: { TypedText.digits($0).utf8.count > 7 ? read($0, field: $1) : nil },
            series: { DigitPiece(2, .travelSeriesLength).read($0, field: $1) },
            number: { DigitPiece(7, .travelNumberLength).read($0, field: $1) },
            joined: { TravelPassport(stored: $0 + $1)?.judged(numberField) ?? .empty })
    }

    private func judged(_ field: String) -> FieldReading<TravelPassport> {
        TypedDigits.allEqual(digits)
            ? .bad(FieldProblem(field, .numberAllEqual)) : .good(self, warnings: [])
    }
}
