/// Everything that a journal line may carry besides its fixed words.
///
/// Personal data cannot get in by carelessness: the list of fields is closed, messages are literals, and a
/// field of text is written only when it has the shape of a code or an id. A name in Cyrillic, an address
/// with @, a phone, a СНИЛС, a birth date or a PIN does not have that shape, and comes out as `withheld`.
package enum JournalField: Equatable, Sendable {
    /// The id that the reader's problem page shows too.
    case request(String)
    /// The pattern of a route, never the path that was asked for.
    case route(String)
    case method(String)
    case status(Int)
    case microseconds(Int64)
    case bytes(Int64)
    case count(Int64)
    /// The id of an operator, not the name.
    case operatorID(String)
    case sequence(Int64)
    case revision(Int64)
    /// The code of a refusal or a fault.
    case code(String)
    /// The type of something: of an error, an event, a worker.
    case kind(String)
    /// A fault's own words: the engine's code, a constraint's name, a statement without its values.
    case detail(String)
    case errno(Int32)
    case port(UInt16)
    case version(String)

    /// The name in a logfmt line; in the journal the same in capitals.
    package var name: String {
        switch self {
        case .request: "request_id"
        case .route: "route"
        case .method: "method"
        case .status: "status"
        case .microseconds: "microseconds"
        case .bytes: "bytes"
        case .count: "count"
        case .operatorID: "operator_id"
        case .sequence: "sequence"
        case .revision: "revision"
        case .code: "code"
        case .kind: "kind"
        case .detail: "detail"
        case .errno: "errno"
        case .port: "port"
        case .version: "version"
        }
    }

    package var text: String {
        switch self {
        case .request(let text), .operatorID(let text), .code(let text), .kind(let text), .method(let text),
            .version(let text):
            isCode(text) ? text : withheld
        case .route(let pattern):
            isPattern(pattern) ? pattern : withheld
        case .detail(let words):
            isDetail(words) ? "\"" + words.filter { $0 != "\"" && !$0.isNewline } + "\"" : withheld
        case .status(let number): String(number)
        case .microseconds(let number), .bytes(let number), .count(let number), .sequence(let number),
            .revision(let number):
            String(number)
        case .errno(let number): String(number)
        case .port(let number): String(number)
        }
    }
}

private let withheld = "withheld"

/// Letters a-z, figures and `-_.:`, at most 64; and with at least one letter when there are five figures or
/// more, for figures alone are phones, dates and PINs. (An id of figures only is minted once in ten million
/// times or less.)
private func isCode(_ text: String) -> Bool {
    var letters = 0
    var figures = 0
    for byte in text.utf8 {
        switch byte {
        case 65...90, 97...122: letters += 1
        case 48...57: figures += 1
        case 45, 46, 58, 95: continue
        default: return false
        }
    }
    return !text.isEmpty && text.utf8.count <= 64 && (letters > 0 || figures < 5)
}

/// Plain ASCII without runs of five figures and without @: what our statements and the engine's sentences are
/// made of, and what names, phones, dates of birth without dots, numbers of papers and addresses are not.
private func isDetail(_ words: String) -> Bool {
    var run = 0
    for byte in words.utf8 {
        guard byte < 0x7F, byte >= 0x20 || byte == 0x0A, byte != UInt8(ascii: "@") else { return false }
        run = (48...57).contains(byte) ? run + 1 : 0
        if run >= 5 { return false }
    }
    return words.utf8.count <= 1000
}

/// A pattern as routes are written: `/api/v1/patients/{id}`. A path that was asked for has figures in it; a
/// pattern has those of a version only.
private func isPattern(_ text: String) -> Bool {
    let figures = text.utf8.count { (48...57).contains($0) }
    let allowed = text.utf8.allSatisfy { byte in
        (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte)
            || [45, 46, 47, 95, 123, 125].contains(byte)
    }
    return text.hasPrefix("/") && allowed && figures <= 2 && text.utf8.count <= 128
}
