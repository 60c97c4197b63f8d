internal import CCups

/// The parts of an `ipp:` address.
struct IPPPlace {
    let host: String
    let port: Int32
    let path: String
    let isEncrypted: Bool

    init?(_ uri: String) {
        let room = 1024
        var scheme = [CChar](repeating: 0, count: 32)
        var user = [CChar](repeating: 0, count: 256)
        var host = [CChar](repeating: 0, count: room)
        var path = [CChar](repeating: 0, count: room)
        var port: Int32 = 0
        let status = httpSeparateURI(
            HTTP_URI_CODING_ALL, uri, &scheme, Int32(scheme.count), &user, Int32(user.count), &host,
            Int32(room), &port, &path, Int32(room))
        // Whatever is no error only says what was left out.
        guard status.rawValue >= HTTP_URI_STATUS_OK.rawValue, host[0] != 0, user[0] == 0 else { return nil }
        self.host = IPPPlace.text(host)
        self.path = IPPPlace.text(path)
        self.port = port
        isEncrypted = uri.hasPrefix("ipps:")
        guard self.path.count > 1 else { return nil }
    }

    private static func text(_ bytes: [CChar]) -> String {
        String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
