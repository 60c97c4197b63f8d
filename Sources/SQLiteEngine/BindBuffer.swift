/// Room for the texts and blobs that are bound at this moment.
///
/// SQLite either copies a bound text into memory of its own, a malloc and a free for each, or trusts the
/// caller to keep it. We copy into this buffer, which is a memcpy, and say "keep". Statements nest like the
/// calls that run them, so the room is given back in the reverse order: a mark is enough. What does not fit
/// is left to SQLite to copy.
final class BindBuffer {
    private static let capacity = 64 * 1024
    private let start = UnsafeMutableRawPointer.allocate(byteCount: BindBuffer.capacity, alignment: 16)
    private(set) var used = 0

    deinit { start.deallocate() }

    /// A copy that stays where it is until `release`, or nil when there is no room.
    func keep(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawPointer? {
        guard bytes.count <= Self.capacity - used else { return nil }
        let place = start + used
        if let source = bytes.baseAddress { place.copyMemory(from: source, byteCount: bytes.count) }
        used += bytes.count
        return UnsafeRawPointer(place)
    }

    func release(to mark: Int) { used = mark }
}
