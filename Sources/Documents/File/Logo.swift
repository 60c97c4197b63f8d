internal import CPango

/// The clinic's sign for the head of its papers, from a PNG file.
final class Logo {
    let surface: OpaquePointer
    let pixelWidth: Double
    let pixelHeight: Double
    /// On paper.
    let width: Double
    let height: Double

    private static let highest = 14 * PageSize.millimetre
    private static let widest = 45 * PageSize.millimetre
    // 4 megapixels are 500 dpi at the largest size on paper; more only makes every file heavier.
    private static let mostPixels = 4_000_000.0

    init(path: String) throws(PaperFault) {
        let file: OpaquePointer = cairo_image_surface_create_from_png(path)
        defer { cairo_surface_destroy(file) }
        let status = cairo_surface_status(file)
        pixelWidth = Double(cairo_image_surface_get_width(file))
        pixelHeight = Double(cairo_image_surface_get_height(file))
        surface = Logo.onWhite(file)
        let scale = min(Logo.highest / max(pixelHeight, 1), Logo.widest / max(pixelWidth, 1))
        width = pixelWidth * scale
        height = pixelHeight * scale
        guard status == CAIRO_STATUS_SUCCESS else {
            throw .logoUnreadable(path: path, why: String(cString: cairo_status_to_string(status)))
        }
        guard pixelWidth >= 1, pixelHeight >= 1, pixelWidth * pixelHeight <= Logo.mostPixels else {
            throw .logoUnreadable(path: path, why: "a picture of up to 4 megapixels is wanted")
        }
    }

    /// Paper is white, and a picture that lets nothing shine through makes a smaller file.
    private static func onWhite(_ picture: OpaquePointer) -> OpaquePointer {
        let width = cairo_image_surface_get_width(picture)
        let height = cairo_image_surface_get_height(picture)
        let plain: OpaquePointer = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height)
        let brush: OpaquePointer = cairo_create(plain)
        defer { cairo_destroy(brush) }
        cairo_set_source_rgb(brush, 1, 1, 1)
        cairo_paint(brush)
        cairo_set_source_surface(brush, picture, 0, 0)
        cairo_paint(brush)
        return plain
    }

    deinit { cairo_surface_destroy(surface) }
}

@available(*, unavailable, message: "belongs to the thread that draws papers")
extension Logo: Sendable {}
