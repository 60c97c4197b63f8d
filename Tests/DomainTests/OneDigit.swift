/// The commonest slip of a hand that copies a number: one digit is another.
enum OneDigit {
    static func changes(of digits: String) -> [String] {
        let places = Array(digits)
        return places.indices.flatMap { place in
            "0123456789".filter { $0 != places[place] }.map { other in
                var changed = places
                changed[place] = other
                return String(changed)
            }
        }
    }
}
