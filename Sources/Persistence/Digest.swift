/// SHA-256, lent by whoever has it: the store hashes and does not care how.
package typealias Digest = @Sendable ([UInt8]) -> [UInt8]
