package import HTTP

/// The limits of a server. The defaults are the reception desk's.
package struct Configuration: Sendable {
    /// Connections that are served at once. When more come, the oldest that has not sent a whole request goes
    /// first.
    package var maxConnections = 512
    /// Memory of one connection inside libmicrohttpd; half of it is the longest header.
    package var headerBytes = 32 * 1024
    package var maxBodyBytes = 1 << 20
    /// A longer or shorter limit for one place; nil keeps `maxBodyBytes`.
    package var bodyLimit: @Sendable (Method, String) -> Int? = { _, _ in nil }
    /// From the first byte of a request, or from the connection's start, to the end of its header.
    package var headerSeconds = 5
    /// How long a connection may rest between two requests.
    package var idleSeconds = 30
    /// The slowest body (and the slowest reader of an answer) that is still waited for.
    package var floorBytesPerSecond = 64 * 1024
    /// What a body may take before the floor is measured: a laptop that hiccups is no attacker.
    package var graceSeconds = 5
    /// The longest a body may take even above the floor.
    package var bodySeconds = 120
    /// Measured: the deepest handler needs less than 100 KB; a thread per connection makes every page count.
    package var threadStackBytes = 512 * 1024
    /// How often the watchdog looks.
    package var watchMilliseconds = 500

    package init() {}
}
