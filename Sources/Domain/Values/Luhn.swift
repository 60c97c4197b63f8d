// From the right, every second digit is doubled and counts as the sum of its own digits; all together must
// divide by ten. HL7's Mod10, which the ЕНП is defined by, is the same rule told with a long number instead:
// the digits of odd places read as one number, doubled.

/// The check digit that bank cards and the numbers of ОМС policies share.
enum Luhn {
    static func isRight(_ digits: String) -> Bool {
        var sum = 0
        for (place, byte) in digits.utf8.reversed().enumerated() {
            let digit = Int(byte - UInt8(ascii: "0"))
            let counted = place.isMultiple(of: 2) ? digit : digit * 2
            sum += counted > 9 ? counted - 9 : counted
        }
        return sum.isMultiple(of: 10)
    }
}
