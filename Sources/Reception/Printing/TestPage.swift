internal import Domain

/// A sheet that shows whether a printer prints, whole and in its size.
///
/// Only lines and the letters that every reader of PDF has by itself: a page with our own fonts is another
/// room's.
enum TestPage {
    static func content(for role: PrinterRole) -> (PrintContent, PaperSize) {
        switch role {
        case .documents: (.pdf(page), .a4)
        case .tickets: (.bitmap(ruler), .roll80)
        }
    }

    /// A4 with a frame 10 mm from each edge and a ruler of 100 mm.
    private static var page: [UInt8] {
        let millimetre = 72.0 / 25.4
        func points(_ millimetres: Double) -> String {
            String((millimetres * millimetre * 1000).rounded() / 1000)
        }
        var drawing = "0.4 w \(points(10)) \(points(10)) \(points(190)) \(points(277)) re S\n"
        for step in 0...100 {
            let x = points(20 + Double(step))
            let end = points(step % 10 == 0 ? 246 : step % 5 == 0 ? 248 : 249)
            drawing += "\(x) \(points(250)) m \(x) \(end) l S\n"
        }
        drawing += "BT /F 22 Tf \(points(20)) \(points(265)) Td (Frontdesk: test page) Tj ET\n"
        drawing +=
            "BT /F 11 Tf \(points(20)) \(points(238)) Td"
            + " (The ruler is 100 mm long; the frame is 10 mm from each edge of A4.) Tj ET\n"
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R /Lang (en) >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.276 841.89] /Contents 4 0 R"
                + " /Resources << /Font << /F 5 0 R >> >> >>",
            "<< /Length \(drawing.utf8.count) >>\nstream\n\(drawing)\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            "<< /Title (Frontdesk: test page) >>",
        ]
        return file(objects)
    }

    private static func file(_ objects: [String]) -> [UInt8] {
        var text = "%PDF-1.4\n"
        var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for (number, object) in objects.enumerated() {
            let place = String(text.utf8.count)
            table += String(repeating: "0", count: 10 - place.count) + place + " 00000 n \n"
            text += "\(number + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += table + "trailer << /Size \(objects.count + 1) /Root 1 0 R /Info 6 0 R >>\n"
        return Array((text + "startxref\n\(start)\n%%EOF\n").utf8)
    }

    /// 72 mm wide with a frame, and bars of one, two, four … dots.
    private static var ruler: Bitmap {
        let (width, height, line) = (576, 240, 4)
        var bits = [UInt8](repeating: 0, count: width / 8 * height)
        for y in 0..<height {
            for x in 0..<width {
                let isFrame = x < line || y < line || x >= width - line || y >= height - line
                let bar = y / 40 - 1
                let isBar = (0..<4).contains(bar) && (40..<536).contains(x) && (x >> bar) % 2 == 0
                if isFrame || isBar { bits[(y * width + x) / 8] |= 0x80 >> UInt8(x % 8) }
            }
        }
        guard let picture = Bitmap(width: width, height: height, bits: bits) else {
            preconditionFailure("as many bits as dots")
        }
        return picture
    }
}
