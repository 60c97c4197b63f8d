/// The series and number of a birth certificate: a Roman numeral, two Russian capitals, six digits.
package struct BirthCertificate: Hashable, Sendable {
    /// `IV-АБ`, the numeral in Latin letters and the two letters in Russian ones.
    package let series: String
    /// Six digits.
    package let number: String

    package init?(stored text: String) {
        let pieces = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard pieces.count == 2, BirthCertificate.series(pieces[0], field: "").value == pieces[0],
            TypedDigits.areDigits(pieces[1], 6)
        else { return nil }
        series = pieces[0]
        number = pieces[1]
    }

    /// `IV-АБ 123456`
    package var text: String { "\(series) \(number)" }

    /// `IV-АБ № 123456`
    package var shown: String { "\(series) № \(number)" }

    /// Series and number in one piece.
    package static func read(_ typed: String, field: String) -> FieldReading<BirthCertificate> {
        let line = TypedText.line(typed)
        if line.isEmpty { return .empty }
        let tail = line.unicodeScalars.reversed()
            .prefix { TypedText.isDigit($0) || TypedDigits.isSeparator($0) }.count
        let head = String(String.UnicodeScalarView(line.unicodeScalars.dropLast(tail)))
        let number = TypedText.digits(String(String.UnicodeScalarView(line.unicodeScalars.suffix(tail))))
        guard !head.isEmpty else { return .bad(FieldProblem(field, .birthCertificateSeries)) }
        return series(head, field: field).flatMap { series in
            guard let certificate = BirthCertificate(stored: "\(series) \(number)") else {
                let count = "\(number.utf8.count)"
                return .bad(FieldProblem(field, .birthCertificateNumber, ["count": count]))
            }
            return .good(certificate, warnings: [])
        }
    }

    /// In two boxes; either may hold all of it when the other is empty.
    package static func read(
        series typed: String, number: String, seriesField: String, numberField: String
    ) -> SeriesReading<BirthCertificate> {
        let boxes = TwoBoxes(series: typed, number: number, seriesField, numberField)
        return boxes.read(
            whole: { isWhole($0) ? read($0, field: $1) : nil },
            series: { series($0, field: $1) },
            number: { DigitPiece(6, .birthCertificateNumber).read($0, field: $1) },
            joined: { BirthCertificate(stored: "\($0) \($1)").map { .good($0, warnings: []) } ?? .empty })
    }

    private static func series(_ typed: String, field: String) -> FieldReading<String> {
        let line = TypedText.line(typed).uppercased()
        let letters = line.unicodeScalars.filter { !TypedDigits.isSeparator($0) }
        if line.isEmpty { return .empty }
        let last = letters.suffix(2).map { Alphabet.cyrillicTwin(of: $0) ?? $0 }
        guard letters.count >= 3, last.allSatisfy({ ("А"..."Я").contains($0) || $0 == "Ё" }) else {
            return .bad(FieldProblem(field, .birthCertificateSeries))
        }
        let typedNumeral = String(String.UnicodeScalarView(letters.dropLast(2)))
        guard let numeral = RomanNumeral.read(typedNumeral) else {
            return .bad(FieldProblem(field, .birthCertificateNumeral, ["numeral": typedNumeral]))
        }
        return .good("\(numeral)-\(String(String.UnicodeScalarView(last)))", warnings: [])
    }

    /// Letters first and digits last.
    private static func isWhole(_ line: String) -> Bool {
        line.unicodeScalars.contains(where: \.properties.isAlphabetic)
            && line.unicodeScalars.last.map(TypedText.isDigit) == true
    }
}
