import Crypto
import Testing

@Suite struct `Signatures` {
    /// RFC 8032, section 7.1, tests 1 to 3.
    static let vectors = [
        (
            seed: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            publicKey: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            message: "",
            signature: """
            e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155
            5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b
            """
        ),
        (
            seed: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            publicKey: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            message: "72",
            signature: """
            92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da
            085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00
            """
        ),
        (
            seed: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            publicKey: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            message: "af82",
            signature: """
            6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac
            18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a
            """
        ),
    ]

    @Test(arguments: vectors)
    func `are those of RFC 8032`(seed: String, publicKey: String, message: String, signature: String) {
        let key = SigningKey(seed: SecretBytes(bytes(seed)))
        #expect(hex(key.publicKey) == publicKey)
        #expect(key.sign(bytes(message)) == bytes(signature))
        #expect(Signature.verify(bytes(signature), of: bytes(message), publicKey: bytes(publicKey)))
    }

    @Test func `say no when one bit of message, signature or key differs`() {
        let key = SigningKey.generate().key
        let message = Array("полис № 1".utf8)
        let signature = key.sign(message)
        #expect(Signature.verify(signature, of: message, publicKey: key.publicKey))
        for bit in 0..<(message.count * 8) {
            #expect(!Signature.verify(signature, of: flip(bit, in: message), publicKey: key.publicKey))
        }
        for bit in 0..<(signature.count * 8) {
            #expect(!Signature.verify(flip(bit, in: signature), of: message, publicKey: key.publicKey))
        }
        for bit in 0..<(key.publicKey.count * 8) {
            #expect(!Signature.verify(signature, of: message, publicKey: flip(bit, in: key.publicKey)))
        }
    }

    @Test func `of a wrong length are refused, not read beyond their end`() {
        let key = SigningKey.generate().key
        let signature = key.sign([1])
        #expect(!Signature.verify(Array(signature.dropLast()), of: [1], publicKey: key.publicKey))
        #expect(!Signature.verify(signature + [0], of: [1], publicKey: key.publicKey))
        #expect(!Signature.verify([], of: [1], publicKey: key.publicKey))
        #expect(!Signature.verify(signature, of: [1], publicKey: []))
    }

    @Test func `a new key is another one each time, and its seed brings it back`() {
        let (one, seed) = SigningKey.generate()
        let (other, _) = SigningKey.generate()
        #expect(one.publicKey != other.publicKey)
        #expect(SigningKey(seed: seed).publicKey == one.publicKey)
    }

    private func flip(_ bit: Int, in bytes: [UInt8]) -> [UInt8] {
        var changed = bytes
        changed[bit / 8] ^= 1 << (bit % 8)
        return changed
    }
}
