import Domain
import Testing

@Suite struct `A time of day` {
    @Test(arguments: [
        ("9:05", 545), ("09.05", 545), ("905", 545), ("0905", 545), ("9 05", 545), ("9", 540), ("00:00", 0),
        ("23:59", 1439), (" 10-42 ", 642),
    ])
    func `is read as people write it`(typed: String, minutes: Int) {
        #expect(TypedTime.read(typed, field: "t").value == minutes)
    }

    @Test(arguments: ["24:00", "9:60", "9:5", "утром", "9:05:00", "12345", ":", "-1", "9:", "1೦:00"])
    func `is refused when there is none`(typed: String) {
        #expect(TypedTime.read(typed, field: "t").codes == ["time_unreadable"])
    }

    @Test func `may be empty`() { #expect(TypedTime.read(" ", field: "t").isEmpty) }
}
