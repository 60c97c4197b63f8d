import Glibc
import HTTP
import Testing

@Suite struct `The site` {
    @Test func `splices shells, texts and addresses into a page, once per language`() throws {
        let folder = try Folder(Folder.whole)
        let site = try folder.site()
        #expect(site.pageNames == ["help", "sign-in"])
        let page = try #require(site.page("sign-in", language: "ru", Given.request()))
        #expect(
            page.text == """
                <html lang="ru"><link href="\(site.assetPrefix)css/app.css"><b>\
                Вход &lt;&amp;&#39;&quot;&gt;</b>
                <i>sign-in</i>{ x } }</html>

                """)
        #expect(page.headers["Content-Type"] == "text/html; charset=utf-8")
        #expect(page.headers["Cache-Control"] == "no-cache")
        #expect(site.page("sign-in", language: "en", Given.request())?.text.contains("Sign in") == true)
        #expect(site.page("sign-in", language: "de", Given.request()) == nil)
        #expect(site.page("../sign-in", language: "ru", Given.request()) == nil)
    }

    @Test func `answers 304 to a reader who has the page`() throws {
        let site = try Folder(Folder.whole).site()
        let tag = try #require(site.page("help", language: "ru", Given.request())?.headers["ETag"])
        #expect(tag.hasPrefix("\"") && tag.hasSuffix("\""))
        for known in [tag, "W/" + tag, "\"other\", " + tag, "*"] {
            let request = Given.request(headers: ["If-None-Match": known])
            let answer = site.page("help", language: "ru", request)
            #expect(answer?.status == 304)
            #expect(answer?.headers["ETag"] == tag)
        }
        for other in ["\"other\"", "", tag + "x", "W/\"other\""] {
            let request = Given.request(headers: ["If-None-Match": other])
            #expect(site.page("help", language: "ru", request)?.status == 200)
        }
    }

    @Test func `serves files for ever under the hash of them all`() throws {
        let site = try Folder(Folder.whole).site()
        let router = Router(
            [site.assetRoute(Given.operation, problem: Given.problem)], problem: Given.problem)
        let address = try #require(site.assetAddress("js/elements/badge.js"))
        let answer = router(Given.request(.get, address))
        #expect(answer.text == "export {}\n")
        #expect(answer.headers["Content-Type"] == "text/javascript; charset=utf-8")
        #expect(answer.headers["Cache-Control"] == "public, max-age=31536000, immutable")
        let tag = try #require(answer.headers["ETag"])
        #expect(router(Given.request(.get, address, headers: ["If-None-Match": tag])).status == 304)
        for path in [
            "/assets/0000/js/elements/badge.js", address + "x", site.assetPrefix,
            site.assetPrefix + "css/../css/app.css",
            site.assetPrefix + "../shells/head.html", site.assetPrefix + "shells/head.html",
            site.assetPrefix + "css//app.css", site.assetPrefix + "css/link.css",
            site.assetPrefix + "css/.hidden.css",
        ] {
            #expect(router(Given.request(.get, path)).status == 404)
        }
    }

    @Test func `changes its address when any file changes`() throws {
        var files = Folder.whole
        let before = try Folder(files).site().assetPrefix
        #expect(try Folder(files).site().assetPrefix == before)
        files["css/app.css"] = "b {}"
        #expect(try Folder(files).site().assetPrefix != before)
    }

    @Test(arguments: [
        (
            "desk/a.html", "{{nowhere.text}}",
            SiteFault.unknownKey("nowhere.text", language: "ru", file: "desk/a.html")
        ),
        ("shells/head.html", "{{no.text}}", .unknownKey("no.text", language: "ru", file: "shells/head.html")),
        ("desk/a.html", "{{> missing}}", .unknownShell("missing", file: "desk/a.html")),
        ("desk/a.html", "{{asset js/missing.js}}", .unknownAsset("js/missing.js", file: "desk/a.html")),
        ("desk/a.html", "<p>{{sign.in</p>", .unclosed(file: "desk/a.html")),
        ("shells/head.html", "{{> head}}", .endless("head", file: "shells/head.html")),
        ("img/tool.exe", "MZ", .unknownType(file: "img/tool.exe")),
    ]) func `does not start when something is missing, and says what and where`(
        _ path: String, _ content: String, _ fault: SiteFault
    ) throws {
        var files = Folder.whole
        files[path] = content
        let folder = try Folder(files)
        #expect(throws: fault) { try folder.site() }
        #expect(fault.description.contains(path))
    }

    @Test func `says which folder it cannot read`() {
        #expect(throws: SiteFault.unreadable("/nonexistent")) {
            try Site(
                folder: "/nonexistent", pagesFolder: "desk", languages: [], translate: { _, _ in nil },
                digest: { _ in "" })
        }
    }
}
