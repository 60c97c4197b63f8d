/// Why the pages cannot be served. Found at start, never while somebody waits.
package enum SiteFault: Error, Equatable, CustomStringConvertible {
    case unreadable(String)
    case notText(file: String)
    case unknownKey(String, language: String, file: String)
    case unknownShell(String, file: String)
    case unknownAsset(String, file: String)
    case unclosed(file: String)
    /// A shell that includes itself, straight or around a corner.
    case endless(String, file: String)
    /// An ending that the table of types does not have.
    case unknownType(file: String)

    package var description: String {
        switch self {
        case .unreadable(let path): "\(path): cannot be read"
        case .notText(let file): "\(file): is not UTF-8"
        case .unknownKey(let key, let language, let file): "\(file): no text for {{\(key)}} in \(language)"
        case .unknownShell(let name, let file): "\(file): there is no shell {{> \(name)}}"
        case .unknownAsset(let path, let file): "\(file): there is no file {{asset \(path)}}"
        case .unclosed(let file): "\(file): a {{ without its }}"
        case .endless(let name, let file): "\(file): shell \(name) includes itself"
        case .unknownType(let file): "\(file): files with this ending are not served"
        }
    }
}
