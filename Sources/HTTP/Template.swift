/// A page or a shell, cut at its `{{…}}`.
///
/// `{{> name}}` puts a shell there, `{{key.path}}` a text in the reader's language, HTML-escaped, and
/// `{{asset css/app.css}}` the address of a file. Scripts and styles stand in files of their own: the content
/// security policy refuses them inside a page.
struct Template: Sendable {
    enum Piece: Sendable, Equatable {
        case text(String)
        case shell(String)
        case asset(String)
        case key(String)
    }

    let file: String
    let pieces: [Piece]

    init(_ source: String, file: String) throws(SiteFault) {
        self.file = file
        var pieces: [Piece] = []
        var rest = source.utf8[...]
        while let open = Self.find(UInt8(ascii: "{"), in: rest) {
            pieces.append(.text(String(Substring(rest[..<open]))))
            let inside = rest[open...].dropFirst(2)
            guard let close = Self.find(UInt8(ascii: "}"), in: inside) else { throw .unclosed(file: file) }
            pieces.append(Self.piece(Self.trimmed(Substring(inside[..<close]))))
            rest = inside[close...].dropFirst(2)
        }
        pieces.append(.text(String(Substring(rest))))
        self.pieces = pieces.filter { $0 != .text("") }
    }

    /// What a splice needs to know of the world outside the template.
    struct Surroundings {
        let language: String
        let shells: [String: Template]
        /// The address of a file, or nil when there is none.
        let asset: (String) -> String?
        let text: (String) -> String?
    }

    func splice(_ around: Surroundings) throws(SiteFault) -> String {
        var out = ""
        try splice(around, within: [], into: &out)
        return out
    }

    private func splice(_ around: Surroundings, within: [String], into out: inout String) throws(SiteFault) {
        for piece in pieces {
            switch piece {
            case .text(let text): out += text
            case .shell(let name):
                guard let shell = around.shells[name] else { throw .unknownShell(name, file: file) }
                guard !within.contains(name) else { throw .endless(name, file: file) }
                try shell.splice(around, within: within + [name], into: &out)
            case .asset(let path):
                guard let address = around.asset(path) else { throw .unknownAsset(path, file: file) }
                out += address
            case .key(let key):
                guard let text = around.text(key) else {
                    throw .unknownKey(key, language: around.language, file: file)
                }
                out += Self.escaped(text)
            }
        }
    }

    /// Safe between tags and inside a quoted attribute.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: isSpecial) else { return text }
        var out = ""
        out.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    // Most texts have nothing to escape, and a start splices some hundred pages.
    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"):
            true
        default: false
        }
    }

    private static func piece(_ word: Substring) -> Piece {
        if word.hasPrefix(">") { return .shell(String(trimmed(word.dropFirst()))) }
        if word.hasPrefix("asset ") { return .asset(String(trimmed(word.dropFirst(6)))) }
        return .key(String(word))
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0.isWhitespace }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text
    }

    /// The first place where the byte stands twice.
    private static func find(_ byte: UInt8, in text: Substring.UTF8View) -> String.Index? {
        var at = text.startIndex
        while let first = text[at...].firstIndex(of: byte) {
            let second = text.index(after: first)
            if second < text.endIndex, text[second] == byte { return first }
            at = second
        }
        return nil
    }
}
