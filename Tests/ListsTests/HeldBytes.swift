import Lists

/// A file in memory that gives no more at a time than the test wants.
struct HeldBytes: ListBytes {
    private let bytes: [UInt8]
    private let most: Int

    init(_ bytes: [UInt8], most: Int = .max) {
        self.bytes = bytes
        self.most = most
    }

    init(_ text: String, most: Int = .max) { self.init(Array(text.utf8), most: most) }

    var count: Int { bytes.count }

    func read(from offset: Int, most wanted: Int) -> [UInt8] {
        Array(bytes[min(offset, count)..<min(offset + min(wanted, most), count)])
    }
}
