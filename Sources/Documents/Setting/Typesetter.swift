internal import CPango

/// Sets texts in lines. Made once, on the thread that draws papers: a warm font map is most of the speed.
final class Typesetter {
    private let context: OpaquePointer
    private let family: String
    /// Ligatures off: a name must be found by its letters.
    private let features: OpaquePointer
    private var faces: [TextStyle: Face] = [:]

    /// A font description, and how far below the top of a line its letters stand.
    private struct Face {
        let description: OpaquePointer
        let baseline: Double
    }

    init() throws(PaperFault) {
        (context, family) = try PaperFont.context()
        guard let features = pango_attr_list_new() else { throw .notDrawn("no memory for a text") }
        self.features = features
        pango_attr_list_insert(features, pango_attr_font_features_new("liga=0"))
        for style in TextStyle.all { _ = face(style) }
    }

    deinit {
        for face in faces.values { pango_font_description_free(face.description) }
        pango_attr_list_unref(features)
        frontdesk_context_free(context)
    }

    /// From here on for this page's surface and in this language.
    func begin(on page: OpaquePointer, language: String) {
        pango_cairo_update_context(page, context)
        pango_context_set_language(context, pango_language_from_string(language))
    }

    /// - Parameter width: where lines end; nil for one line as long as it is.
    func set(_ text: String, _ style: TextStyle, width: Double? = nil) -> SetText {
        let face = face(style)
        let layout: OpaquePointer = pango_layout_new(context)
        pango_layout_set_font_description(layout, face.description)
        pango_layout_set_attributes(layout, features)
        if let width {
            pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
            pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        }
        var clean = Typesetter.clean(text)
        clean.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                pango_layout_set_text(layout, $0.baseAddress, Int32($0.count))
            }
        }
        return SetText(layout, style, baseline: face.baseline, isEmpty: text.isEmpty)
    }

    /// Without what has no place on paper: pango refuses a zero byte and draws boxes for the other controls.
    private static func clean(_ text: String) -> String {
        let isClean = text.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A }
        guard !isClean else { return text }
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.value >= 0x20 || $0 == "\n" ? $0 : " " }))
    }

    private func face(_ style: TextStyle) -> Face {
        if let known = faces[style] { return known }
        let description: OpaquePointer = pango_font_description_new()
        pango_font_description_set_family(description, family)
        pango_font_description_set_weight(description, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_font_description_set_absolute_size(description, style.points * Double(PANGO_SCALE))
        let metrics = pango_context_get_metrics(context, description, nil)
        let ascent = Double(pango_font_metrics_get_ascent(metrics)) / Double(PANGO_SCALE)
        let descent = Double(pango_font_metrics_get_descent(metrics)) / Double(PANGO_SCALE)
        pango_font_metrics_unref(metrics)
        // Names and values beside each other stand on one line, whatever their sizes.
        let isOnGrid = style.leading == TextStyle.body.leading && style.points < TextStyle.body.points
        let baseline =
            isOnGrid
            ? self.face(.body).baseline : (style.leading - ascent - descent) / 2 + ascent
        let face = Face(description: description, baseline: baseline)
        faces[style] = face
        return face
    }
}

@available(*, unavailable, message: "pango's fonts belong to one thread")
extension Typesetter: Sendable {}
