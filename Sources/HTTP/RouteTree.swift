/// The patterns of a route table, arranged by segment so that finding one costs well under a microsecond.
///
/// A pattern without `{…}` is found by the whole path at once. The others are walked segment by segment; a
/// word goes before a `{name}`, and a last `{name*}` takes all that is left, slashes too. Segments are bytes,
/// not characters: a combining mark behind a slash makes one Character of the two, and the slash would not be
/// seen.
struct RouteTree: Sendable {
    struct Leaf: Sendable {
        let pattern: String
        var names: [String] = []
        /// By place of the method in `Method.allCases`. Handlers alone: copying a whole `Route` costs more
        /// than finding it.
        var handlers: [Handler?] = Array(repeating: nil, count: Method.allCases.count)
        /// Media types besides JSON, by place of the method too.
        var takes: [[String]] = Array(repeating: [], count: Method.allCases.count)

        /// The methods in a steady order, HEAD wherever GET is.
        var allowed: [Method] {
            Method.allCases.filter {
                handlers[$0.place] != nil || ($0 == .head && handlers[Method.get.place] != nil)
            }
        }
    }

    private struct Node: Sendable {
        var words: [(bytes: [UInt8], next: Int)] = []
        var any: Int?
        var rest: Int?
        var leaf: Int?
    }

    private(set) var leaves: [Leaf] = []
    private var whole: [String: Int] = [:]
    private var nodes = [Node()]

    init(_ routes: [Route]) {
        for route in routes { insert(route) }
    }

    /// The leaf for a path and the values of its names, in order.
    func find(_ path: String) -> (leaf: Int, values: [String])? {
        if let leaf = whole[path] { return (leaf, []) }
        var path = path
        return path.withUTF8 { bytes in
            guard bytes.first == Self.slash else { return nil }
            var values: [String] = []
            return walk(0, bytes, from: 1, &values).map { ($0, values) }
        }
    }

    /// `start` is where the next segment begins; one past the end when the last one has been walked.
    private func walk(
        _ at: Int, _ path: UnsafeBufferPointer<UInt8>, from start: Int, _ values: inout [String]
    ) -> Int? {
        guard start <= path.count else { return nodes[at].leaf }
        let segment = UnsafeBufferPointer(rebasing: path[start...].prefix { $0 != Self.slash })
        let next = start + segment.count + 1
        for index in nodes[at].words.indices where nodes[at].words[index].bytes.count == segment.count {
            guard nodes[at].words[index].bytes.elementsEqual(segment) else { continue }
            if let found = walk(nodes[at].words[index].next, path, from: next, &values) { return found }
        }
        if let any = nodes[at].any, !segment.isEmpty {
            values.append(String(decoding: segment, as: UTF8.self))
            if let found = walk(any, path, from: next, &values) { return found }
            values.removeLast()
        }
        if let leaf = nodes[at].rest {
            values.append(String(decoding: path[start...], as: UTF8.self))
            return leaf
        }
        return nil
    }

    private mutating func insert(_ route: Route) {
        precondition(route.pattern.hasPrefix("/"), "\(route.pattern) does not begin with a slash")
        let segments = route.pattern.utf8.dropFirst().split(
            separator: Self.slash, omittingEmptySubsequences: false
        ).map { Substring($0) }
        let names = segments.filter { $0.hasPrefix("{") }.map {
            String($0.dropFirst().prefix { $0 != "}" && $0 != "*" })
        }
        let leaf = names.isEmpty ? wholeLeaf(route.pattern) : walkedLeaf(route.pattern, segments)
        precondition(
            leaves[leaf].pattern == route.pattern,
            "\(route.pattern) and \(leaves[leaf].pattern) are the same place")
        precondition(
            leaves[leaf].handlers[route.method.place] == nil,
            "\(route.method.rawValue) \(route.pattern) is there twice")
        leaves[leaf].names = names
        leaves[leaf].handlers[route.method.place] = route.handle
        leaves[leaf].takes[route.method.place] = route.operation.takes
    }

    private mutating func wholeLeaf(_ pattern: String) -> Int {
        if let leaf = whole[pattern] { return leaf }
        whole[pattern] = newLeaf(pattern)
        return leaves.count - 1
    }

    private mutating func walkedLeaf(_ pattern: String, _ segments: [Substring]) -> Int {
        var at = 0
        for segment in segments {
            if segment.hasPrefix("{") && segment.hasSuffix("*}") {
                let leaf = nodes[at].rest ?? newLeaf(pattern)
                nodes[at].rest = leaf
                return leaf
            }
            at = child(of: at, segment)
        }
        let leaf = nodes[at].leaf ?? newLeaf(pattern)
        nodes[at].leaf = leaf
        return leaf
    }

    private mutating func child(of at: Int, _ segment: Substring) -> Int {
        let bytes = Array(segment.utf8)
        let named = segment.hasPrefix("{")
        if let known = named ? nodes[at].any : nodes[at].words.first(where: { $0.bytes == bytes })?.next {
            return known
        }
        nodes.append(Node())
        if named {
            nodes[at].any = nodes.count - 1
        } else {
            nodes[at].words.append((bytes: bytes, next: nodes.count - 1))
        }
        return nodes.count - 1
    }

    private mutating func newLeaf(_ pattern: String) -> Int {
        leaves.append(Leaf(pattern: pattern))
        return leaves.count - 1
    }

    private static let slash = UInt8(ascii: "/")
}

extension Method {
    /// In the order of `allCases`, without searching it.
    var place: Int {
        switch self {
        case .get: 0
        case .head: 1
        case .post: 2
        case .put: 3
        case .delete: 4
        }
    }
}
