import Domain
import Printing
import Testing

@Suite struct `A ticket's bytes` {
    @Test func `are a reset, the dots as a picture, the way to the knife and a cut`() throws {
        let picture = try #require(Bitmap(width: 12, height: 2, bits: [0xFF, 0xF0, 0x80, 0x10]))
        #expect(
            TicketBytes.of(picture) == [
                0x1B, 0x40,
                0x1D, 0x76, 0x30, 0, 2, 0, 2, 0, 0xFF, 0xF0, 0x80, 0x10,
                0x1B, 0x64, 4, 0x1D, 0x56, 0x42, 0,
            ])
    }

    @Test func `of a long ticket come in bands that a small printer can keep`() throws {
        let picture = try #require(
            Bitmap(width: 8, height: 300, bits: (0..<300).map { UInt8($0 % 256) }))
        let bytes = TicketBytes.of(picture)
        let heads = bytes.indices.filter { bytes[$0...].starts(with: [0x1D, 0x76, 0x30, 0, 1, 0]) }
        #expect(heads.map { Int(bytes[$0 + 6]) } == [128, 128, 44])
        #expect(heads.flatMap { bytes[($0 + 8)..<($0 + 8 + Int(bytes[$0 + 6]))] } == picture.bits)
    }

    @Test(arguments: [(0, 1, 0), (8, 2, 1), (9, 1, 1), (8193, 1, 1025)])
    func `are made of no picture whose dots do not fit`(width: Int, height: Int, count: Int) {
        #expect(Bitmap(width: width, height: height, bits: [UInt8](repeating: 0, count: count)) == nil)
    }
}
