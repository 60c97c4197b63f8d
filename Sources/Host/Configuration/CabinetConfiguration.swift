/// What `frontdesk-cabinet`, the central program, can be told.
package struct CabinetConfiguration: Configuration {
    package static let usualPath = "/etc/frontdesk/frontdesk-cabinet.ini"

    package let http: HTTPConfiguration
    package let dataFolder: String
    /// Connections that read beside the one that writes.
    package let readers: Int
    package let wwwFolder: String
    package let logLevel: JournalLevel

    package init(from reader: inout ConfigurationReader) {
        http = HTTPConfiguration(from: &reader, usualPort: 8480)
        dataFolder = reader.folder("data", "directory", default: "/var/lib/frontdesk-cabinet")
        readers = reader.integer("data", "readers", default: 4, in: 1...32)
        wwwFolder = reader.folder("www", "directory", default: "/usr/share/frontdesk/www")
        logLevel = reader.choice("log", "level", default: .info)
    }
}
