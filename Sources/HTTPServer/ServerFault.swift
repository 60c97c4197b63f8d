/// Why a server does not start.
package enum ServerFault: Error, Equatable {
    /// K-01: only this machine may connect.
    case notLoopback(String)
    case addressUnusable(String, port: Int, errno: Int32)
    /// The descriptor that the service manager gave is no listening TCP socket. libmicrohttpd would abort on
    /// it.
    case notListening(descriptor: Int32)
    case daemonRefused
    case threadRefused(errno: Int32)
}
