/// What an operation says about itself, in the bytes that are hashed: everything but the two chain values.
///
/// Big-endian, nothing between fields; docs/operation-format.md has it with an example:
///
///     u8   layout, always 1
///     u32  lineage
///     u64  seq
///     16   operation id
///     u16  bytes in type, then so many bytes of ASCII
///     u16  schema
///     16   entity
///     u8   1 when a base version follows, else 0
///     u64  base version, only after a 1
///     u64  made at, milliseconds since 1970
///     u64  hybrid logical clock
///     16   operator; zeros when the desk itself acts
///     32   SHA-256 of the payload
///
/// Bytes are stored and sent as they are made; nobody hashes a second rendering.
package struct OperationHeader: Hashable, Sendable {
    package let lineage: UInt32
    /// Gapless from 1 for a desk and lineage.
    package let seq: UInt64
    package let operationID: [UInt8]
    /// `patient_registered`: lower case, digits, underscores.
    package let type: String
    package let schema: UInt16
    package let entity: [UInt8]
    /// The version of the entity that the operator saw; nil when it did not exist before.
    package let baseVersion: UInt64?
    package let madeAtMilliseconds: UInt64
    package let hlc: UInt64
    package let operatorID: [UInt8]
    package let payloadSHA256: [UInt8]

    package init(
        lineage: UInt32, seq: UInt64, operationID: [UInt8], type: String, schema: UInt16, entity: [UInt8],
        baseVersion: UInt64?, madeAtMilliseconds: UInt64, hlc: UInt64, operatorID: [UInt8],
        payloadSHA256: [UInt8]
    ) {
        precondition(
            operationID.count == 16 && entity.count == 16 && operatorID.count == 16, "ids are 16 bytes")
        precondition(payloadSHA256.count == 32, "a SHA-256 is 32 bytes")
        precondition(OperationHeader.isType(type), "a type is 1…64 of a-z, 0-9 and _")
        self.lineage = lineage
        self.seq = seq
        self.operationID = operationID
        self.type = type
        self.schema = schema
        self.entity = entity
        self.baseVersion = baseVersion
        self.madeAtMilliseconds = madeAtMilliseconds
        self.hlc = hlc
        self.operatorID = operatorID
        self.payloadSHA256 = payloadSHA256
    }

    package func encode() -> [UInt8] {
        var out: [UInt8] = [OperationHeader.layout]
        out.reserveCapacity(192)
        out.append(bigEndian: lineage)
        out.append(bigEndian: seq)
        out.append(contentsOf: operationID)
        out.append(bigEndian: UInt16(type.utf8.count))
        out.append(contentsOf: type.utf8)
        out.append(bigEndian: schema)
        out.append(contentsOf: entity)
        out.append(baseVersion == nil ? 0 : 1)
        if let baseVersion { out.append(bigEndian: baseVersion) }
        out.append(bigEndian: madeAtMilliseconds)
        out.append(bigEndian: hlc)
        out.append(contentsOf: operatorID)
        out.append(contentsOf: payloadSHA256)
        return out
    }

    private static let layout: UInt8 = 1

    private static func isType(_ text: some StringProtocol) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
                case UInt8(ascii: "_"): true
                default: false
                }
            }
    }
}

// MARK: Reading

/// Why bytes are no header of ours.
package enum OperationHeaderFault: Error, Hashable, Sendable {
    case unknownLayout, endedEarly, badType, badFlag, trailingBytes
}

extension OperationHeader {
    /// Takes only what `encode` writes: whatever is accepted encodes to the same bytes again.
    package init(decoding bytes: [UInt8]) throws(OperationHeaderFault) {
        var reader = FieldReader(bytes)
        guard try reader.integer(UInt8.self) == OperationHeader.layout else { throw .unknownLayout }
        lineage = try reader.integer()
        seq = try reader.integer()
        operationID = try reader.bytes(16)
        type = String(decoding: try reader.bytes(Int(try reader.integer(UInt16.self))), as: UTF8.self)
        guard OperationHeader.isType(type) else { throw .badType }
        schema = try reader.integer()
        entity = try reader.bytes(16)
        switch try reader.integer(UInt8.self) {
        case 0: baseVersion = nil
        case 1: baseVersion = try reader.integer()
        default: throw .badFlag
        }
        madeAtMilliseconds = try reader.integer()
        hlc = try reader.integer()
        operatorID = try reader.bytes(16)
        payloadSHA256 = try reader.bytes(32)
        guard reader.isAtEnd else { throw .trailingBytes }
    }
}

private struct FieldReader {
    private let all: [UInt8]
    private var at = 0

    init(_ all: [UInt8]) { self.all = all }

    var isAtEnd: Bool { at == all.count }

    mutating func bytes(_ count: Int) throws(OperationHeaderFault) -> [UInt8] {
        guard count <= all.count - at else { throw .endedEarly }
        defer { at += count }
        return Array(all[at..<at + count])
    }

    mutating func integer<T: FixedWidthInteger & UnsignedInteger>(
        _ type: T.Type = T.self
    ) throws(OperationHeaderFault) -> T {
        try bytes(T.bitWidth / 8).reduce(0) { $0 << 8 | T($1) }
    }
}

extension [UInt8] {
    mutating func append<T: FixedWidthInteger & UnsignedInteger>(bigEndian number: T) {
        for shift in stride(from: T.bitWidth - 8, through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: number >> T(shift)))
        }
    }
}
