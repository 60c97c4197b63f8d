import Testing
import Wire

// The expected bytes come from docs/operation-vectors.py, which knows nothing of this code.
@Suite struct `An operation's bytes` {
    private static let document: JSON = [
        "surname": "Ёлкина", "name": "Анна", "note": "строка\n\"два\"\t\u{8}\u{1}", "card_number": 7,
        "below": -12,
        "phone": nil, "visits": [1, 2], "patronymic_absent": true,
    ]

    private static let first = OperationHeader(
        lineage: 1, seq: 1, operationID: Array(0x20..<0x30), type: "patient_registered", schema: 1,
        entity: Array(0x30..<0x40), baseVersion: nil, madeAtMilliseconds: 1_795_240_980_123,
        hlc: 1_795_240_980_123 << 16, operatorID: Array(0x40..<0x50),
        payloadSHA256: bytes("a62176185feb2b362653d378894692519a97ff69daeb70178feef8d8fd56b871"))

    private static let second = OperationHeader(
        lineage: 1, seq: 2, operationID: Array(0x50..<0x60), type: "backup_made", schema: 3,
        entity: [UInt8](repeating: 0, count: 16), baseVersion: 41, madeAtMilliseconds: 1_795_240_980_124,
        hlc: 1_795_240_980_123 << 16 + 1, operatorID: [UInt8](repeating: 0, count: 16),
        payloadSHA256: bytes("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"))

    private static let firstHex =
        "01000000010000000000000001202122232425262728292a2b2c2d2e2f001270617469656e745f72656769737465726564"
        + "0001303132333435363738393a3b3c3d3e3f00000001a1fcb36e9b01a1fcb36e9b0000"
        + "404142434445464748494a4b4c4d4e4f"
        + "a62176185feb2b362653d378894692519a97ff69daeb70178feef8d8fd56b871"

    private static let secondHex =
        "01000000010000000000000002505152535455565758595a5b5c5d5e5f000b6261636b75705f6d6164650003"
        + "00000000000000000000000000000000010000000000000029000001a1fcb36e9c01a1fcb36e9b0001"
        + "0000000000000000000000000000000044136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"

    @Test func `the payload is what Python writes`() {
        let expected =
            #"{"below":-12,"card_number":7,"name":"Анна","note":"строка\n\"два\"\t\b\u0001","#
            + #""patronymic_absent":true,"phone":null,"surname":"Ёлкина","visits":[1,2]}"#
        #expect(String(decoding: Self.document.canonical, as: UTF8.self) == expected)
    }

    @Test func `the header is what Python packs`() {
        #expect(Self.first.encode() == bytes(Self.firstHex))
        #expect(Self.second.encode() == bytes(Self.secondHex))
    }

    @Test(arguments: [first, second]) func `the header comes back`(header: OperationHeader) throws {
        #expect(try OperationHeader(decoding: header.encode()) == header)
    }

    @Test func `a header that was cut or lengthened is refused`() {
        for header in [Self.first, Self.second] {
            let whole = header.encode()
            for length in 0..<whole.count {
                #expect(throws: OperationHeaderFault.self) {
                    try OperationHeader(decoding: Array(whole[..<length]))
                }
            }
            #expect(throws: OperationHeaderFault.trailingBytes) { try OperationHeader(decoding: whole + [0]) }
        }
    }

    @Test func `a header is refused for another layout, a strange type, a flag of two`() {
        var changed = Self.first.encode()
        changed[0] = 2
        #expect(throws: OperationHeaderFault.unknownLayout) { try OperationHeader(decoding: changed) }
        changed = Self.first.encode()
        changed[31] = 0xFF
        #expect(throws: OperationHeaderFault.badType) { try OperationHeader(decoding: changed) }
        changed = Self.first.encode()
        changed[31 + 18 + 2 + 16] = 2
        #expect(throws: OperationHeaderFault.badFlag) { try OperationHeader(decoding: changed) }
    }

    @Test func `whatever is accepted encodes to the same bytes`() {
        var random = SeededNumbers(seed: 11)
        let whole = Self.second.encode()
        var taken = 0
        for _ in 0..<5000 {
            var changed = whole
            changed[Int.random(in: changed.indices, using: &random)] = UInt8.random(
                in: 0...255, using: &random)
            guard let header = try? OperationHeader(decoding: changed) else { continue }
            taken += 1
            #expect(header.encode() == changed)
        }
        #expect(taken > 1000)
    }

    @Test func `the chain is what Python's hashlib gives`() {
        let payload = Self.document.canonical
        #expect(SHA256.digest(payload) == Self.first.payloadSHA256)
        #expect(SHA256.digest(Array("{}".utf8)) == Self.second.payloadSHA256)
        let first = OperationChain.link(
            deskID: Array(0x10..<0x20), lineage: 1, seq: 1, previous: OperationChain.start,
            header: Self.first.encode(), payload: payload, digest: SHA256.digest)
        #expect(first == bytes("c176b7a0f4bdbcb2adc273a1b5570d5f2e74348f9ffdda8ce33fb278916d04f3"))
        let second = OperationChain.link(
            deskID: Array(0x10..<0x20), lineage: 1, seq: 2, previous: first, header: Self.second.encode(),
            payload: Array("{}".utf8), digest: SHA256.digest)
        #expect(second == bytes("a84de7457111918769a948547de3775ea8e882f35bd186b85fd142786795e915"))
    }

    @Test func `the chain hashes exactly what the protocol names, in its order`() {
        let payload = Self.document.canonical
        let header = Self.first.encode()
        let inner = [UInt8](repeating: 0xAB, count: 32)
        var hashed: [[UInt8]] = []
        let chain = OperationChain.link(
            deskID: Array(0x10..<0x20), lineage: 1, seq: 1, previous: OperationChain.start, header: header,
            payload: payload
        ) { input in
            hashed.append(input)
            return inner
        }
        #expect(chain == inner)
        #expect(hashed.first == header + payload)
        let expected =
            Array("frontdesk-op-v1".utf8) + Array(0x10..<0x20) + [0, 0, 0, 1] + [0, 0, 0, 0, 0, 0, 0, 1]
            + [UInt8](repeating: 0, count: 32) + inner
        #expect(hashed.last == expected)
        #expect(hashed.count == 2)
    }
}

private func bytes(_ hex: String) -> [UInt8] {
    let digits = hex.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}
