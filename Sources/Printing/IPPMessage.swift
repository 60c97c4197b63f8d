internal import CCups

/// A request or an answer of the Internet Printing Protocol (RFC 8010, 8011).
struct IPPMessage: ~Copyable {
    let pointer: OpaquePointer

    /// Begins a request to the printer at an address.
    init(_ operation: ipp_op_t, printer uri: String) {
        // Nil only when no memory is left, and then nothing else goes on either.
        guard let made = ippNewRequest(operation) else { preconditionFailure("no memory for a request") }
        pointer = made
        add(IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", uri)
    }

    init(taking pointer: OpaquePointer) { self.pointer = pointer }

    deinit { ippDelete(pointer) }

    var length: Int { ippLength(pointer) }
    var status: ipp_status_t { ippGetStatusCode(pointer) }

    func add(_ group: ipp_tag_t, _ kind: ipp_tag_t, _ name: String, _ value: String) {
        ippAddString(pointer, group, kind, name, nil, value)
    }

    func add(_ group: ipp_tag_t, _ name: String, _ value: Int64) {
        ippAddInteger(pointer, group, IPP_TAG_INTEGER, name, Int32(clamping: value))
    }

    /// Asks for these attributes only.
    func request(_ names: [String]) {
        let first = ippAddString(
            pointer, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", nil, names[0])
        var attribute = first
        for name in names.dropFirst() {
            _ = ippSetString(pointer, &attribute, ippGetCount(attribute), name)
        }
    }

    /// A number or an enum.
    func number(_ name: String) -> Int64? {
        guard let found = ippFindAttribute(pointer, name, IPP_TAG_ZERO) else { return nil }
        return Int64(ippGetInteger(found, 0))
    }

    func words(_ name: String) -> [String] {
        guard let found = ippFindAttribute(pointer, name, IPP_TAG_ZERO) else { return [] }
        return (0..<ippGetCount(found)).compactMap { at in
            ippGetString(found, at, nil).map { String(cString: $0) }
        }
    }
}
