internal import Application
internal import Domain
internal import Wire

/// The desk's settings beside its identity.
enum SettingsBody {
    static let schema = Schema.named(
        "Settings",
        .object([
            .init("version", .count), .init("clinic", .text(max: 200)),
            .init("banner_ru", .text(max: 500).orNull),
            .init("banner_en", .text(max: 500).orNull), .init("lock_after_seconds", .count),
            .init("prefix", .text(max: 6).orNull), .init("desk_id", .id), .init("key_id", .text(max: 6)),
            .init("lineage", .count),
        ]))

    static func json(_ settings: Settings, _ desk: Desk, digest: ([UInt8]) -> [UInt8]) -> JSON {
        [
            "version": .integer(settings.version),
            "clinic": .string(settings.clinic),
            "banner_ru": JSON(settings.bannerRussian),
            "banner_en": JSON(settings.bannerEnglish),
            "lock_after_seconds": .integer(settings.lockAfterSeconds),
            "prefix": JSON(desk.prefix),
            "desk_id": .string(desk.id.text),
            // protocol.md, "The QR on paper", 1: a key is named by the first three bytes of its digest.
            "key_id": .string(Hex.text(digest(desk.documentKey).prefix(3))),
            "lineage": .integer(desk.lineage),
        ]
    }
}
