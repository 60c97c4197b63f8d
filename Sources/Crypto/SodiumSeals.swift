internal import Application
package import Domain

/// Signatures and digests of codes on papers, by libsodium.
package struct SodiumSealCheck: SealCheck {
    package init() { Sodium.start() }

    package func isSigned(_ message: [UInt8], _ signature: [UInt8], by publicKey: [UInt8]) -> Bool {
        Signature.verify(signature, of: message, publicKey: publicKey)
    }

    package func sha256(_ bytes: [UInt8]) -> [UInt8] { SHA256.digest(bytes) }
    package func blake2b(_ bytes: [UInt8]) -> [UInt8] { BLAKE2b.digest(bytes) }
}

/// The desk's document key at work.
package struct SodiumDocumentSeal: DocumentSeal {
    private let key: SigningKey
    private let check = SodiumSealCheck()

    package init(_ key: SigningKey) { self.key = key }

    package var publicKey: [UInt8] { key.publicKey }
    package func sign(_ message: [UInt8]) -> [UInt8] { key.sign(message) }

    package func mintDocID() -> DocID {
        guard let id = DocID(bytes: SystemRandom.bytes(DocID.byteCount)) else {
            preconditionFailure("the random source gave another count of bytes than was asked for")
        }
        return id
    }

    package func isSigned(_ message: [UInt8], _ signature: [UInt8], by publicKey: [UInt8]) -> Bool {
        check.isSigned(message, signature, by: publicKey)
    }

    package func sha256(_ bytes: [UInt8]) -> [UInt8] { check.sha256(bytes) }
    package func blake2b(_ bytes: [UInt8]) -> [UInt8] { check.blake2b(bytes) }
}
