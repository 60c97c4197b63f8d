// Reception copies a document box by box or pastes it whole into whichever box has the cursor. Both are
// right, and where both boxes are wrong, both are told.

/// What two boxes for series and number said: the value, and the problems of each.
package struct SeriesReading<Value> {
    package let value: Value?
    package let problems: [FieldProblem]

    init(value: Value?, problems: [FieldProblem]) {
        self.value = value
        self.problems = problems
    }

    init(_ reading: FieldReading<Value>) {
        self.init(value: reading.value, problems: reading.problems)
    }

    package func map<Other>(_ make: (Value) -> Other) -> SeriesReading<Other> {
        SeriesReading<Other>(value: value.map(make), problems: problems)
    }
}

/// A series and a number as they were typed, each into its box or both into one.
struct TwoBoxes {
    private let series: String
    private let number: String
    private let seriesField: String
    private let numberField: String

    init(series: String, number: String, _ seriesField: String, _ numberField: String) {
        self.series = TypedText.line(series)
        self.number = TypedText.line(number)
        self.seriesField = seriesField
        self.numberField = numberField
    }

    typealias Read<Value> = (_ typed: String, _ field: String) -> FieldReading<Value>

    /// `whole` answers nil for what is one piece only.
    func read<Value>(
        whole: (_ typed: String, _ field: String) -> FieldReading<Value>?, series readSeries: Read<String>,
        number readNumber: Read<String>, joined: (String, String) -> FieldReading<Value>
    ) -> SeriesReading<Value> {
        if series.isEmpty, let reading = whole(number, numberField) { return SeriesReading(reading) }
        if number.isEmpty, let reading = whole(series, seriesField) { return SeriesReading(reading) }
        let pieces = (
            required(readSeries(series, seriesField), seriesField),
            required(readNumber(number, numberField), numberField)
        )
        guard case (.good(let series, _), .good(let number, _)) = pieces else {
            return SeriesReading(value: nil, problems: pieces.0.problems + pieces.1.problems)
        }
        return SeriesReading(joined(series, number))
    }

    private func required(_ reading: FieldReading<String>, _ field: String) -> FieldReading<String> {
        if case .empty = reading { return .bad(FieldProblem(field, .required)) }
        return reading
    }
}

/// One box of a document whose series and number are so many digits each.
struct DigitPiece {
    private let count: Int
    private let code: FieldCode

    init(_ count: Int, _ code: FieldCode) {
        self.count = count
        self.code = code
    }

    func read(_ typed: String, field: String) -> FieldReading<String> {
        TypedDigits.read(typed, field: field).flatMap { digits in
            digits.utf8.count == count
                ? .good(digits, warnings: [])
                : .bad(FieldProblem(field, code, ["count": "\(digits.utf8.count)"]))
        }
    }
}
