package import Domain

/// The keys that this desk believes, by their short ids.
///
/// Three bytes name a key; two desks in sixteen million may share them, so what is found is a list.
package struct KeyRing: Sendable {
    package struct Key: Hashable, Sendable {
        package let publicKey: [UInt8]
        /// Nil for the desk's own key.
        package let foreign: TrustedKey?
        /// The prefix of the numbers on its papers; nil while the desk is not set up.
        package let prefix: String?
    }

    private let keys: [KeyID: [Key]]
    private let check: any SealCheck

    package init(own: Desk?, trusted: [TrustedKey], check: any SealCheck) {
        let mine = own.map { Key(publicKey: $0.documentKey, foreign: nil, prefix: $0.prefix) }
        let others = trusted.map { Key(publicKey: $0.publicKey, foreign: $0, prefix: $0.prefix) }
        keys = Dictionary(grouping: [mine].compactMap(\.self) + others) { check.keyID(of: $0.publicKey) }
        self.check = check
    }

    /// What came of asking the keys.
    package enum Answer: Hashable, Sendable {
        case signed(by: Key)
        case forged
        case unknown
    }

    package func who(signed token: QRToken) -> Answer {
        guard let named = keys[token.content.key] else { return .unknown }
        let message = token.content.signed
        // A key that is still believed comes first, should one stand there twice.
        let standing = named.sorted { $0.foreign?.withdrawal == nil && $1.foreign?.withdrawal != nil }
        let signer = standing.first { check.isSigned(message, token.signature, by: $0.publicKey) }
        return signer.map { .signed(by: $0) } ?? .forged
    }
}
