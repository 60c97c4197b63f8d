package import Application
package import Domain

extension PrinterAddress {
    /// The printer there.
    package var printer: any Printer {
        switch self {
        case .ipp(let uri): IPPPrinter(uri: uri)
        case .socket(let host, let port): RawPrinter(.socket(host: host, port: port))
        case .device(let path): RawPrinter(.device(path: path))
        }
    }
}
