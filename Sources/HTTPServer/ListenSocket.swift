internal import Glibc

/// A listening TCP socket on loopback: made here, or handed over by the service manager and checked.
package struct ListenSocket: Sendable {
    package let descriptor: Int32
    package let port: Int

    /// Opens a socket of our own. Port 0 lets the kernel choose.
    package init(address: String, port: Int) throws(ServerFault) {
        guard let family = Self.loopbackFamily(address) else { throw .notLoopback(address) }
        let descriptor = socket(family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .addressUnusable(address, port: port, errno: errno) }
        var on: Int32 = 1
        let size = socklen_t(MemoryLayout<Int32>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, size)
        if family == AF_INET6 { setsockopt(descriptor, Int32(IPPROTO_IPV6), IPV6_V6ONLY, &on, size) }
        // 1024: a thousand tabs that open at once wait in line instead of meeting a refusal.
        guard Self.bind(descriptor, family, address, port) == 0, listen(descriptor, 1024) == 0 else {
            let code = errno
            Glibc.close(descriptor)
            throw .addressUnusable(address, port: port, errno: code)
        }
        self.descriptor = descriptor
        self.port = Self.local(descriptor)?.port ?? port
    }

    /// Takes over a socket from socket activation.
    package init(descriptor: Int32) throws(ServerFault) {
        guard Self.option(descriptor, SO_ACCEPTCONN) == 1,
            Self.option(descriptor, SO_TYPE) == Int32(SOCK_STREAM.rawValue),
            let local = Self.local(descriptor)
        else { throw .notListening(descriptor: descriptor) }
        guard local.loopback else { throw .notLoopback("descriptor \(descriptor)") }
        self.descriptor = descriptor
        port = local.port
    }

    /// For one that no server took over.
    package func close() { _ = Glibc.close(descriptor) }

    private static func loopbackFamily(_ address: String) -> Int32? {
        var v4 = in_addr()
        if inet_pton(AF_INET, address, &v4) == 1 {
            return UInt32(bigEndian: v4.s_addr) >> 24 == 127 ? AF_INET : nil
        }
        return address == "::1" ? AF_INET6 : nil
    }

    private static func bind(_ descriptor: Int32, _ family: Int32, _ address: String, _ port: Int) -> Int32 {
        guard let port = UInt16(exactly: port) else {
            errno = EINVAL
            return -1
        }
        if family == AF_INET {
            var name = sockaddr_in()
            name.sin_family = sa_family_t(AF_INET)
            name.sin_port = port.bigEndian
            inet_pton(AF_INET, address, &name.sin_addr)
            return withBytes(of: &name) { Glibc.bind(descriptor, $0, $1) }
        }
        var name = sockaddr_in6()
        name.sin6_family = sa_family_t(AF_INET6)
        name.sin6_port = port.bigEndian
        inet_pton(AF_INET6, address, &name.sin6_addr)
        return withBytes(of: &name) { Glibc.bind(descriptor, $0, $1) }
    }

    private static func withBytes<Name>(
        of name: inout Name, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        withUnsafePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<Name>.size))
            }
        }
    }

    private static func local(_ descriptor: Int32) -> (loopback: Bool, port: Int)? {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let status = withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        guard status == 0 else { return nil }
        let family = Int32(storage.ss_family)
        return withUnsafeBytes(of: &storage) { bytes in
            switch family {
            case AF_INET:
                let name = bytes.load(as: sockaddr_in.self)
                return (
                    UInt32(bigEndian: name.sin_addr.s_addr) >> 24 == 127,
                    Int(UInt16(bigEndian: name.sin_port))
                )
            case AF_INET6:
                let name = bytes.load(as: sockaddr_in6.self)
                let address = withUnsafeBytes(of: name.sin6_addr) { Array($0) }
                let one = address.last == 1 && address.dropLast().allSatisfy { $0 == 0 }
                return (one, Int(UInt16(bigEndian: name.sin6_port)))
            default: return nil
            }
        }
    }

    private static func option(_ descriptor: Int32, _ name: Int32) -> Int32? {
        var value: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        return getsockopt(descriptor, SOL_SOCKET, name, &value, &length) == 0 ? value : nil
    }
}
