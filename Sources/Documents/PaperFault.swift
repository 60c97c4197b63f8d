/// Why a paper could not be drawn.
package enum PaperFault: Error, Hashable, Sendable, CustomStringConvertible {
    case fontMissing
    case logoUnreadable(path: String, why: String)
    /// What should become a code is too long, or has letters that no such code has.
    case codeUnfit
    /// Others are being drawn, and it took too long until this one's turn.
    case tooBusy
    /// What the library said.
    case notDrawn(String)

    /// What problem documents call it.
    package var code: String {
        switch self {
        case .fontMissing: "paper_font_missing"
        case .tooBusy: "paper_too_busy"
        case .logoUnreadable, .codeUnfit, .notDrawn: "paper_not_drawn"
        }
    }

    package static let codes = ["paper_font_missing", "paper_too_busy", "paper_not_drawn"]

    package var description: String {
        switch self {
        case .fontMissing:
            "the font \(PaperFont.family) is not on this machine; install the package \(PaperFont.package)"
        case .logoUnreadable(let path, let why): "the logo \(path) cannot be used: \(why)"
        case .codeUnfit: "the text for a code is too long or has letters that no such code has"
        case .tooBusy: "the paper waited too long for its turn"
        case .notDrawn(let words): "a paper could not be drawn: \(words)"
        }
    }
}
