internal import Glibc

/// A line as somebody types it into the search field, and what it is an example of.
struct TypedLine: Sendable {
    let kind: String
    let typed: String

    static func read(_ path: String) -> [TypedLine] {
        guard let file = fopen(path, "r") else { return [] }
        defer { fclose(file) }
        var lines: [TypedLine] = []
        var buffer = [CChar](repeating: 0, count: 1024)
        while fgets(&buffer, Int32(buffer.count), file) != nil {
            let line = String(decoding: buffer.prefix { $0 != 0 && $0 != 10 }.map(UInt8.init), as: UTF8.self)
            let halves = line.split(separator: "\t", maxSplits: 1)
            if halves.count == 2 {
                lines.append(TypedLine(kind: String(halves[0]), typed: String(halves[1])))
            }
        }
        return lines
    }
}
