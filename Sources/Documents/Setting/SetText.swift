internal import CPango

/// A text in its lines, ready to be drawn, whole or in parts.
final class SetText {
    let style: TextStyle
    let lineCount: Int
    let isEmpty: Bool
    private let layout: OpaquePointer
    private let baseline: Double

    /// Takes the layout over.
    init(_ layout: OpaquePointer, _ style: TextStyle, baseline: Double, isEmpty: Bool) {
        self.layout = layout
        self.style = style
        self.baseline = baseline
        self.isEmpty = isEmpty
        lineCount = Int(pango_layout_get_line_count(layout))
    }

    deinit { frontdesk_layout_free(layout) }

    var height: Double { Double(lineCount) * style.leading }

    /// Of the widest line.
    var width: Double {
        var ink = PangoRectangle()
        var logical = PangoRectangle()
        pango_layout_get_extents(layout, &ink, &logical)
        return Double(logical.width) / Double(PANGO_SCALE)
    }

    /// The top of line `lines.lowerBound` comes to `y`.
    func show(_ lines: Range<Int>, on page: OpaquePointer, x: Double, y: Double) {
        for line in lines {
            let top = y + Double(line - lines.lowerBound) * style.leading
            cairo_move_to(page, x, top + baseline)
            pango_cairo_show_layout_line(page, pango_layout_get_line_readonly(layout, Int32(line)))
        }
    }
}

@available(*, unavailable, message: "a layout belongs to the thread of its font map")
extension SetText: Sendable {}
