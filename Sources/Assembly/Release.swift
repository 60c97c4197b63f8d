/// The version that both programs carry.
package enum Release {
    package static let version = "0.1.0"
}
