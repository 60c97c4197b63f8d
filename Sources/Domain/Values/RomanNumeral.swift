// The numeral in the series of a birth certificate is the number of a book. It is typed with what the Russian
// keyboard has: 1 for I, У for V, and Russian Х, Л, С.

/// A Roman numeral of 1 to 399, as certificates number their series.
enum RomanNumeral {
    /// The one right way to write the number; nil for letters that make none (IIII, VX).
    static func read(_ typed: String) -> String? {
        var letters = ""
        for scalar in typed.unicodeScalars {
            guard let letter = keys[scalar] else { return nil }
            letters.append(letter)
        }
        let number = value(of: letters)
        return (1...399).contains(number) && write(number) == letters ? letters : nil
    }

    private static let keys: [Unicode.Scalar: Character] = [
        "I": "I", "1": "I", "І": "I", "|": "I", "V": "V", "У": "V", "Y": "V", "X": "X", "Х": "X", "L": "L",
        "Л": "L", "C": "C", "С": "C",
    ]

    private static let worth: [Character: Int] = ["I": 1, "V": 5, "X": 10, "L": 50, "C": 100]

    private static func value(of letters: String) -> Int {
        let values = letters.map { worth[$0] ?? 0 }
        return values.indices.reduce(0) { sum, place in
            let isTaken = place + 1 < values.count && values[place] < values[place + 1]
            return isTaken ? sum - values[place] : sum + values[place]
        }
    }

    private static let steps = [
        (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]

    static func write(_ number: Int) -> String {
        var rest = number
        var out = ""
        for (step, letters) in steps {
            while rest >= step {
                out += letters
                rest -= step
            }
        }
        return out
    }
}
