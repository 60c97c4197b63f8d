/// The pages and files of `www/`, made ready once at start and kept in memory.
///
/// A page is spliced and translated per language; what a request costs is a look-up. Files lie under an
/// address that names the hash of all of them, so they may be kept for ever, and relative imports between
/// modules stay in one version. Nothing of a request is ever made into a path of the file system.
package struct Site: Sendable {
    /// What a page and a file are served as.
    private struct Prepared: Sendable {
        let response: Response
        let tag: String
    }

    private static let assetFolders = ["css", "js", "img", "fonts"]

    /// Begins the address of every file: `/assets/<tree hash>/`.
    package let assetPrefix: String
    package let pageNames: [String]
    private let pages: [String: [String: Prepared]]
    private let assets: [String: Prepared]

    /// - Parameters:
    ///   - folder: `www`, with `shells`, `css`, `js`, `img` and the folder of pages.
    ///   - translate: the text for a language and a key; `lang` and `page` are keys that the site answers.
    ///   - digest: a fingerprint of bytes, as letters and digits.
    package init(
        folder: String, pagesFolder: String, languages: [String],
        translate: @escaping (String, String) -> String?,
        digest: ([UInt8]) -> String
    ) throws(SiteFault) {
        let files = try FileTree.read(folder)
        let assets = files.filter { file in Self.assetFolders.contains { file.path.hasPrefix($0 + "/") } }
        let tree = assets.map { $0.path + " " + digest($0.bytes) + "\n" }.joined()
        let prefix = "/assets/" + String(digest(Array(tree.utf8)).prefix(16)) + "/"
        assetPrefix = prefix
        self.assets = try Self.prepare(assets, prefix, digest)

        let shells = try Self.templates(files, in: "shells")
        let documents = try Self.templates(files, in: pagesFolder)
        pageNames = documents.keys.sorted()
        let known = Set(self.assets.keys)
        var pages: [String: [String: Prepared]] = [:]
        for (name, document) in documents {
            for language in languages {
                let around = Template.Surroundings(
                    language: language, shells: shells,
                    asset: { known.contains(prefix + $0) ? prefix + $0 : nil },
                    text: { $0 == "lang" ? language : $0 == "page" ? name : translate(language, $0) })
                let html = Array(try document.splice(around).utf8)
                pages[name, default: [:]][language] = Self.page(html, language, tag: digest(html))
            }
        }
        self.pages = pages
    }

    /// The page, or 304 when the reader has this version; nil when there is no such page or language.
    package func page(_ name: String, language: String, _ request: Request) -> Response? {
        pages[name]?[language].map { Freshness.answer(request, $0.response, tag: $0.tag) }
    }

    /// Serves files. An address with another hash is of another version: 404, not a file that does not fit.
    package func assetRoute(_ operation: Operation, problem: @escaping ProblemWriter) -> Route {
        Route(.get, "/assets/{tree}/{file*}", operation) { request in
            guard let file = assets[request.path] else { return problem(request, .notFound) }
            return Freshness.answer(request, file.response, tag: file.tag)
        }
    }

    /// The address of a file, for an icon or a link that is not on a page.
    package func assetAddress(_ path: String) -> String? {
        assets[assetPrefix + path] == nil ? nil : assetPrefix + path
    }

    private static func templates(_ files: [FileTree.File], in folder: String) throws(SiteFault) -> [String:
        Template]
    {
        var templates: [String: Template] = [:]
        for file in files where file.path.hasPrefix(folder + "/") && file.path.hasSuffix(".html") {
            guard let source = String(validating: file.bytes, as: UTF8.self) else {
                throw .notText(file: file.path)
            }
            let name = String(file.path.dropFirst(folder.count + 1).dropLast(5))
            templates[name] = try Template(source, file: file.path)
        }
        return templates
    }

    private static func prepare(
        _ files: [FileTree.File], _ prefix: String, _ digest: ([UInt8]) -> String
    ) throws(SiteFault) -> [String: Prepared] {
        var assets: [String: Prepared] = [:]
        for file in files {
            guard let type = ContentType.of(file.path) else { throw .unknownType(file: file.path) }
            let tag = "\"" + digest(file.bytes) + "\""
            let headers: Headers = [
                "Content-Type": type, "Cache-Control": "public, max-age=31536000, immutable", "ETag": tag,
            ]
            let response = Response(status: 200, headers: headers, body: file.bytes)
            assets[prefix + file.path] = Prepared(response: response, tag: tag)
        }
        return assets
    }

    private static func page(_ html: [UInt8], _ language: String, tag: String) -> Prepared {
        let tag = "\"" + tag + "\""
        let headers: Headers = [
            "Content-Type": "text/html; charset=utf-8", "Content-Language": language,
            "Cache-Control": "no-cache",
            "ETag": tag, "Vary": "Cookie, Accept-Language",
        ]
        return Prepared(response: Response(status: 200, headers: headers, body: html), tag: tag)
    }
}
