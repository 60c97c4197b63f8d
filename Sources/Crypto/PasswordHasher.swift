internal import CSodium
internal import Glibc
internal import Threads

/// Turns passwords and PINs into strings that are safe to store, and checks them.
///
/// Argon2id (t = 3, m = 64 MiB) with its own salt over HMAC-SHA256(pepper, password). The pepper lies in a
/// key file beside the database, so a stolen database alone cannot be guessed at: a PIN of six digits would
/// not last a day. At most two hashes run at once: 128 MiB is what a small desk can spare, and more would be
/// an easy way to fell it.
package final class PasswordHasher: Sendable {
    package static let pepperByteCount = 32

    private let pepper: SecretBytes
    private let turnstile: Turnstile

    package init(pepper: SecretBytes, atOnce: Int = 2, line: Int = 16, patienceMilliseconds: Int = 5000) {
        precondition(
            pepper.count == PasswordHasher.pepperByteCount, "a pepper has 32 bytes, not \(pepper.count)")
        Sodium.start()
        self.pepper = pepper
        turnstile = Turnstile(places: atOnce, line: line, patienceMilliseconds: patienceMilliseconds)
    }

    /// The string to store; a different one each time, for the salt is new.
    package func hash(_ password: String) throws(PasswordFault) -> String {
        let peppered = pepperedBytes(of: password)
        guard let text = try pass({ argonString(of: peppered) }) else { throw .noMemory }
        return text
    }

    /// Whether the password is the one that was hashed.
    ///
    /// Pass nil when there is no such operator: it takes as long as a wrong password and says false, so the
    /// time tells nobody which logins exist.
    package func verify(_ password: String, against stored: String?) throws(PasswordFault) -> Bool {
        let peppered = pepperedBytes(of: password)
        guard let matches = try pass({ argonMatches(peppered, stored: stored ?? nobody) }) else {
            throw .noMemory
        }
        return matches && stored != nil
    }

    private func pass<Result>(_ work: () -> Result) throws(PasswordFault) -> Result {
        do {
            return try turnstile.pass(work)
        } catch {
            throw .busy
        }
    }

    private func pepperedBytes(of password: String) -> [UInt8] {
        HMACSHA256.code(for: Array(password.utf8), key: pepper)
    }
}

private let operations = UInt64(3)
private let memoryBytes = 64 << 20

/// A string of the usual shape and cost whose password nobody knows: its digest is all zero bytes.
private let nobody =
    "$argon2id$v=19$m=65536,t=3,p=1$ZnJvbnRkZXNrLW5vYm9keQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

/// nil when there is no memory for it, the only way left to fail.
private func argonString(of bytes: [UInt8]) -> String? {
    var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
    let status = crypto_pwhash_str_alg(
        &text, bytes.map(CChar.init(bitPattern:)), UInt64(bytes.count), operations, memoryBytes,
        crypto_pwhash_ALG_ARGON2ID13)
    guard status == 0 else { return nil }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// nil when there is no memory for it: libsodium answers -1 then as well, but only a mismatch leaves ENOMEM
/// unset.
private func argonMatches(_ bytes: [UInt8], stored: String) -> Bool? {
    let password = bytes.map(CChar.init(bitPattern:))
    errno = 0
    let status = crypto_pwhash_str_verify(stored, password, UInt64(password.count))
    return status != 0 && errno == ENOMEM ? nil : status == 0
}
