/// The name of one entity for ever: a UUIDv7, minted where the fact is born, so that two desks never collide.
///
/// The entity is part of the type, so a visit's id cannot be handed to whoever asks for a patient's.
package struct ID<Entity>: Hashable, Sendable {
    package let high: UInt64
    package let low: UInt64

    @inlinable package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// 36 characters, lower case, hyphens in their places; anything else is no id.
    @inlinable package init?(_ text: String) {
        guard let halves = UUIDText.read(text) else { return nil }
        self.init(high: halves.high, low: halves.low)
    }

    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        let high = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let low = bytes.dropFirst(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        self.init(high: high, low: low)
    }

    package var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 16) { buffer, count in
            for index in 0..<8 {
                buffer[index] = UInt8(truncatingIfNeeded: high >> (56 - 8 * UInt64(index)))
                buffer[index + 8] = UInt8(truncatingIfNeeded: low >> (56 - 8 * UInt64(index)))
            }
            count = 16
        }
    }

    @inlinable package var text: String { UUIDText.write(high, low) }

    /// The same name seen as another kind of entity: for the columns of history that hold any of them.
    package func `as`<Other>(_ other: Other.Type = Other.self) -> ID<Other> {
        ID<Other>(high: high, low: low)
    }
}

extension ID: CustomStringConvertible {
    package var description: String { text }
}

/// Any entity: what an audit row or an operation is about.
package enum Anything {}
