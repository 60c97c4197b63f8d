import Domain
import Testing

@Suite struct `A printer's reasons` {
    @Test(arguments: ["", "-error", "-warning", "-report"])
    func `mean the same whatever is put behind them`(ending: String) {
        let known: [(String, PrinterTrouble)] = [
            ("media-empty", .paperEmpty), ("media-jam", .paperJam), ("cover-open", .coverOpen),
            ("door-open", .coverOpen), ("toner-empty", .tonerEmpty), ("marker-supply-low", .tonerLow),
            ("offline", .off), ("paused", .paused), ("output-area-full", .outputFull),
        ]
        for (keyword, trouble) in known {
            #expect(PrinterTrouble.read([keyword + ending]) == [trouble], "\(keyword + ending)")
        }
    }

    @Test func `are told once each, what stops before what warns`() {
        let keywords = ["toner-low-report", "media-needed-warning", "media-empty-warning", "fuser-over-temp"]
        #expect(PrinterTrouble.read(keywords) == [.paperEmpty, .other, .tonerLow])
    }

    @Test(arguments: [
        "none", "cups-waiting-for-job-completed", "spool-area-full-report", "marker-waste-almost-full",
    ])
    func `that concern nobody at the desk are not told`(keyword: String) {
        #expect(PrinterTrouble.read([keyword]) == [])
    }

    @Test func `that a queue tells in a sentence only are read from it`() {
        let sentence = "The printer may not exist or is unavailable at this time."
        #expect(PrinterTrouble.read(message: sentence) == .off)
        #expect(PrinterTrouble.read(message: "Waiting for job to complete.") == nil)
    }

    @Test func `stop it only when it has stopped or is gone`() {
        #expect(PrinterState(.ready, [.paperEmpty]).stops == nil)
        #expect(PrinterState(.printing, [.paperEmpty]).gravest == .paperEmpty)
        #expect(PrinterState(.stopped, [.tonerLow, .coverOpen]).stops == .coverOpen)
        #expect(PrinterState(.stopped, [.tonerLow]).stops == .other)
        #expect(PrinterState.unreachable(.off).stops == .off)
    }
}

@Suite struct `A picture as a file` {
    @Test func `comes back, also with line ends among its dots`() throws {
        let picture = try #require(Bitmap(width: 16, height: 2, bits: [10, 10, 32, 10]))
        #expect(Bitmap(pbm: picture.pbm) == picture)
    }

    @Test(arguments: [
        "", "P4", "P4\n8 1", "P4\n8 1\n", "P5\n8 1\nx", "P4\n8\nx", "P4\n-8 1\nx", "P4\n8 1\nxy",
    ])
    func `that is none of ours is none`(text: String) {
        #expect(Bitmap(pbm: Array(text.utf8)) == nil)
    }
}
