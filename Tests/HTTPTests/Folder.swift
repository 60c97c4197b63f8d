import Glibc
import HTTP

/// A `www` folder that lives as long as its test.
final class Folder {
    static let whole = [
        "shells/head.html": #"<link href="{{asset css/app.css}}">{{> title}}"#,
        "shells/title.html": "<b>{{ sign.in }}</b>",
        "desk/sign-in.html": "<html lang=\"{{lang}}\">{{> head}}\n<i>{{page}}</i>{ x } }</html>\n",
        "desk/help.html": "<p>{{sign.in}}</p>",
        "cabinet/other.html": "{{not.of.this.site}}",
        "css/app.css": "a {}",
        "css/.hidden.css": "c {}",
        "js/elements/badge.js": "export {}\n",
        "i18n/ru.json": "{}",
    ]

    let path: String
    /// In the order they were made.
    private var made: [String] = []

    init(_ files: [String: String]) throws {
        var template = Array("/tmp/frontdesk-site-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw SiteFault.unreadable("a folder for the test") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        made.append(path)
        for (name, content) in files {
            let parts = name.split(separator: "/").dropLast()
            for count in 1...parts.count {
                let folder = path + "/" + parts.prefix(count).joined(separator: "/")
                if mkdir(folder, 0o700) == 0 { made.append(folder) }
            }
            let descriptor = open(path + "/" + name, O_WRONLY | O_CREAT, 0o600)
            write(descriptor, content, content.utf8.count)
            close(descriptor)
            made.append(path + "/" + name)
        }
        symlink("/etc/hostname", path + "/css/link.css")
        made.append(path + "/css/link.css")
    }

    deinit { for name in made.reversed() { remove(name) } }

    func site() throws -> Site {
        let texts = ["ru sign.in": "Вход <&'\">", "en sign.in": "Sign in"]
        return try Site(
            folder: path, pagesFolder: "desk", languages: ["ru", "en"], translate: { texts["\($0) \($1)"] },
            digest: { bytes in
                // FNV-1a twice over: enough to tell test files apart.
                let hash = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) {
                    ($0 ^ UInt64($1)) &* 0x100_0000_01b3
                }
                return String(hash, radix: 16) + String(~hash, radix: 16)
            })
    }
}
