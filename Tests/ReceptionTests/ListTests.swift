import Application
import DeskFixture
import Domain
import HTTP
import Reception
import Testing
import Threads
import Wire

@Suite struct `A list sent to the console` {
    private let console: TestConsole
    private let browser: Browser
    private static let path = "/api/v1/lists/current"
    private static let titles = "Фамилия;Имя;Отчество;Дата рождения;СНИЛС;Полис\r\n"
    private static let line = "Новикова;Ольга;Сергеевна;12.03.1986;112-233-445 95;ДМС-1234\r\n"

    init() throws {
        console = try TestConsole()
        try console.desk.setUp()
        _ = try console.desk.add("senior", [.senior])
        browser = try Browser.signedIn(console, "senior")
    }

    private func begin(_ bytes: Int) throws -> Browser.Answer {
        try browser.put(Self.path, ["bytes": .integer(Int64(bytes))])
    }

    /// The list that is there now, or one that never was.
    private func current() throws -> String {
        try browser.get(Self.path)["id"].text ?? "0193aaaa-0000-7000-8000-000000000000"
    }

    private func piece(_ number: Int, _ bytes: [UInt8], of list: String? = nil) throws -> Browser.Answer {
        let query = [(name: "list", value: try list ?? current())]
        return try browser.send(.put, "\(Self.path)/pieces/\(number)", query: query, bytes: bytes)
    }

    private func importing(_ takesAlike: Bool = false, of list: String? = nil) throws -> Browser.Answer {
        let query = [(name: "list", value: try list ?? current())]
        return try browser.send(
            .put, "\(Self.path)/import", query: query, ["take_alike": .bool(takesAlike)])
    }

    private func cancel(_ list: String? = nil) throws -> Browser.Answer {
        try browser.send(.delete, Self.path, query: [(name: "list", value: try list ?? current())])
    }

    private func send(_ text: String) throws {
        let bytes = Array(text.utf8)
        #expect(try begin(bytes.count)["stage"] == "receiving")
        #expect(try piece(0, bytes).status == 204)
    }

    /// What the daemon's worker does, and how the list is then.
    private func work() throws -> Browser.Answer {
        console.console.workOnList(until: StopToken())
        return try browser.get(Self.path)
    }

    private func bringIn(_ takesAlike: Bool = false) throws -> Browser.Answer {
        let asked = try importing(takesAlike)
        #expect(asked.status == 200 && asked["stage"] == "taking")
        return try work()
    }

    private func errorsAnswer(_ errors: String?, of list: String? = nil) throws -> Browser.Answer {
        let query = [
            (name: "list", value: try list ?? current()), (name: "errors", value: errors ?? ""),
        ]
        return try browser.send(.get, "\(Self.path)/errors", query: query)
    }

    private func errors() throws -> String {
        let answer = try errorsAnswer(browser.get(Self.path)["errors_id"].text)
        #expect(answer.status == 200 && answer.headers["Content-Type"] == "text/csv; charset=utf-8")
        return String(decoding: answer.body.dropFirst(3), as: UTF8.self)
    }

