internal import CQRencode
internal import Glibc

/// The black and white of a code. Level Q: a quarter of it may be lost.
struct QRCode {
    /// Modules along a side, without the white around.
    let side: Int
    private let isBlack: [Bool]

    // ISO 18004 asks for four modules of white.
    static let quietModules = 4
    // 0.5 mm a module was read from every printer tried; smaller ones were not.
    static let module = 0.5 * PageSize.millimetre

    init(_ text: String) throws(PaperFault) {
        guard text.utf8.allSatisfy(QRCode.isAlphanumeric), !text.isEmpty,
            let input = QRinput_new2(0, QR_ECLEVEL_Q)
        else { throw .codeUnfit }
        defer { QRinput_free(input) }
        let bytes = Array(text.utf8)
        guard QRinput_append(input, QR_MODE_AN, Int32(bytes.count), bytes) == 0,
            let code = QRcode_encodeInput(input)
        else { throw .codeUnfit }
        defer { QRcode_free(code) }
        side = Int(code.pointee.width)
        let modules = UnsafeBufferPointer(start: code.pointee.data, count: side * side)
        isBlack = modules.map { $0 & 1 == 1 }
    }

    /// Runs of black, row by row: what one path is made of.
    func eachRun(_ body: (_ row: Int, _ from: Int, _ count: Int) -> Void) {
        for row in 0..<side {
            var from = 0
            while from < side {
                guard isBlack[row * side + from] else {
                    from += 1
                    continue
                }
                var end = from + 1
                while end < side && isBlack[row * side + end] { end += 1 }
                body(row, from, end - from)
                from = end
            }
        }
    }

    /// With the white around.
    var width: Double { Double(side + 2 * QRCode.quietModules) * QRCode.module }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || Array(" $%*+-./:".utf8).contains(byte)
    }
}
