import Application
import DeskFixture
import Documents
import Domain
import Glibc
import HTTP
import Lists
import Localization
import Persistence
import Reception
import Testing
import Threads
import Wire

/// The console over a desk with a real store, asked in process.
final class TestConsole: Sendable {
    static let code = "1234-5678-9012"

    let desk: TestDesk
    let console: Console
    let routes: [Route]
    let document: JSON
    private let router: Router
    /// Failures that the house was told of.
    let reports: Lock<[String]>

    /// Over the desk's own store, or what the test puts before it.
    init(
        lists: any ListShelf = MemoryShelf(), printers: [PrinterRole: any Printer] = [:],
        _ before: (DeskStore) -> any Store & AnswerOnce & Sendable = { $0 }
    ) throws {
        let desk = try TestDesk()
        let reports = Lock([String]())
        self.desk = desk
        self.reports = reports
        console = Console(
            store: before(desk.store), clock: desk.clock, identities: desk.identities, secrets: desk.secrets,
            catalogue: try Words.catalogue.get(),
            house: House(
                version: "1.2.3", language: .russian, sessionHours: 12, revision: { desk.commits },
                store: { .ok },
                disk: { .low }, digest: TestDesk.digest, codeHosts: desk.codeHosts, sealCheck: desk.seal,
                listShelf: lists, printers: printers, changed: {},
                draw: { try Words.press.get().draw($0) },
                setupCode: { (try? SetUpDesk.isNeeded(desk.store)) == false ? nil : TestConsole.code },
                report: { error, _ in reports.withLock { $0.append("\(error)") } }))
        routes = console.apiRoutes
        router = Router(routes + console.pageRoutes(try Words.site.get()), problem: console.problemWriter)
        document = try JSON(
            parsing: router(Request(method: .get, path: "/api/v1/openapi.json", id: "r")).body)
    }

    func answer(_ request: Request) -> Response { router(request) }
}

/// The texts and pages that are shipped, read once.
enum Words {
    static let www = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/www"

    static let press = Result { try PaperPress() }

    static let catalogue = Result { try Catalogue(documents()) }

    static let site = Result { try site(pages: "desk") { _ in ["clinic.zone": "Europe/Moscow"] } }

    static func site(pages: String, filled: @escaping (Language) -> [String: String]) throws -> Site {
        let catalogue = try Words.catalogue.get()
        return try Site(
            folder: www, pagesFolder: pages, languages: Language.allCases.map(\.rawValue),
            translate: { name, key in
                Language(rawValue: name).flatMap { filled($0)[key] ?? catalogue.find(key, $0) }
            },
            digest: { Hex.text(TestDesk.digest($0)) })
    }

    static func documents() throws -> [Language: JSON] {
        var documents: [Language: JSON] = [:]
        for language in Language.allCases {
            documents[language] = try JSON(parsing: bytes(of: "\(www)/i18n/\(language.rawValue).json"))
        }
        return documents
    }

    private static func bytes(of path: String) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY)
        try #require(descriptor >= 0, "\(path)")
        defer { close(descriptor) }
        var status = stat()
        fstat(descriptor, &status)
        return [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
            count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
        }
    }
}
