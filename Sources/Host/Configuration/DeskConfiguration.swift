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
    /// A printer for each role that has one.
    package let printers: [PrinterRole: PrinterAddress]
    package let logLevel: JournalLevel
    /// A PNG file for the head of the clinic's papers.
    package let logo: String?
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
        printers = DeskConfiguration.printers(&reader)
        logLevel = reader.choice("log", "level", default: .info)
        let picture = reader.value("papers", "logo", default: "") { $0 }
        logo = picture.isEmpty ? nil : picture
        if let logo, !logo.hasPrefix("/") {
            reader.complain("papers", "logo", "must be a whole path that begins with /, or empty for none")
        }
        codeHosts = DeskConfiguration.codeHosts(from: &reader)
    }

    private static func printers(_ reader: inout ConfigurationReader) -> [PrinterRole: PrinterAddress] {
        var printers: [PrinterRole: PrinterAddress] = [:]
        for role in PrinterRole.allCases {
            printers[role] = reader.value("print", role.rawValue, default: "") {
                text throws(ConfigurationReader.Unfit) in try address(text, of: role)
            }
        }
        return printers
    }

    /// No address means no printer.
    private static func address(
        _ text: String, of role: PrinterRole
    ) throws(ConfigurationReader.Unfit) -> PrinterAddress? {
        if text.isEmpty { return nil }
        let address: PrinterAddress
        do {
            address = try PrinterAddress(text)
        } catch {
            throw .init(error.description)
        }
        switch (role, address) {
        case (.documents, .ipp), (.tickets, .socket), (.tickets, .device): return address
        case (.documents, _):
            throw .init("takes bytes as they are and cannot print a page; a printer of documents speaks IPP")
        case (.tickets, _):
            throw .init(
                "prints pages; a printer of tickets is at tcp://…:9100 or at a device like /dev/usb/lp0")
        }
    }

    private static func codeHosts(from reader: inout ConfigurationReader) -> CodeHosts {
        let unfit = ConfigurationReader.Unfit(
            "must be a name with a dot, such as lk.clinic.ru, of at most \(CodeHost.longest) letters:"
                + " a longer one makes the code on the paper larger")
        let current = reader.value("papers", "code_host", default: "lk.frontdesk.invalid") {
            text throws(ConfigurationReader.Unfit) in
            guard let host = CodeHost(text) else { throw unfit }
            return host
        }
        let former = reader.value("papers", "former_code_hosts", default: "") {
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
