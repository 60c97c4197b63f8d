/// Why a password could be neither hashed nor checked: the world's fault, not the operator's, so no try is
/// counted.
package enum PasswordFault: Error {
    /// Too many are being checked; the answer is "try again in a moment".
    case busy
    /// 64 MiB could not be had.
    case noMemory
}
