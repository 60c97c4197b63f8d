internal import CSodium

/// Comparing secrets without telling by the time taken how much of them matched.
package enum ConstantTime {
    /// Whether both are the same. Only the lengths may be learnt from the time it takes.
    package static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && sodium_memcmp(left, right, left.count) == 0
    }

    package static func equal(_ left: String, _ right: String) -> Bool {
        equal(Array(left.utf8), Array(right.utf8))
    }
}
