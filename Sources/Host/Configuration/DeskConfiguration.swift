package import Domain

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
    /// Whose page the code on a paper opens.
    package let codeHosts: CodeHosts

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
        codeHosts = DeskConfiguration.codeHosts(from: &reader)
    }

    private static func codeHosts(from reader: inout ConfigurationReader) -> CodeHosts {
        let unfit = ConfigurationReader.Unfit(
            "must be a name with a dot, such as lk.clinic.ru, of at most \(CodeHost.longest) letters:"
                + " a longer one makes the code on the paper larger")
        let current = reader.value("documents", "code_host", default: "lk.frontdesk.invalid") {
            text throws(ConfigurationReader.Unfit) in
            guard let host = CodeHost(text) else { throw unfit }
            return host
        }
        let former = reader.value("documents", "former_code_hosts", default: "") {
            text throws(ConfigurationReader.Unfit) in
            var hosts: [CodeHost] = []
            for part in text.split(separator: ",") {
                guard let host = CodeHost(String(trimmed(part))) else { throw unfit }
                hosts.append(host)
            }
            return hosts
        }
        return CodeHosts(current: current, former: former)
    }
}
