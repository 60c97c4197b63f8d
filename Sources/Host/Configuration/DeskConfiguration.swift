/// What `frontdesk`, the program of the reception desk, can be told.
package struct DeskConfiguration: Configuration {
    package enum Language: String, CaseIterable, Sendable { case ru, en }

    package static let usualPath = "/etc/frontdesk/frontdesk.ini"

    /// The clinic's zone, by its name in the time zone database.
    package let timeZone: String
    /// The language of pages for a browser that asks for none of ours.
    package let language: Language
    package let http: HTTPConfiguration
    package let dataFolder: String
    /// Connections that read beside the one that writes.
    package let readers: Int
    package let wwwFolder: String
    /// After this many hours one signs in again, however busy the day.
    package let sessionHours: Int
    package let logLevel: JournalLevel
    /// A PNG file for the head of the clinic's papers.
    package let logo: String?

    package init(from reader: inout ConfigurationReader) {
        timeZone = reader.value("desk", "time_zone", default: "Europe/Moscow") { $0 }
        if !TimeZoneDatabase.has(timeZone) {
            // The C library would take UTC for a name that it does not know, and say nothing.
            let text = "“\(timeZone)” is not in this machine's time zone database (package tzdata);"
            reader.complain(
                "desk", "time_zone", text + " a name looks like Europe/Moscow or Asia/Yekaterinburg")
        }
        language = reader.choice("desk", "language", default: .ru)
        http = HTTPConfiguration(from: &reader, usualPort: 8470)
        dataFolder = reader.folder("data", "directory", default: "/var/lib/frontdesk")
        readers = reader.integer("data", "readers", default: 4, in: 1...32)
        wwwFolder = reader.folder("www", "directory", default: "/usr/share/frontdesk/www")
        sessionHours = reader.integer("session", "hours", default: 12, in: 1...24)
        logLevel = reader.choice("log", "level", default: .info)
        let picture = reader.value("papers", "logo", default: "") { $0 }
        logo = picture.isEmpty ? nil : picture
        if let logo, !logo.hasPrefix("/") {
            reader.complain("papers", "logo", "must be a whole path that begins with /, or empty for none")
        }
    }
}
