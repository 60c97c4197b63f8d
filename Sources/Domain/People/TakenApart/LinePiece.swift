// A point may end a sentence, a shortened word or a day's number, and a comma is a letter on another layout,
// so signs are judged by what stands on both sides of them.

/// A word, a number, a sign or a break of a line.
struct LinePiece: Hashable {
    enum Kind: Hashable {
        case word
        /// Digits with the signs that stand inside a number.
        case number
        case email
        /// № or #: what follows is a number.
        case sign
        /// The end of a line, a comma, a semicolon.
        case stop
    }

    let kind: Kind
    let text: String
    /// Where it stands in the line, so that what was typed between two pieces can be told.
    let range: Range<Int>

    /// Small letters, ё as е, without the point of a shortened word.
    var folded: String {
        var folded = text.lowercased().replacing("ё", with: "е")
        while folded.last == "." { folded.removeLast() }
        return folded
    }

    var digits: String { TypedText.digits(text) }
}

/// Cuts a line into pieces.
struct LineCutter {
    private let scalars: [Unicode.Scalar]
    private var pieces: [LinePiece] = []
    private var at = 0

    static func pieces(of line: [Unicode.Scalar]) -> [LinePiece] {
        var cutter = LineCutter(scalars: line)
        cutter.cut()
        return cutter.pieces
    }

    private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    private mutating func cut() {
        while at < scalars.count {
            if let end = email() {
                take(.email, end)
            } else if isNumberStart(at) {
                take(.number, numberEnd())
            } else if isLetter(scalars[at]) {
                take(.word, wordEnd())
            } else {
                sign()
            }
        }
    }

    private mutating func take(_ kind: LinePiece.Kind, _ end: Int) {
        let text = String(String.UnicodeScalarView(scalars[at..<end]))
        pieces.append(LinePiece(kind: kind, text: text, range: at..<end))
        at = end
    }

    private mutating func sign() {
        switch scalars[at] {
        case "№", "#": take(.sign, at + 1)
        case "\n", "\r", ",", ";", "|", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}": take(.stop, at + 1)
        // Signs that part and nothing else.
        case " ", ":", "(", ")", "«", "»", "\"", "-", ".", "/", "_", "=", "*", "•", "[", "]": at += 1
        default: take(.word, at + 1)
        }
    }

    // MARK: Where a piece ends

    /// A run without spaces that has a letter or a digit on both sides of its @.
    private func email() -> Int? {
        guard at == 0 || !isInAddress(scalars[at - 1]), isInAddress(scalars[at]) else { return nil }
        var end = at
        while end < scalars.count, isInAddress(scalars[end]) || scalars[end] == "@" { end += 1 }
        while end > at, ".-_+".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
        let ats = scalars[at..<end].indices.filter { scalars[$0] == "@" }
        guard ats.count == 1, let place = ats.first, place > at, place + 1 < end else { return nil }
        return end
    }

    private func isInAddress(_ scalar: Unicode.Scalar) -> Bool {
        isLetter(scalar) || TypedText.isDigit(scalar) || ".-_+".unicodeScalars.contains(scalar)
    }

    private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        Alphabet.isCyrillic(scalar) || Alphabet.isForeignLatin(scalar)
    }

    private func isDigit(_ place: Int) -> Bool {
        place < scalars.count && TypedText.isDigit(scalars[place])
    }

    /// A digit, `+7`, `(926)`.
    private func isNumberStart(_ place: Int) -> Bool {
        if isDigit(place) { return true }
        let sign = scalars[place]
        guard sign == "+" || sign == "(" else { return false }
        return isDigit(place + 1) || (sign == "+" && place + 2 < scalars.count && isDigit(place + 2))
    }

    /// Digits, and between two of them the signs that numbers have.
    private func numberEnd() -> Int {
        var end = at + 1
        while end < scalars.count {
            if isDigit(end) {
                end += 1
                continue
            }
            var next = end
            while next < scalars.count, ".-/()".unicodeScalars.contains(scalars[next]), next - end < 2 {
                next += 1
            }
            guard next > end else { break }
            if isDigit(next) {
                end = next
            } else {
                // The bracket of «(926)» belongs to it.
                return scalars[end] == ")" ? end + 1 : end
            }
        }
        return end
    }

    /// Letters, and between two of them a hyphen, an apostrophe, a point or a stroke («Салтыков-Щедрин»,
    /// «г.р.», «к/п»).
    private func wordEnd() -> Int {
        var end = at + 1
        while end < scalars.count {
            if isLetter(scalars[end]) {
                end += 1
            } else if "-'./".unicodeScalars.contains(scalars[end]), end + 1 < scalars.count,
                isLetter(scalars[end + 1])
            {
                end += 2
            } else {
                break
            }
        }
        return end
    }
}
