/// Ties each operation to all before it, so that a number used twice or a line changed later shows.
///
///     chain = SHA-256("frontdesk-op-v1" ‖ desk id ‖ lineage ‖ seq
///                     ‖ previous chain ‖ SHA-256(header ‖ payload))
package enum OperationChain {
    /// Stands before the first operation of a lineage.
    package static let start = [UInt8](repeating: 0, count: 32)

    package static func link(
        deskID: [UInt8], lineage: UInt32, seq: UInt64, previous: [UInt8], header: [UInt8], payload: [UInt8],
        digest: ([UInt8]) -> [UInt8]
    ) -> [UInt8] {
        precondition(deskID.count == 16 && previous.count == 32, "a desk id is 16 bytes, a chain 32")
        var linked = Array("frontdesk-op-v1".utf8)
        linked.append(contentsOf: deskID)
        linked.append(bigEndian: lineage)
        linked.append(bigEndian: seq)
        linked.append(contentsOf: previous)
        linked.append(contentsOf: digest(header + payload))
        return digest(linked)
    }
}
