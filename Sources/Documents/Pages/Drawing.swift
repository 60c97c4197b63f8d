/// Draws one paper: head, pages, foot.
struct Drawing {
    let typesetter: Typesetter
    let logo: Logo?

    func file(_ paper: Paper) throws(PaperFault) -> [UInt8] {
        let file = try PDFFile(paper)
        typesetter.begin(on: file.page, language: paper.language)
        let size = paper.size
        let head = PageHead(paper, typesetter: typesetter, logo: logo)
        let foot = PageFoot(paper, typesetter: typesetter)
        let composed = try Composer(
            paper.blocks, typesetter: typesetter, width: size.textWidth, isDraft: paper.draft != nil)
        let bottom = size.height.map { $0 - size.bottomMargin - foot.height } ?? .infinity
        var flow = Flow(
            firstTop: size.topMargin + head.firstHeight, nextTop: size.topMargin + head.nextHeight,
            bottom: bottom)
        flow.place(composed.slots)
        if size.height == nil {
            file.setHeight(flow.lowest + foot.height + size.bottomMargin, width: size.width)
        }
        let canvas = Canvas(page: file.page)
        canvas.begin("Document")
        let pages = flow.pages
        var open: Slot.Group?
        for number in pages.indices {
            if let draft = paper.draft {
                let word = typesetter.set(draft, .draft)
                canvas.across(word, width: size.width, height: size.height ?? flow.lowest)
            }
            head.draw(on: canvas, isFirst: number == 0)
            draw(pages[number], on: canvas, x: size.sideMargin, &open)
            let top = size.height.map { $0 - size.bottomMargin - foot.height } ?? flow.lowest
            foot.draw(on: canvas, y: top, page: number + 1, of: pages.count)
            if number < pages.count - 1 { canvas.endPage() }
        }
        if let open { canvas.end(open.tag) }
        canvas.end("Document")
        return try file.finish(language: paper.language)
    }

    /// A table that goes on, on the next page, is still the same one.
    private func draw(
        _ placed: [Flow.Placed], on canvas: Canvas, x: Double, _ open: inout Slot.Group?
    ) {
        for one in placed {
            if open != one.group {
                if let open { canvas.end(open.tag) }
                if let group = one.group { canvas.begin(group.tag) }
                open = one.group
            }
            var canvas = canvas
            canvas.isTagged = !one.isRepeated
            one.piece.draw(on: canvas, x: x, y: one.y)
        }
    }
}
