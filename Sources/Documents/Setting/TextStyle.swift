/// How a piece of text looks. Two faces and few sizes; every leading is a multiple of half a grid line of
/// 7 points, so that columns beside each other stand on the same lines.
struct TextStyle: Hashable, Sendable {
    let points: Double
    let leading: Double
    var isBold = false
    var ink = Ink.text

    static let title = TextStyle(points: 20, leading: 24.5, isBold: true)
    static let heading = TextStyle(points: 13, leading: 17.5, isBold: true)
    static let body = TextStyle(points: 11, leading: 14)
    static let strong = TextStyle(points: 11, leading: 14, isBold: true)
    static let cell = TextStyle(points: 10, leading: 14)
    static let columnTitle = TextStyle(points: 9, leading: 10.5, ink: .muted)
    static let label = TextStyle(points: 9, leading: 14, ink: .muted)
    static let small = TextStyle(points: 9, leading: 10.5, ink: .muted)
    static let clinic = TextStyle(points: 13, leading: 17.5, isBold: true)
    static let code = TextStyle(points: 16, leading: 21, isBold: true)
    static let draft = TextStyle(points: 96, leading: 112, isBold: true, ink: .faint)

    static let all: [TextStyle] = [
        .title, .heading, .body, .strong, .cell, .columnTitle, .label, .small, .clinic, .code,
    ]
}

/// How dark something is; papers are printed in black.
enum Ink: Double, Sendable {
    case text = 0
    /// Still 7 to 1 against white.
    case muted = 0.33
    case line = 0.55
    case hair = 0.8
    case faint = 0.91
}
