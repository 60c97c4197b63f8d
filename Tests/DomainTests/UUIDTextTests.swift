import Domain
import Testing

@Suite struct `The text of an id` {
    private let text = "0198fedc-ba98-7654-8321-0123456789ab"

    @Test func `is read as it was written`() throws {
        let halves = try #require(UUIDText.read(text))
        #expect(halves.high == 0x0198_fedc_ba98_7654 && halves.low == 0x8321_0123_4567_89ab)
        #expect(UUIDText.write(halves.high, halves.low) == text)
    }

    @Test(arguments: 0..<36)
    func `is nothing else with one wrong sign in any place`(place: Int) {
        let digits = Set("0123456789abcdef".utf8)
        let isHyphen = text.utf8.dropFirst(place).first == UInt8(ascii: "-")
        for sign in UInt8(1)...127 where isHyphen ? sign != UInt8(ascii: "-") : !digits.contains(sign) {
            var bytes = Array(text.utf8)
            bytes[place] = sign
            #expect(UUIDText.read(String(decoding: bytes, as: UTF8.self)) == nil)
        }
    }

    @Test func `has 36 characters, no fewer and no more`() {
        #expect(UUIDText.read(String(text.dropLast())) == nil)
        #expect(UUIDText.read(text + "0") == nil)
        #expect(UUIDText.read("") == nil)
    }
}
