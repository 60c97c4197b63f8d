internal import Documents
internal import Glibc

/// Draws one paper again and again and says how fast, and whether memory grows.
struct Pace {
    private let press: PaperPress
    private let paper: Paper

    init(_ press: PaperPress, _ paper: Paper) {
        self.press = press
        self.paper = paper
    }

    /// Prints papers a second, bytes a paper, and kilobytes of memory after a tenth of them and after all.
    func run(_ count: Int) throws {
        // Until everything is warm.
        var bytes = 0
        for _ in 0..<20 { bytes = try press.draw(paper).count }
        let began = Pace.seconds()
        var early = 0
        for number in 0..<count {
            _ = try press.draw(paper)
            if number == count / 10 { early = Pace.residentKilobytes() }
        }
        let took = Pace.seconds() - began
        print(Double(count) / took, bytes, early, Pace.residentKilobytes())
    }

    private static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func residentKilobytes() -> Int {
        guard let status = try? Samples.read("/proc/self/statm", most: 200) else { return 0 }
        let words = String(decoding: status, as: UTF8.self).split(separator: " ")
        return words.count > 1 ? (Int(words[1]) ?? 0) * 4 : 0
    }
}
