import Domain
import Testing

@Suite struct `A printer's address` {
    @Test(arguments: [
        ("ipp://localhost/printers/reception", PrinterAddress.ipp(uri: "ipp://localhost/printers/reception")),
        ("ipps://10.0.0.7:8631/ipp/print", .ipp(uri: "ipps://10.0.0.7:8631/ipp/print")),
        ("tcp://192.168.1.7:9101", .socket(host: "192.168.1.7", port: 9101)),
        ("tcp://tickets.local", .socket(host: "tickets.local", port: 9100)),
        ("tcp://[fe80::1]:9100/", .socket(host: "fe80::1", port: 9100)),
        ("/dev/usb/lp0", .device(path: "/dev/usb/lp0")),
    ])
    func `says how it is spoken to`(text: String, address: PrinterAddress) throws {
        #expect(try PrinterAddress(text) == address)
    }

    @Test(arguments: [
        "printer.local", "http://localhost:631/printers/a", "ipp://", "ipp://localhost", "ipp://localhost/",
        "ipp://me:word@localhost/ipp/print", "tcp://", "tcp://host:0", "tcp://host:99999", "tcp://a/b",
        "/dev/../etc/passwd", "/etc/passwd",
    ])
    func `that is none is refused with an example`(text: String) {
        let wrong = #expect(throws: PrinterAddress.Wrong.self) { try PrinterAddress(text) }
        #expect(wrong?.description.contains("like ") == true)
    }
}
