/// A small generator that gives the same numbers on every machine (splitmix64).
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func roll(_ sides: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return Int((mixed ^ (mixed >> 31)) % UInt64(sides))
    }

    mutating func roll(_ range: ClosedRange<Int>) -> Int { range.lowerBound + roll(range.count) }

    /// So often in a thousand.
    mutating func happens(_ perMille: Int) -> Bool { roll(1000) < perMille }
}

/// Things to draw from, some more often than others.
struct Urn<Element: Sendable>: Sendable {
    private let elements: [Element]
    /// The sum of the weights up to and with each element.
    private let sums: [Int]

    /// The first stands highest: the weight falls with the place, as names of a people do.
    init(falling elements: [Element]) {
        self.init(elements.enumerated().map { ($1, 100_000 / ($0 + 4)) })
    }

    init(_ weighted: [(Element, Int)]) {
        elements = weighted.map(\.0)
        var sum = 0
        sums = weighted.map { one in
            sum += one.1
            return sum
        }
        precondition(sum > 0, "an urn with nothing in it")
    }

    func draw(_ dice: inout Dice) -> Element {
        let mark = dice.roll(sums[sums.count - 1])
        var (low, high) = (0, sums.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > mark { high = middle } else { low = middle + 1 }
        }
        return elements[low]
    }
}