    @Test func `is checked, brought in and told, line by line`() throws {
        try send(Self.titles + Self.line + "Иная;Зоя;;31.02.1990;112-233-445 00;\r\n" + Self.line)
        let before = try console.desk.lines(of: Table.register)
        let checked = try work()
        #expect(checked["stage"] == "checked" && checked["lines"] == 3 && checked["warnings"] == 1)
        #expect(checked["totals"]["registered"] == 1 && checked["totals"]["failed"] == 1)
        let remarks = checked["remarks"].elements ?? []
        #expect(remarks.map { $0["line"] } == [3, 4] && remarks.map { $0["taken"] } == [false, true])
        let text = try #require(remarks.first?["text"]?.text)
        #expect(text.contains("СНИЛС: ") && text.contains("должно быть 95"))
        #expect(
            try errors().hasPrefix(
                "Строка (Frontdesk);Причина (Frontdesk);Фамилия;Имя;Отчество;Дата рождения;СНИЛС;Полис\r\n"))
        #expect(try console.desk.lines(of: Table.register) == before)
        let taken = try bringIn()
        #expect(taken["stage"] == "taken" && taken["totals"]["registered"] == 1)
        #expect(taken["last_run"]["ending"] == "finished" && taken["last_run"]["lines"] == 3)
        #expect(try cancel().status == 204)
        #expect(try browser.get(Self.path)["stage"] == "none")
        try send(Self.titles + Self.line)
        #expect(try work()["totals"]["known"] == 1)
        #expect(console.reports.withLock { $0 } == [])
    }

    @Test func `that is alike is brought in when the clerk has looked`() throws {
        try send(Self.titles + Self.line)
        _ = try work()
        _ = try bringIn()
        try send(Self.titles + "Новиква;Ольга;Сергеевна;12.03.1986;;\r\n")
        #expect(try work()["totals"]["alike"] == 1)
        #expect(try bringIn(true)["totals"]["registered"] == 1)
    }

    @Test func `that is a workbook is answered with how to save it`() throws {
        let bytes: [UInt8] = [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 60)
        _ = try begin(bytes.count)
        #expect(try piece(0, bytes).status == 204)
        let answer = try work()
        #expect(answer["stage"] == "refused" && answer["problem"].text?.contains("CSV UTF-8") == true)
        #expect(try importing().code == "list_unchecked")
    }

    @Test func `has its pieces taken in order, and each once`() throws {
        let size = 512 * 1024
        let text = Array((Self.titles + String(repeating: Self.line, count: 7000)).utf8)
        #expect(text.count > size && text.count < 2 * size)
        #expect(try piece(0, []).code == "list_missing")
        _ = try begin(text.count)
        #expect(try piece(1, Array(text[size...])).code == "list_piece_wrong")
        #expect(try piece(0, [1, 2, 3]).code == "list_piece_wrong")
        #expect(try piece(0, Array(text[..<size])).status == 204)
        #expect(try piece(0, Array(text[..<size])).status == 204)
        #expect(try browser.get(Self.path)["received_bytes"].integer == Int64(size))
        #expect(try piece(1, Array(text[size...])).status == 204)
        #expect(try piece(1, Array(text[size...])).status == 204)
        #expect(try begin(5).code == "list_busy")
        let checked = try work()
        #expect(checked["lines"] == 7000 && checked["totals"]["known"] == 6999)
        #expect(checked["remarks"].elements?.count == 200)
    }

    @Test func `shows what is left before what is only odd`() throws {
        let wrong = Self.line.replacing("445 95", with: "445 00")
        try send(Self.titles + String(repeating: Self.line, count: 250) + wrong)
        let remarks = try work()["remarks"].elements ?? []
        #expect(remarks.count == 200 && remarks.last?["line"] == 252 && remarks.last?["taken"] == false)
    }

    @Test func `that is too large or empty is refused before it is sent`() throws {
        #expect(try begin(0).code == "list_empty")
        #expect(try begin(33 << 20).code == "list_too_long")
        try send(Self.titles)
        #expect(try work()["stage"] == "refused")
    }

    @Test func `can be stopped, and taken up again`() throws {
        try send(Self.titles + Self.line)
        _ = try work()
        _ = try importing()
        #expect(try cancel().status == 204)
        #expect(try work()["stage"] == "stopped")
        #expect(try bringIn()["stage"] == "taken")
    }

    @Test func `is not taken for the one that replaced it`() throws {
        try send(Self.titles + Self.line)
        _ = try work()
        let mine = try current()
        let other = Array((Self.titles + Self.line + Self.line).utf8)
        _ = try begin(other.count)
        #expect(try importing(of: mine).code == "list_replaced")
        #expect(try piece(0, other, of: mine).code == "list_replaced")
        #expect(try cancel(mine).code == "list_replaced")
        #expect(try piece(0, other).status == 204)
        #expect(try work()["lines"] == 2)
        #expect(try browser.send(.delete, Self.path).code == "query_wrong")
    }

    @Test func `whose check is stopped leaves nothing behind`() throws {
        try send(Self.titles + Self.line)
        #expect(try cancel().status == 204)
        let stopped = try work()
        #expect(stopped["stage"] == "none" && stopped["problem"] == .null && stopped["bytes"] == 0)
        #expect(stopped["received_bytes"] == 0 && stopped["id"] == .null)
    }

    @Test func `has its left lines taken from one walk alone`() throws {
        try send(Self.titles + Self.line)
        let checked = try #require(try work()["errors_id"].text)
        let mine = try current()
        #expect(try errorsAnswer(checked).status == 200)
        _ = try bringIn()
        #expect(try errorsAnswer(checked).code == "list_errors_replaced")
        #expect(try browser.get(Self.path)["errors_id"].text != checked)
        _ = try begin(5)
        #expect(try errorsAnswer(checked, of: mine).code == "list_replaced")
        #expect(try errorsAnswer(checked).code == "list_missing")
        #expect(try errorsAnswer(nil).code == "query_wrong")
    }

    @Test func `whose check is stopped behind its last line leaves nothing behind either`() throws {
        let shelf = WatchedShelf()
        let console = try TestConsole(lists: shelf)
        try console.desk.setUp()
        let other = try Self(console)
        try other.send(Self.titles + Self.line.replacing("445 95", with: "445 00"))
        let list = try other.current()
        shelf.whenAllIsWeighed {
            #expect(throws: Never.self) {
                let browser = try Browser.signedIn(console, "admin")
                let query = [(name: "list", value: list)]
                #expect(try browser.send(.delete, Self.path, query: query).status == 204)
            }
        }
        #expect(try other.work()["stage"] == "none")
        #expect(shelf.isAllWeighed)
    }

    @Test func `that the disk does not take says so and can be tried again`() throws {
        let troubled = Lock<TroubledStore?>(nil)
        let console = try TestConsole { inner in
            let store = TroubledStore(inner)
            troubled.withLock { $0 = store }
            return store
        }
        try console.desk.setUp()
        let other = try Self(console)
        try other.send(Self.titles + Self.line)
        _ = try other.work()
        troubled.withLock { $0?.refuseWriting(.full) }
        let failed = try other.bringIn()
        #expect(failed["stage"] == "failed" && failed["problem"].text?.isEmpty == false)
        troubled.withLock { $0?.refuseWriting(nil) }
        #expect(try other.bringIn()["stage"] == "taken")
    }

    private init(_ console: TestConsole) throws {
        self.console = console
        browser = try Browser.signedIn(console, "admin")
    }
}
