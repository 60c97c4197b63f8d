/// One paper as it will be read: what stands on it and in which order. A plain value that knows nothing of
/// where its words come from; the same value gives the same bytes.
package struct Paper: Hashable, Sendable {
    package var size: PageSize
    /// As a reader of PDF files names it: `ru-RU`.
    package var language: String
    /// What the file is called in a viewer. It is in the file's own data, so it names nobody.
    package var title: String
    package var letterhead: Letterhead
    /// A number that finds the paper again, in the corner of each page.
    package var mark: String?
    package var footer: Footer
    /// When what the paper says was so, as ISO 8601: `2026-11-21T07:42:00Z`.
    package var madeAt: String
    /// The word across each page of a preview. A paper with it carries no code.
    package var draft: String?
    package var blocks: [Block]

    package init(
        size: PageSize = .a4, language: String, title: String, letterhead: Letterhead, mark: String? = nil,
        footer: Footer, madeAt: String, draft: String? = nil, blocks: [Block]
    ) {
        self.size = size
        self.language = language
        self.title = title
        self.letterhead = letterhead
        self.mark = mark
        self.footer = footer
        self.madeAt = madeAt
        self.draft = draft
        self.blocks = blocks
    }
}

/// Whose paper it is: the head of the first page, and in one line that of the others.
package struct Letterhead: Hashable, Sendable {
    package var name: String
    /// Address, telephone, licence: a line each.
    package var requisites: [String]

    package init(name: String, requisites: [String] = []) {
        self.name = name
        self.requisites = requisites
    }
}

/// The line at the foot of each page.
package struct Footer: Hashable, Sendable {
    /// The name of the form.
    package var form: String
    /// «Напечатано 21.11.2026 10:42».
    package var printed: String
    /// «Страница {page} из {pages}».
    package var pages: String

    package init(form: String, printed: String, pages: String) {
        self.form = form
        self.printed = printed
        self.pages = pages
    }
}
