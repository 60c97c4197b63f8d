/// What a paper is made of, from top to bottom.
package indirect enum Block: Hashable, Sendable {
    /// The paper's own name, once.
    case title(String)
    /// The name of a part. Never left alone at the end of a page.
    case heading(String)
    /// A text for reading; each of its lines that ends with a line break is one paragraph.
    case paragraph(String)
    /// A sentence that must be seen first, in a frame.
    case notice(String)
    /// What is said in passing.
    case footnote(String)
    case fields([Field], columns: Int = 1)
    case table(Table)
    case ticks([Tick])
    /// One line to be filled in by hand.
    case byHand([Blank])
    /// Lines to sign on, side by side, each with what it is for below.
    case signatures([String])
    case stamp(CodeStamp)
    /// White of so many lines of text.
    case space(lines: Int)
    /// Stays on one page when a page is enough for it.
    case together([Block])
}

/// A value with its name.
package struct Field: Hashable, Sendable {
    package var label: String
    package var value: String

    package init(_ label: String, _ value: String) {
        self.label = label
        self.value = value
    }
}

/// A box, ticked or not, and what it stands for.
package struct Tick: Hashable, Sendable {
    package var text: String
    package var isTicked: Bool

    package init(_ text: String, isTicked: Bool = false) {
        self.text = text
        self.isTicked = isTicked
    }
}

/// A place for a pen.
package enum Blank: Hashable, Sendable {
    /// A box for each letter or digit, in the groups in which people write them.
    case boxes(label: String, groups: [Int])
    /// A line that goes on to the right margin, or is as wide as so many boxes.
    case line(label: String, boxes: Int? = nil)
    case tick(label: String)
}

/// Rows under a head that comes again on each page.
package struct Table: Hashable, Sendable {
    package struct Column: Hashable, Sendable {
        package var title: String
        /// Its part of the width, beside the other columns' parts.
        package var share: Double
        package var isNumber: Bool

        package init(_ title: String, share: Double = 1, isNumber: Bool = false) {
            self.title = title
            self.share = share
            self.isNumber = isNumber
        }
    }

    package var columns: [Column]
    /// As many texts each as there are columns.
    package var rows: [[String]]
    /// A table for a pen has lines around every cell, and rows as high as handwriting.
    package var isForPen: Bool

    package init(columns: [Column], rows: [[String]], isForPen: Bool = false) {
        self.columns = columns
        self.rows = rows
        self.isForPen = isForPen
    }
}

/// The code that a scanner reads, and the same for people beside it.
package struct CodeStamp: Hashable, Sendable {
    /// Upper-case letters, digits and `$%*+-./:` only: so the code is as small as it can be.
    package var url: String
    /// «4Q7K-19ZD-M»: typed in where no scanner is.
    package var humanCode: String
    /// Whose address it is, in clear: a sticker with another code would have another one.
    package var host: String
    /// What one does with it.
    package var words: String

    package init(url: String, humanCode: String, host: String, words: String) {
        self.url = url
        self.humanCode = humanCode
        self.host = host
        self.words = words
    }
}
