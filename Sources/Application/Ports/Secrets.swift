/// What only cryptography can do: guess-proof names and slow hashes of words that people remember.
package protocol Secrets: Sendable {
    /// A secret for a cookie: at least 128 random bits as text.
    func token() -> String
    /// What is stored instead of the token.
    func digest(of token: String) -> String
    /// Whether two secrets are the same, in a time that does not tell how much of them is.
    func same(_ one: String, _ other: String) -> Bool
    /// A short word for a person to type once, without look-alike characters.
    func spokenCode() -> String

    /// Slow on purpose. Refuses with `tooBusy` when too many wait.
    func hash(_ word: String) throws -> String
    /// Takes the same time whether or not there is a hash to compare with.
    func verify(_ word: String, against hash: String?) throws -> Bool
}
