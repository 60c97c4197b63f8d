package import Domain

/// What only cryptography can do for the codes on papers: ask who signed, and digest.
package protocol SealCheck: Sendable {
    /// Ed25519: whether the owner of this key signed exactly this.
    func isSigned(_ message: [UInt8], _ signature: [UInt8], by publicKey: [UInt8]) -> Bool
    /// SHA-256, by whose first bytes keys are named.
    func sha256(_ bytes: [UInt8]) -> [UInt8]
    /// BLAKE2b-256, of whose first byte the holder's tag is made.
    func blake2b(_ bytes: [UInt8]) -> [UInt8]
}

/// The desk's document key: what makes a paper genuine before anybody has heard of it.
package protocol DocumentSeal: SealCheck {
    var publicKey: [UInt8] { get }
    func sign(_ message: [UInt8]) -> [UInt8]
    /// 80 random bits.
    func mintDocID() -> DocID
}

extension SealCheck {
    package func keyID(of publicKey: [UInt8]) -> KeyID {
        guard let id = KeyID(bytes: sha256(publicKey).prefix(KeyID.byteCount)) else {
            preconditionFailure("a digest has more than \(KeyID.byteCount) bytes")
        }
        return id
    }

    package func holderTag(_ document: DocID, _ person: Person) -> UInt8 {
        blake2b(HolderTag.message(document, person))[0]
    }
}

extension DocumentSeal {
    /// The code of one sheet.
    package func seal(_ content: QRToken.Content) -> QRToken {
        guard let token = QRToken(content, signature: sign(content.signed)) else {
            preconditionFailure("an Ed25519 signature has \(QRToken.signatureByteCount) bytes")
        }
        return token
    }
}
