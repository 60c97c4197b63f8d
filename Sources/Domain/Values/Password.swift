/// An operator's password as typed. Never shown, not even by a debugger's print.
package struct Password: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package let text: String

    package static let lengths = 10...128

    /// A password is taken as it is: spaces at the ends belong to it.
    package static func read(_ typed: String, field: String, login: String? = nil) -> FieldReading<Password> {
        if typed.isEmpty { return .empty }
        let length = typed.unicodeScalars.count
        guard length >= lengths.lowerBound else {
            return .bad(FieldProblem(field, .passwordShort, ["least": "\(lengths.lowerBound)"]))
        }
        guard length <= lengths.upperBound else {
            return .bad(FieldProblem(field, .passwordLong, ["most": "\(lengths.upperBound)"]))
        }
        // What a keyboard cannot type today it cannot type tomorrow: pasted control characters lock their
        // owner out.
        guard !typed.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            return .bad(FieldProblem(field, .passwordControl))
        }
        if let login, !login.isEmpty, isLogin(typed, login) {
            return .bad(FieldProblem(field, .passwordIsLogin))
        }
        guard !CommonPasswords.contains(typed) else { return .bad(FieldProblem(field, .passwordCommon)) }
        let hasCyrillic = typed.unicodeScalars.contains(where: Alphabet.isCyrillic)
        return .good(
            Password(text: typed), warnings: hasCyrillic ? [FieldProblem(field, .passwordLayout)] : [])
    }

    /// The login itself, or with digits and signs around it.
    private static func isLogin(_ typed: String, _ login: String) -> Bool {
        let letters = { (text: String) in text.lowercased().filter(\.isLetter) }
        return typed.lowercased() == login.lowercased()
            || (!letters(login).isEmpty && letters(typed) == letters(login))
    }

    package var description: String { "Password" }
    package var debugDescription: String { "Password" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
