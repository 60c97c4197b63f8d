/// A number from this desk's own range, `NN/NNNNNNNN`: the desk's prefix and eight digits counted here. It is
/// taken in the transaction that issues, and never used again.
package struct OwnNumber: Hashable, Sendable {
    package let prefix: String
    package let sequence: Int64

    package init(prefix: String, sequence: Int64) {
        self.prefix = prefix
        self.sequence = sequence
    }

    package init?(stored text: String) {
        let halves = text.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2, let prefix = DeskPrefix(stored: String(halves[0])),
            halves[1].utf8.count >= 8, halves[1].unicodeScalars.allSatisfy(TypedText.isDigit),
            let sequence = Int64(halves[1])
        else { return nil }
        self.init(prefix: prefix.digits, sequence: sequence)
    }

    package var text: String {
        let digits = "\(sequence)"
        return prefix + "/" + String(repeating: "0", count: max(0, 8 - digits.utf8.count)) + digits
    }
}
