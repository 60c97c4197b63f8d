/// One row of a result, read by column position while the statement stands on it.
///
/// A row is only good inside the closure that receives it: the engine reuses it for the next one.
package protocol Row {
    func isNull(_ column: Int) -> Bool
    func integer(_ column: Int) -> Int64
    func real(_ column: Int) -> Double
    func text(_ column: Int) -> String
    func blob(_ column: Int) -> [UInt8]
    /// A text where it lies, for what is read from it and not kept.
    func withText<Result>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result
    /// The same of bytes.
    func withBlob<Result>(_ column: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result
}

extension Row {
    package func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }
    package func optionalInteger(_ column: Int) -> Int64? { isNull(column) ? nil : integer(column) }
    package func flag(_ column: Int) -> Bool { integer(column) != 0 }
}
