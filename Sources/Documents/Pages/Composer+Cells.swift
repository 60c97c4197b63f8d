extension Composer {
    /// Names beside their values in one column; above them in two, and where the sheet is narrow.
    mutating func add(_ fields: [Field], columns: Int) {
        let isNarrow = width < 240
        let columns = isNarrow ? 1 : max(1, columns)
        let isBeside = columns == 1 && !isNarrow
        let between = 14.0
        let column = (width - between * Double(columns - 1)) / Double(columns)
        var number = 0
        while number < fields.count {
            let row = fields[number..<min(number + columns, fields.count)]
            let parts = row.enumerated().map { place, field in
                let x = Double(place) * (column + between)
                return isBeside ? beside(field) : above(field, x: x, width: column)
            }
            append(CellsPiece(parts: parts, width: width), gap: number == 0 ? 7 : isBeside ? 3.5 : 7)
            number += columns
        }
    }

    private func beside(_ field: Field) -> CellsPiece.Part {
        let names = min(150, width * 0.36)
        let label = set(field.label, .label, names - 10)
        return CellsPiece.Part(
            tag: "P",
            cells: [.init(label, x: 0), .init(set(field.value, .body, width - names), x: names)])
    }

    private func above(_ field: Field, x: Double, width: Double) -> CellsPiece.Part {
        let label = set(field.label, .small, width)
        let value = set(field.value, .body, width)
        return CellsPiece.Part(
            tag: "P", cells: [.init(label, x: x), .init(value, x: x, top: label.height + 1)])
    }

    mutating func add(_ table: Table) {
        let group = newGroup("Table")
        let shares = table.columns.reduce(0) { $0 + $1.share }
        let widths = table.columns.map { width * $0.share / max(shares, 0.001) }
        let head = row(table.columns.map(\.title), .columnTitle, "TH", table, widths)
        append(head, gap: 10.5, keepsNext: true, group: group)
        for texts in table.rows {
            var piece = row(texts, .cell, "TD", table, widths)
            if table.isForPen { piece.leastInside = 21 }
            append(piece, gap: 0, group: group, head: head)
        }
    }

    private func row(
        _ texts: [String], _ style: TextStyle, _ tag: String, _ table: Table, _ widths: [Double]
    ) -> CellsPiece {
        var x = 0.0
        var parts: [CellsPiece.Part] = []
        var across: [Double] = table.isForPen ? [0] : []
        for (number, column) in table.columns.enumerated() {
            let isLast = number == table.columns.count - 1
            let edge = table.isForPen ? 4.0 : number == 0 ? 0 : 7
            let room = widths[number] - edge - (table.isForPen ? 4 : isLast ? 0 : 7)
            let text = set(number < texts.count ? texts[number] : "", style, max(room, 1))
            let left = column.isNumber ? x + edge + max(0, room - text.width) : x + edge
            parts.append(.init(tag: tag, cells: [.init(text, x: left)]))
            x += widths[number]
            if table.isForPen { across.append(x) }
        }
        var piece = CellsPiece(tag: "TR", parts: parts, width: width, padding: 3.5)
        let isHead = tag == "TH"
        piece.lines = .init(
            above: isHead && table.isForPen ? .line : nil,
            below: table.isForPen ? .line : isHead ? .text : .hair, across: across)
        return piece
    }
}
