import Crypto
import Testing

@Suite struct `Digests` {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func `are those of FIPS 180-4`(text: String, expected: String) {
        #expect(hex(SHA256.digest(Array(text.utf8))) == expected)
    }

    @Test func `piece by piece give the same as in one go, at any moment`() {
        let text = Array(
            "The quick brown fox jumps over the lazy dog, again and again and again and again".utf8)
        var digest = SHA256()
        for (index, byte) in text.enumerated() {
            #expect(digest.digest() == SHA256.digest(Array(text[..<index])))
            digest.update([byte])
        }
        #expect(digest.digest() == SHA256.digest(text))
    }

    @Test func `a copy goes its own way`() {
        var one = SHA256()
        one.update([1])
        var other = one
        other.update([2])
        #expect(one.digest() == SHA256.digest([1]))
        #expect(other.digest() == SHA256.digest([1, 2]))
    }

    /// RFC 4231, test cases 1, 2, 3, 4, 6 and 7 (case 5 is truncated, which nothing here does).
    static let codes: [(key: [UInt8], data: [UInt8], expected: String)] = [
        (
            [UInt8](repeating: 0x0b, count: 20), Array("Hi There".utf8),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xaa, count: 20), [UInt8](repeating: 0xdd, count: 50),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
        ),
        (
            Array(1...25), [UInt8](repeating: 0xcd, count: 50),
            "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
        ),
        (
            [UInt8](repeating: 0xaa, count: 131),
            Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
        (
            [UInt8](repeating: 0xaa, count: 131),
            Array(
                """
                This is a test using a larger than block-size key and a larger than block-size data. \
                The key needs to be hashed before being used by the HMAC algorithm.
                """.utf8),
            "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
        ),
    ]

    @Test(arguments: codes)
    func `authentication codes are those of RFC 4231`(key: [UInt8], data: [UInt8], expected: String) {
        #expect(hex(HMACSHA256.code(for: data, key: key)) == expected)
        #expect(hex(HMACSHA256.code(for: data, key: SecretBytes(key))) == expected)
    }

    @Test func `equality asks for the same bytes and the same length`() {
        #expect(ConstantTime.equal([1, 2, 3], [1, 2, 3]))
        #expect(ConstantTime.equal([], []))
        #expect(!ConstantTime.equal([1, 2, 3], [1, 2, 4]))
        #expect(!ConstantTime.equal([1, 2, 3], [1, 2]))
        #expect(ConstantTime.equal("ключ", "ключ"))
        #expect(!ConstantTime.equal("ключ", "Ключ"))
    }
}
