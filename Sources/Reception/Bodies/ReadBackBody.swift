internal import Domain
internal import Wire

/// When a person found the card right, and whether it has changed since.
enum ReadBackBody {
    static let how = Schema.words(ReadBack.How.allCases.map(\.rawValue))

    static let schema = Schema.named(
        "ReadBack",
        .object([
            .init("card_version", .count), .init("how", how), .init("at", .instant),
            .init("outdated", .bool),
        ]))

    static func json(_ read: ReadBack, cardVersion: Int64) -> JSON {
        [
            "card_version": .integer(read.cardVersion),
            "how": .string(read.how.rawValue),
            "at": .integer(read.at.milliseconds),
            "outdated": .bool(read.cardVersion != cardVersion),
        ]
    }
}
