internal import Application
internal import Domain
internal import SQL

/// The one row of what the admin has set.
struct SettingsRows: SettingsBook {
    let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func current() throws -> Settings? {
        try connection.first(select, []) { row in
            Settings(
                version: row.integer(0), clinic: row.text(1), bannerRussian: row.optionalText(2),
                bannerEnglish: row.optionalText(3), lockAfterSeconds: row.integer(4))
        }
    }

    func put(_ settings: Settings) throws {
        try connection.run(
            upsert,
            [
                .integer(settings.version), .text(settings.clinic), Value(settings.bannerRussian),
                Value(settings.bannerEnglish), .integer(settings.lockAfterSeconds),
            ])
    }
}

private let select = Query(
    "SELECT version, clinic, banner_ru, banner_en, lock_after_seconds FROM setting WHERE id = 1")

private let upsert = Query(
    """
    INSERT INTO setting (id, version, clinic, banner_ru, banner_en, lock_after_seconds) VALUES (1, $1, $2,
        $3, $4, $5)
    ON CONFLICT (id) DO UPDATE SET
        version = excluded.version,
        clinic = excluded.clinic,
        banner_ru = excluded.banner_ru,
        banner_en = excluded.banner_en,
        lock_after_seconds = excluded.lock_after_seconds
    """)
