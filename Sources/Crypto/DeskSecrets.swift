internal import Application
internal import Domain

/// The desk's secrets, by libsodium: cookies, their digests, and the words that people remember.
package struct DeskSecrets: Secrets {
    private let hasher: PasswordHasher
    private let digestKey: SecretBytes

    package init(pepper: SecretBytes) {
        hasher = PasswordHasher(pepper: pepper)
        digestKey = SecretBytes(HMACSHA256.code(for: Array("frontdesk digest key".utf8), key: pepper))
    }

    /// 256 random bits, in 64 hexadecimal digits.
    package func token() -> String {
        Hex.text(SystemRandom.bytes(32))
    }

    /// Keyed, because not everything digested here is as random as a token: who types the password into the
    /// field of the login must not leave a plain hash of it in the database.
    package func digest(of token: String) -> String {
        Hex.text(HMACSHA256.code(for: Array(token.utf8), key: digestKey))
    }

    package func same(_ one: String, _ other: String) -> Bool { ConstantTime.equal(one, other) }

    /// Twelve figures, 40 bits: figures look the same in every font, and are the same keys in every layout.
    package func spokenCode() -> String {
        let figures = spokenFigures()
        return stride(from: 0, to: 12, by: 4).map { String(figures[$0..<($0 + 4)]) }.joined(separator: "-")
    }

    package func hash(_ word: String) throws -> String {
        do throws(PasswordFault) {
            return try hasher.hash(word)
        } catch {
            throw refused(error)
        }
    }

    package func verify(_ word: String, against hash: String?) throws -> Bool {
        do throws(PasswordFault) {
            return try hasher.verify(word, against: hash)
        } catch {
            throw refused(error)
        }
    }

    /// Bytes above 249 are thrown away, or the figures 0 to 5 would come more often than the others.
    private func spokenFigures() -> [Character] {
        var figures: [Character] = []
        while figures.count < 12 {
            let fair = SystemRandom.bytes(16).filter { $0 < 250 }
            figures += fair.prefix(12 - figures.count).flatMap { String($0 % 10) }
        }
        return figures
    }

    private func refused(_ fault: PasswordFault) -> any Error {
        switch fault {
        // A hash takes a tenth of a second: in 2 s the line has long moved on.
        case .busy: Refusal(.tooBusy, retryAfterSeconds: 2)
        case .noMemory: fault
        }
    }
}
