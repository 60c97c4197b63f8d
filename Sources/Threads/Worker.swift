/// A long job with its own thread: it works until the token says stop, or throws and takes the process with
/// it.
package struct Worker: Sendable {
    package let name: String
    package let stackBytes: Int
    package let run: @Sendable (StopToken) throws -> Void

    package init(
        _ name: String, stackBytes: Int = Thread.usualStackBytes,
        run: @escaping @Sendable (_ until: StopToken) throws -> Void
    ) {
        self.name = name
        self.stackBytes = stackBytes
        self.run = run
    }
}
