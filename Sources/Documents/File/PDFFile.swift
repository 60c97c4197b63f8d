internal import CPango

/// One PDF file while it is being written; cairo hands its bytes over piece by piece.
final class PDFFile {
    let page: OpaquePointer
    private let surface: OpaquePointer
    private let written: Written

    private final class Written {
        var bytes: [UInt8] = []
        init() { bytes.reserveCapacity(64 * 1024) }
    }

    init(_ paper: Paper) throws(PaperFault) {
        written = Written()
        // Unmanaged: `written` outlives the surface, which deinit destroys before it.
        surface = cairo_pdf_surface_create_for_stream(
            takePiece, Unmanaged.passUnretained(written).toOpaque(), paper.size.width,
            paper.size.height ?? paper.size.width)
        page = cairo_create(surface)
        cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, paper.title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, paper.letterhead.name)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Frontdesk")
        // Otherwise cairo asks the clock, and the same paper would be another file.
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, paper.madeAt)
        try check()
    }

    deinit {
        cairo_destroy(page)
        cairo_surface_destroy(surface)
    }

    func setHeight(_ height: Double, width: Double) { cairo_pdf_surface_set_size(surface, width, height) }

    /// The whole file.
    func finish(language: String) throws(PaperFault) -> [UInt8] {
        try check()
        cairo_surface_finish(surface)
        try check()
        return try LanguageUpdate.added(language, to: written.bytes)
    }

    private func check() throws(PaperFault) {
        for status in [cairo_status(page), cairo_surface_status(surface)]
        where status != CAIRO_STATUS_SUCCESS && status != CAIRO_STATUS_SURFACE_FINISHED {
            throw .notDrawn(String(cString: cairo_status_to_string(status)))
        }
    }

    fileprivate static func take(_ bytes: UnsafeBufferPointer<UInt8>, for owner: UnsafeMutableRawPointer) {
        // Unmanaged: the surface that calls keeps the pointer no longer than `PDFFile` keeps `written`.
        Unmanaged<Written>.fromOpaque(owner).takeUnretainedValue().bytes.append(contentsOf: bytes)
    }
}

@available(*, unavailable, message: "a surface belongs to the thread that draws on it")
extension PDFFile: Sendable {}

// A function, not a closure: it is called by C and must belong to no actor.
private func takePiece(
    _ owner: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<UInt8>?, _ count: UInt32
) -> cairo_status_t {
    guard let owner else { return CAIRO_STATUS_WRITE_ERROR }
    PDFFile.take(UnsafeBufferPointer(start: bytes, count: Int(count)), for: owner)
    return CAIRO_STATUS_SUCCESS
}
