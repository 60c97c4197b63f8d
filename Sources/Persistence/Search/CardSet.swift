/// Some cards of one block of 65 536, by their numbers within it.
///
/// It is kept as a list of two bytes each, the low one first, in rising order, or from 4096 cards on as a set
/// of 65 536 bits, which is then the shorter. Two sets of bits meet without anybody counting their cards.
struct CardSet {
    static let bitsOfBlock: Int64 = 16
    private static let bytesOfBits = 8192
    private static let longestList = 4095
    /// A list so many times longer is searched and not read.
    private static let fewInLong = 16

    private enum Form {
        case list([UInt16])
        case bits([UInt8])
    }

    private var form: Form

    init(_ cards: [UInt16] = []) { form = .list(cards) }

    init(stored bytes: UnsafeRawBufferPointer) {
        form = CardSet.isBits(bytes.count) ? .bits(Array(bytes)) : .list(CardSet.list(bytes))
    }

    var count: Int {
        switch form {
        case .list(let cards): cards.count
        case .bits(let bits): CardSet.count(bits)
        }
    }

    var isEmpty: Bool {
        switch form {
        case .list(let cards): cards.isEmpty
        case .bits(let bits): CardSet.count(bits) == 0
        }
    }

    /// Hands the cards over, the highest first, until `body` has enough.
    func eachFromLast(_ body: (UInt16) throws -> Bool) rethrows {
        switch form {
        case .list(let cards):
            for card in cards.reversed() where try body(card) { return }
        case .bits(let bits):
            for place in bits.indices.reversed() where bits[place] != 0 {
                for bit in (0..<8).reversed() where bits[place] & 1 << bit != 0 {
                    if try body(UInt16(8 * place + bit)) { return }
                }
            }
        }
    }

    /// Keeps those that stand in a stored set as well, which is not unpacked for that.
    mutating func narrow(toStored bytes: UnsafeRawBufferPointer) {
        switch form {
        case .list(let cards) where CardSet.isBits(bytes.count):
            form = .list(CardSet.those(of: cards, in: bytes))
        case .list(let cards) where cards.count * CardSet.fewInLong < bytes.count / 2:
            form = .list(CardSet.common(cards, bytes))
        case .list(let cards):
            // Two lists of about the same length would be compared card by card, and each comparison be a
            // guess of the processor's; bits need none.
            var bits = [UInt8](repeating: 0, count: CardSet.bytesOfBits)
            for place in 0..<bytes.count / 2 { CardSet.put(CardSet.card(bytes, place), in: &bits) }
            form = .list(bits.withUnsafeBytes { CardSet.those(of: cards, in: $0) })
        case .bits(let bits) where !CardSet.isBits(bytes.count):
            let cards = CardSet.list(bytes)
            form = .list(bits.withUnsafeBytes { CardSet.those(of: cards, in: $0) })
        case .bits(var bits):
            form = .list([])
            for place in 0..<CardSet.bytesOfBits { bits[place] &= bytes[place] }
            form = .bits(bits)
        }
    }

    mutating func formUnion(_ other: CardSet) {
        switch (form, other.form) {
        case (.list(let cards), .list(let others)) where cards.isEmpty || others.isEmpty:
            form = .list(cards.isEmpty ? others : cards)
        case (.list(let cards), .list(let others)):
            form = .list(CardSet.merged(cards, others))
        case (.list(let cards), .bits(var bits)), (.bits(var bits), .list(let cards)):
            form = .list([])
            for card in cards { CardSet.put(card, in: &bits) }
            form = .bits(bits)
        case (.bits(var bits), .bits(let others)):
            form = .list([])
            for place in 0..<CardSet.bytesOfBits { bits[place] |= others[place] }
            form = .bits(bits)
        }
    }

    private static func count(_ bits: [UInt8]) -> Int {
        bits.withUnsafeBytes { bytes in
            var count = 0
            for place in stride(from: 0, to: bytes.count, by: 8) {
                count += bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self).nonzeroBitCount
            }
            return count
        }
    }

    private static func those(of cards: [UInt16], in bits: UnsafeRawBufferPointer) -> [UInt16] {
        Array(unsafeUninitializedCapacity: cards.count) { kept, count in
            for card in cards {
                kept[count] = card
                count += Int(bits[Int(card >> 3)] >> UInt8(card & 7) & 1)
            }
        }
    }

    /// Goes from card to card in strides: a few cards meet a long list.
    private static func common(_ cards: [UInt16], _ list: UnsafeRawBufferPointer) -> [UInt16] {
        let count = list.count / 2
        func at(_ place: Int) -> UInt16 { card(list, place) }
        var both: [UInt16] = []
        var low = 0
        for card in cards {
            var stride = 1
            while low + stride < count && at(low + stride) < card { stride *= 2 }
            var high = min(low + stride, count)
            low += stride / 2
            while low < high {
                let middle = (low + high) / 2
                if at(middle) < card { low = middle + 1 } else { high = middle }
            }
            if low == count { break }
            if at(low) == card { both.append(card) }
        }
        return both
    }

    private static func merged(_ cards: [UInt16], _ others: [UInt16]) -> [UInt16] {
        var all: [UInt16] = []
        all.reserveCapacity(cards.count + others.count)
        var rest = others[...]
        for card in cards {
            while let next = rest.first, next <= card {
                if next < card { all.append(next) }
                rest = rest.dropFirst()
            }
            all.append(card)
        }
        return all + rest
    }
}

// As it is kept.
extension CardSet {
    /// What is kept when these, in rising order, come to a stored set.
    static func adding(_ cards: some Collection<UInt16>, toStored bytes: [UInt8]) -> [UInt8] {
        var stored = bytes
        if isBits(stored.count) {
            for card in cards { put(card, in: &stored) }
            return stored
        }
        // New cards have the highest numbers: they are put behind. A corrected one stands among the others.
        var last = stored.isEmpty ? -1 : Int(stored.withUnsafeBytes { card($0, $0.count / 2 - 1) })
        guard Int(cards.first ?? 0) > last else {
            return keep(merged(stored.withUnsafeBytes(list), Array(cards)))
        }
        for card in cards where Int(card) > last {
            stored.append(UInt8(truncatingIfNeeded: card))
            stored.append(UInt8(truncatingIfNeeded: card >> 8))
            last = Int(card)
        }
        return stored.count / 2 > longestList ? keep(stored.withUnsafeBytes(list)) : stored
    }

    private static func keep(_ cards: [UInt16]) -> [UInt8] {
        guard cards.count > longestList else { return adding(cards, toStored: []) }
        return adding(cards, toStored: [UInt8](repeating: 0, count: bytesOfBits))
    }

    /// Whether a set of so many bytes has more cards than a list does.
    static func isLong(_ bytes: Int) -> Bool { isBits(bytes) }

    private static func isBits(_ bytes: Int) -> Bool { bytes == bytesOfBits }

    private static func list(_ bytes: UnsafeRawBufferPointer) -> [UInt16] {
        Array(unsafeUninitializedCapacity: bytes.count / 2) { cards, count in
            for place in 0..<bytes.count / 2 { cards[place] = card(bytes, place) }
            count = bytes.count / 2
        }
    }

    private static func card(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt16 {
        UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: 2 * place, as: UInt16.self))
    }

    private static func put(_ card: UInt16, in bits: inout [UInt8]) {
        bits[Int(card >> 3)] |= 1 << UInt8(card & 7)
    }
}
