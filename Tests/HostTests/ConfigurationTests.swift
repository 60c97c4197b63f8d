import Domain
import Testing

@testable import Host

@Suite struct `The desk's configuration` {
    @Test func `without a file is the defaults`() throws {
        let desk = try DeskConfiguration.read(path: "/nonexistent/frontdesk.ini", mayBeMissing: true)
        #expect(desk.timeZone == "Europe/Moscow")
        #expect(desk.language == .ru)
        #expect(desk.http.listen.map(\.description) == ["127.0.0.1:8470", "[::1]:8470"])
        #expect(desk.http.hosts == ["localhost:8470", "127.0.0.1:8470", "[::1]:8470"])
        #expect(desk.http.maximumConnections == 512)
        #expect(desk.dataFolder == "/var/lib/frontdesk")
        #expect(desk.sessionHours == 12)
        #expect(desk.printers == [:])
        #expect(desk.logLevel == .info)
    }

    @Test func `that was named must be there`() {
        let fault = #expect(throws: ConfigurationFault.self) {
            try DeskConfiguration.read(path: "/nonexistent/frontdesk.ini", mayBeMissing: false)
        }
        #expect(fault?.description == "/nonexistent/frontdesk.ini: there is no such file")
    }

    @Test func `is the same from the sample, which shows every key`() throws {
        try expectSample("frontdesk.ini.sample", is: DeskConfiguration.self)
    }

    @Test func `of the cabinet is the same from its sample, which shows every key`() throws {
        try expectSample("frontdesk-cabinet.ini.sample", is: CabinetConfiguration.self)
        #expect(try CabinetConfiguration.parse([], file: "").http.listen.map(\.port) == [8480, 8480])
    }

    @Test func `takes the hosts from the port when only that is moved`() throws {
        let desk = try desk("[http]\nlisten = 127.0.0.1:9000")
        #expect(desk.http.hosts == ["localhost:9000", "127.0.0.1:9000", "[::1]:9000"])
    }

    @Test func `takes what it is given`() throws {
        let desk = try desk(
            """
            [desk]
            time_zone = Asia/Yekaterinburg
            language = en
            [http]
            hosts = Desk.Local:8470
            [data]
            directory = /srv//desk/
            readers = 2
            [session]
            hours = 8
            [print]
            documents = ipp://localhost/printers/reception
            tickets = tcp://192.168.1.7
            [log]
            level = warning
            """)
        #expect(desk.timeZone == "Asia/Yekaterinburg")
        #expect(desk.language == .en)
        #expect(desk.http.hosts == ["desk.local:8470"])
        #expect(desk.dataFolder == "/srv/desk")
        #expect(desk.readers == 2)
        #expect(desk.sessionHours == 8)
        #expect(
            desk.printers == [
                .documents: .ipp(uri: "ipp://localhost/printers/reception"),
                .tickets: .socket(host: "192.168.1.7", port: 9100),
            ])
        #expect(desk.logLevel == .warning)
    }

    static let wrong: [(text: String, problem: String)] = [
        ("[print]\ndocuments = lp", "f.ini:2: print.documents: “lp” must begin with ipp://"),
        ("[print]\ndocuments = tcp://a:9100", "f.ini:2: print.documents: “tcp://a:9100” takes bytes as they"),
        ("[print]\ntickets = ipp://a/b", "f.ini:2: print.tickets: “ipp://a/b” prints pages"),
        (
            "[http]\nlisten = 0.0.0.0:8470",
            "f.ini:2: http.listen: “0.0.0.0:8470” is not this machine's loopback"
        ),
        ("[http]\nlisten = [::]:8470", "f.ini:2: http.listen: “[::]:8470” is not this machine's loopback"),
        (
            "[http]\nlisten = 192.168.1.5:80",
            "f.ini:2: http.listen: “192.168.1.5:80” is not this machine's loop"
        ),
        (
            "[http]\nlisten = localhost:8470",
            "f.ini:2: http.listen: “localhost:8470” must be an address in figures"
        ),
        ("[http]\nlisten = 127.0.0.1", "f.ini:2: http.listen: “127.0.0.1” must be an address and a port"),
        ("[http]\nlisten = 127.0.0.1:0", "f.ini:2: http.listen: “127.0.0.1:0” must be an address and a port"),
        (
            "[http]\nlisten = 127.0.0.1:70000",
            "f.ini:2: http.listen: “127.0.0.1:70000” must be an address and"
        ),
        ("[http]\nlisten = ::1:8470", "f.ini:2: http.listen: “::1:8470” must be an address in figures"),
        ("[http]\nlisten =", "f.ini:2: http.listen: must be one or more values with commas between them"),
        (
            "[http]\nlisten = 127.0.0.1:1, 127.0.0.1:1",
            "f.ini:2: http.listen: “127.0.0.1:1, 127.0.0.1:1” names"
        ),
        (
            "[http]\nhosts = desk",
            "f.ini:2: http.hosts: “desk” must be a host and a port, like localhost:8470"
        ),
        (
            "[http]\nhosts = http://desk:8470",
            "f.ini:2: http.hosts: “http://desk:8470” must be a host and a port"
        ),
        (
            "[http]\nhosts = desk:80",
            "f.ini:2: http.hosts: “desk:80” names a port that http.listen does not serve"
        ),
        (
            "[http]\nmax_connections = many",
            "f.ini:2: http.max_connections: “many” must be a whole number from 16"
        ),
        ("[http]\nlisten_on = 1", "f.ini:2: http.listen_on: there is no such key; did you mean “listen”?"),
        (
            "[http]\nqqqqqqq = 1",
            "f.ini:2: http.qqqqqqq: there is no such key; known are: listen, hosts, max_conn"
        ),
        (
            "[http]\ntime_zone = x",
            "f.ini:2: http.time_zone: there is no such key; it belongs into section [desk]"
        ),
        ("[htp]\nlisten = x", "f.ini:1: there is no section [htp]; did you mean “http”?"),
        (
            "[archive]",
            "f.ini:1: there is no section [archive]; known are:"
                + " data, desk, http, log, papers, print, session, www"
        ),
        (
            "[desk]\ntime_zone = Moscow",
            "f.ini:2: desk.time_zone: “Moscow” is not in this machine's time zone"
        ),
        (
            "[desk]\ntime_zone = ../../etc/passwd",
            "f.ini:2: desk.time_zone: “../../etc/passwd” is not in this"
        ),
        ("[desk]\ntime_zone =", "f.ini:2: desk.time_zone: “” is not in this machine's time zone"),
        ("[desk]\nlanguage = de", "f.ini:2: desk.language: “de” must be one of: ru, en"),
        ("[data]\ndirectory = data", "f.ini:2: data.directory: “data” must be the full path of a folder"),
        (
            "[data]\ndirectory = /var/../etc",
            "f.ini:2: data.directory: “/var/../etc” must be the full path of a"
        ),
        ("[data]\nreaders = 0", "f.ini:2: data.readers: “0” must be a whole number from 1 to 32"),
        (
            "[session]\nhours = 0",
            "f.ini:2: session.hours: “0” must be a whole number from 1 to 24"
        ),
        (
            "[session]\nhours = 25",
            "f.ini:2: session.hours: “25” must be a whole number from 1 to 24"
        ),
        (
            "[log]\nlevel = loud",
            "f.ini:2: log.level: “loud” must be one of: error, warning, notice, info, debug"
        ),
        (
            "[papers]\nlogo = logo.png",
            "f.ini:2: papers.logo: must be a whole path that begins with /, or empty for none"
        ),
    ]

    @Test(arguments: wrong) func `says where it is wrong and how`(text: String, problem: String) {
        let fault = #expect(throws: ConfigurationFault.self) { try desk(text) }
        #expect(fault?.problems.count == 1, "\(fault?.description ?? "nothing")")
        #expect(fault?.description.hasPrefix(problem) == true, "\(fault?.description ?? "nothing")")
    }

    @Test func `says everything that is wrong at once, by line`() {
        let fault = #expect(throws: ConfigurationFault.self) {
            try desk("[http]\nlisten = 1\nlistne = 2\n[session]\nhours = x\n[nowhere]\nsense")
        }
        #expect(fault?.problems.map(\.line) == [2, 3, 5, 6, 7])
        #expect(fault?.problems.map(\.key) == ["http.listen", "http.listne", "session.hours", "", ""])
    }

    private func desk(_ text: String) throws -> DeskConfiguration {
        try DeskConfiguration.parse(Array(text.utf8), file: "f.ini")
    }

    private func expectSample<Sample: Configuration>(_ name: String, is type: Sample.Type) throws {
        let bytes = try TextFile.read(packagingFolder() + name, limit: 1 << 16)
        let file = INIFile(bytes, name: name)
        let shown = file.entries.map { ConfigurationReader.Key(section: $0.section, name: $0.key) }
        #expect(shown == Sample.knownKeys)
        #expect(try Sample.parse(bytes, file: name) == Sample.parse([], file: name))
        let lines = String(decoding: bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        for entry in file.entries {
            #expect(lines[entry.line - 2].hasPrefix("# "), "\(entry.section).\(entry.key) is not explained")
        }
    }

    private func packagingFolder(_ here: String = #filePath) -> String {
        here.split(separator: "/").dropLast(3).map { "/\($0)" }.joined() + "/packaging/"
    }
}
