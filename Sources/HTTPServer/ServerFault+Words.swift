internal import Glibc

extension ServerFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notLoopback(let address):
            "\(address) is not on this machine alone; only 127.0.0.1 and [::1] may be listened on"
        case .addressUnusable(let address, let port, let errno) where errno == EADDRINUSE:
            "port \(port) on \(address) is taken by another program;"
                + " stop it, or choose another port in [http] listen"
        case .addressUnusable(let address, let port, let errno):
            "port \(port) on \(address) cannot be listened on: \(String(cString: strerror(errno)))"
        case .notListening(let descriptor):
            "descriptor \(descriptor) is no listening socket; see the .socket unit"
        case .daemonRefused: "libmicrohttpd does not start; is there memory, and are there descriptors left?"
        case .threadRefused(let errno): "no thread can be started: \(String(cString: strerror(errno)))"
        }
    }

    /// The machine does not have that kind of address at all, as when IPv6 is switched off.
    package var isAddressMissing: Bool {
        if case .addressUnusable(_, _, let errno) = self {
            return errno == EADDRNOTAVAIL || errno == EAFNOSUPPORT
        }
        return false
    }
}
