// The operator may say of which type the paper is; mostly the number tells it. 16 digits are a single policy
// and nine a temporary certificate. Eleven stand on the back of the sheet and are no policy's number (C-07).
// A short series before a number is an old policy. Letters or slashes in any other order come from an insurer
// of ДМС. The structure of the 16 digits is told in contradictory ways, so only their check digit is judged.

extension OmsPolicyNumber {
    /// Of the given type, or without one of whichever it looks like.
    package static func read(
        _ typed: String, field: String, type: OmsType? = nil
    ) -> FieldReading<OmsPolicyNumber> {
        let line = TypedText.line(typed)
        if line.isEmpty { return .empty }
        switch type {
        case .enp: return digits(line, field, 16, .enpLength)
        case .temporary: return digits(line, field, 9, .omsTemporaryLength)
        case .old: return old(line.uppercased(), field)
        case nil: return guess(line, field)
        }
    }

    private static func digits(
        _ line: String, _ field: String, _ count: Int, _ code: FieldCode
    ) -> FieldReading<OmsPolicyNumber> {
        TypedDigits.read(line, field: field).flatMap { digits in
            guard digits.utf8.count == count else { return wrongLength(digits, field, code) }
            return judged(digits, field)
        }
    }

    private static func wrongLength(
        _ digits: String, _ field: String, _ code: FieldCode
    ) -> FieldReading<OmsPolicyNumber> {
        let count = digits.utf8.count
        guard count != 11 else { return .bad(FieldProblem(field, .omsBlankNumber)) }
        return .bad(FieldProblem(field, code, ["count": "\(count)"]))
    }

    private static func judged(_ digits: String, _ field: String) -> FieldReading<OmsPolicyNumber> {
        guard !TypedDigits.allEqual(digits), let number = OmsPolicyNumber(stored: digits) else {
            return .bad(FieldProblem(field, .numberAllEqual))
        }
        // A warning: at the desk the paper is stronger than the rule.
        let isDoubtful = number.type == .enp && !Luhn.isRight(digits)
        return .good(number, warnings: isDoubtful ? [FieldProblem(field, .enpControl)] : [])
    }

    private static func guess(_ line: String, _ field: String) -> FieldReading<OmsPolicyNumber> {
        let isOfDigits = line.unicodeScalars.allSatisfy {
            TypedText.isDigit($0) || TypedDigits.isSeparator($0)
        }
        let digits = TypedDigits.read(line, field: field).value ?? ""
        let pieces = pieces(line.uppercased())
        // «770000 № 1234567890» has 16 digits too, and № says where its number begins.
        let isParted = line.contains("№") && pieces != nil
        if digits.utf8.count == 16, !isParted { return judged(digits, field) }
        if isOfDigits {
            if digits.utf8.count == 9, pieces == nil || pieces?.series.utf8.count == 3 || !isParted {
                return judged(digits, field)
            }
            guard isParted || digits.utf8.count <= 10, let pieces, let old = joined(pieces) else {
                return wrongLength(digits, field, .omsLength)
            }
            return .good(old, warnings: [FieldProblem(field, .omsOldUnchecked)])
        }
        return guessOfLetters(line.uppercased(), pieces, field)
    }

    private static func guessOfLetters(
        _ line: String, _ pieces: Pieces?, _ field: String
    ) -> FieldReading<OmsPolicyNumber> {
        if let sign = line.unicodeScalars.first(where: { !isTaken($0) }) {
            return .bad(FieldProblem(field, .paperNumberSign, ["sign": TypedText.named(sign)]))
        }
        let digits = TypedText.digits(line)
        // Words, or what is left of a number: no insurer's either.
        guard digits.utf8.count >= 4 else { return wrongLength(digits, field, .omsLength) }
        // An old policy was printed in Russian; Latin letters without Russian twins are an insurer's.
        guard let pieces, !pieces.series.unicodeScalars.contains(where: Alphabet.isLatin),
            let old = joined(pieces)
        else { return .bad(FieldProblem(field, .omsLooksVoluntary)) }
        return .good(old, warnings: [FieldProblem(field, .omsOldUnchecked)])
    }

    private static func isTaken(_ scalar: Unicode.Scalar) -> Bool {
        isOfSeries(scalar) || TypedDigits.isSeparator(scalar) || scalar == "/"
    }

    private static func old(_ line: String, _ field: String) -> FieldReading<OmsPolicyNumber> {
        if let sign = line.unicodeScalars.first(where: { !isTaken($0) || $0 == "/" }) {
            return .bad(FieldProblem(field, .paperNumberSign, ["sign": TypedText.named(sign)]))
        }
        guard let pieces = pieces(line), let number = joined(pieces) else {
            return .bad(FieldProblem(field, .omsOldShape))
        }
        return .good(number, warnings: [])
    }
}

// MARK: Series and number

extension OmsPolicyNumber {
    private typealias Pieces = (series: String, number: String)

    /// The number is the last digits, the series all that stands before them; nil when either is missing.
    private static func pieces(_ line: String) -> Pieces? {
        let scalars = line.unicodeScalars
        let digits = scalars.reversed().prefix(while: TypedText.isDigit).count
        let head = scalars.dropLast(digits)
        // Where the number begins: at a sign between them, or at the last letter.
        var series = head.split(whereSeparator: { $0 == " " || $0 == "№" }).flatMap { Array($0) }
        while series.last == "-" { series.removeLast() }
        while series.first == "-" { series.removeFirst() }
        guard digits > 0, !series.isEmpty else { return nil }
        return (russian(series), String(String.UnicodeScalarView(scalars.suffix(digits))))
    }

    /// Latin letters become the Russian ones that they look like, when all of them do.
    private static func russian(_ series: [Unicode.Scalar]) -> String {
        let twins = series.map { Alphabet.cyrillicTwin(of: $0) ?? $0 }
        let isRussian = !twins.contains(where: Alphabet.isLatin)
        return String(String.UnicodeScalarView(isRussian ? twins : series))
    }

    private static func joined(_ pieces: Pieces) -> OmsPolicyNumber? {
        OmsPolicyNumber(stored: "\(pieces.series) \(pieces.number)")
    }
}
