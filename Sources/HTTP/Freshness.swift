/// Whether the reader's copy is still good: ETag against If-None-Match.
enum Freshness {
    /// The prepared answer, or 304 when the reader has this version.
    static func answer(_ request: Request, _ prepared: Response, tag: String) -> Response {
        guard let known = request.headers["If-None-Match"], matches(known, tag) else { return prepared }
        var short = prepared
        short.status = 304
        return short
    }

    /// `*`, or a list of tags. The comparison is weak, as RFC 9110 asks here: a `W/` before the tag does not
    /// matter.
    static func matches(_ list: String, _ tag: String) -> Bool {
        list.utf8.split(separator: UInt8(ascii: ",")).contains { part in
            var word = part.drop { $0 == 0x20 || $0 == 0x09 }
            while let last = word.last, last == 0x20 || last == 0x09 { word = word.dropLast() }
            if word.starts(with: "W/".utf8) { word = word.dropFirst(2) }
            return word.elementsEqual("*".utf8) || word.elementsEqual(tag.utf8)
        }
    }
}
