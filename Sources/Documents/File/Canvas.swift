internal import CPango

/// Draws on the pages of one file: letters, lines, boxes, and the marks by which a program finds its way in
/// the text (tags).
struct Canvas {
    let page: OpaquePointer
    /// Off for what has been read once already, such as the head of a table that goes on.
    var isTagged = true

    /// Around the pieces of one paragraph, cell or part.
    func tagged(_ tag: String, _ attributes: String = "", _ body: () -> Void) {
        begin(tag, attributes)
        body()
        end(tag)
    }

    func begin(_ tag: String, _ attributes: String = "") {
        if isTagged { cairo_tag_begin(page, tag, attributes) }
    }

    func end(_ tag: String) {
        if isTagged { cairo_tag_end(page, tag) }
    }

    func show(_ text: SetText, x: Double, y: Double) { show(text, 0..<text.lineCount, x: x, y: y) }

    func show(_ text: SetText, _ lines: Range<Int>, x: Double, y: Double) {
        use(text.style.ink)
        text.show(lines, on: page, x: x, y: y)
    }

    func line(x: Double, y: Double, width: Double, weight: Double = 0.5, ink: Ink = .line) {
        use(ink)
        cairo_rectangle(page, x, y - weight / 2, width, weight)
        cairo_fill(page)
    }

    func upright(x: Double, y: Double, height: Double) {
        use(.line)
        cairo_rectangle(page, x - 0.25, y, 0.5, height)
        cairo_fill(page)
    }

    func box(x: Double, y: Double, width: Double, height: Double, weight: Double = 0.6, ink: Ink = .line) {
        use(ink)
        cairo_set_line_width(page, weight)
        cairo_rectangle(page, x, y, width, height)
        cairo_stroke(page)
    }

    /// A row of boxes with one line between neighbours: one path for all of them.
    func boxes(_ count: Int, x: Double, y: Double, width: Double, height: Double) {
        use(.line)
        cairo_set_line_width(page, 0.6)
        cairo_rectangle(page, x, y, width * Double(count), height)
        for number in 1..<max(count, 1) {
            cairo_move_to(page, x + width * Double(number), y)
            cairo_line_to(page, x + width * Double(number), y + height)
        }
        cairo_stroke(page)
    }

    func tick(x: Double, y: Double, side: Double, isTicked: Bool) {
        box(x: x, y: y, width: side, height: side, weight: 0.9, ink: .text)
        guard isTicked else { return }
        cairo_set_line_width(page, 1.6)
        cairo_move_to(page, x + 0.2 * side, y + 0.5 * side)
        cairo_line_to(page, x + 0.42 * side, y + 0.75 * side)
        cairo_line_to(page, x + 0.82 * side, y + 0.2 * side)
        cairo_stroke(page)
    }

    /// All modules in one path and one fill: painted one by one they would show seams.
    func code(_ code: QRCode, x: Double, y: Double) {
        use(.text)
        let white = Double(QRCode.quietModules) * QRCode.module
        code.eachRun { row, from, count in
            cairo_rectangle(
                page, x + white + Double(from) * QRCode.module, y + white + Double(row) * QRCode.module,
                Double(count) * QRCode.module, QRCode.module)
        }
        cairo_fill(page)
    }

    /// From the lower left to the upper right, behind what is drawn after it.
    func across(_ word: SetText, width: Double, height: Double) {
        let scale = min(1, 0.8 * (width * width + height * height).squareRoot() / max(word.width, 1))
        cairo_save(page)
        cairo_translate(page, width / 2, height / 2)
        cairo_rotate(page, -0.95)
        cairo_scale(page, scale, scale)
        show(word, x: -word.width / 2, y: -word.height / 2)
        cairo_restore(page)
    }

    func picture(_ logo: Logo, x: Double, y: Double) {
        cairo_save(page)
        cairo_translate(page, x, y)
        cairo_scale(page, logo.width / logo.pixelWidth, logo.height / logo.pixelHeight)
        cairo_set_source_surface(page, logo.surface, 0, 0)
        // Not cairo_paint: after it cairo 1.16 loses count of the tags that are open.
        cairo_rectangle(page, 0, 0, logo.pixelWidth, logo.pixelHeight)
        cairo_fill(page)
        cairo_restore(page)
    }

    func endPage() { cairo_show_page(page) }

    private func use(_ ink: Ink) { cairo_set_source_rgb(page, ink.rawValue, ink.rawValue, ink.rawValue) }
}
