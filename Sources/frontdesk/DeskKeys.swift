internal import Assembly
internal import Crypto
internal import Domain
internal import Host

/// The desk's keys, each in a file of its own beside the database.
///
/// They are minted with the desk and never after it: a database that has come back without its keys is not
/// given new ones, for every password would be wrong and every paper a stranger's.
struct DeskKeys {
    let pepper: SecretBytes
    let request: SigningKey
    let document: SigningKey

    init(_ folder: DataFolder, of desk: Desk?) throws {
        let key = { (name: String, bytes: Int) throws -> SecretBytes in
            let file = KeyFile(path: folder.key(name), byteCount: bytes)
            return desk == nil ? try file.readOrCreate() : try file.read()
        }
        pepper = try key("pepper", PasswordHasher.pepperByteCount)
        request = SigningKey(seed: try key("request", SigningKey.seedByteCount))
        document = SigningKey(seed: try key("document", SigningKey.seedByteCount))
        guard let desk, desk.requestKey != request.publicKey || desk.documentKey != document.publicKey else {
            return
        }
        throw CommandFault(
            "the keys in \(folder.path)/keys belong to another desk than the database beside them;"
                + " restore both from the same copy", exit: .badData)
    }
}
