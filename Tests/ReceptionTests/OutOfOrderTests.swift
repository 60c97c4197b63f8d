import Application
import Domain
import HTTP
import Localization
import Reception
import Testing
import Wire

@Suite struct `A desk whose store cannot be opened` {
    private static let kinds: [Fault.Kind] = [.full, .readOnly, .corrupt, .failed]

    private func ask(
        _ kind: Fault.Kind, _ method: HTTP.Method, _ path: String, _ headers: Headers = Headers()
    ) throws -> Response {
        let catalogue = try Words.catalogue.get()
        let site = try Words.site(pages: "outage") { OutOfOrder.words(kind, catalogue, $0) }
        let desk = OutOfOrder(kind: kind, catalogue: catalogue, usualLanguage: .russian, site: site)
        let router = Router(desk.routes, problem: desk.problemWriter)
        return router(Request(method: method, path: path, headers: headers, id: "r"))
    }

    @Test(arguments: kinds)
    func `says so at every address of a page, in the reader's language`(kind: Fault.Kind) throws {
        let catalogue = try Words.catalogue.get()
        for path in ["/", "/desk", "/sign-in", "/patients", "/nowhere", "/out-of-order", "/a/b"] {
            for (code, language) in [("ru", Language.russian), ("en", .english)] {
                let answer = try ask(kind, .get, path, ["Accept-Language": code, "If-None-Match": "*"])
                // A page escapes the apostrophes of its texts.
                let page = String(decoding: answer.body, as: UTF8.self).replacing("&#39;", with: "'")
                #expect(answer.status == 503 && answer.headers["Content-Language"] == code, "\(path)")
                #expect(answer.headers["Cache-Control"] == "no-store" && !answer.headers.has("ETag"))
                for part in ["what", "do"] {
                    let text = catalogue.text("outoforder.\(kind.rawValue).\(part)", language)
                    #expect(page.contains(text), "\(path) \(code) \(part)")
                }
            }
        }
    }

    @Test(arguments: kinds, [HTTP.Method.get, .post, .put, .delete])
    func `answers every call with the problem of its kind`(kind: Fault.Kind, method: HTTP.Method) throws {
        for path in ["/api/v1/session", "/api/v1/openapi.json", "/api/nowhere"] {
            let answer = try ask(kind, method, path)
            #expect(answer.status == (kind == .full ? 507 : 503), "\(path)")
            #expect(answer.headers["Content-Type"] == "application/problem+json")
            #expect(answer.headers["Retry-After"] == "5")
            #expect(try JSON(parsing: answer.body)["code"]?.text == "store_\(kind.rawValue)")
        }
    }

    @Test func `still serves what its page is made of, and takes no form`() throws {
        let page = String(decoding: try ask(.corrupt, .get, "/").body, as: UTF8.self)
        let addresses = page.split(separator: "\"").filter { $0.hasPrefix("/assets/") }
        #expect(addresses.count >= 4)
        for address in addresses {
            #expect(try ask(.corrupt, .get, String(address)).status == 200, "\(address)")
        }
        #expect(try ask(.corrupt, .get, "/assets/0000/css/app.css").status == 404)
        #expect(try ask(.corrupt, .post, "/desk").status == 405)
    }
}
