internal import CSQLite
internal import SQL

/// A prepared statement and the places of its parameters.
///
/// SQLite takes `$1` for a *name* and numbers names by first appearance: in `… $2 … $1 …` the name `$2` is
/// number 1. So each value's number is asked for by name, once, here.
final class Statement {
    let handle: OpaquePointer
    let query: Query
    /// The engine's number of `$1`, `$2`, …
    private let numbers: [Int32]
    private var mark = 0
    /// Standing on a row, so that the same text asked for inside the loop needs a statement of its own.
    var isBusy = false

    init(preparing query: Query, on database: OpaquePointer) throws(StoreFault) {
        var prepared: OpaquePointer?
        var rest: UnsafePointer<CChar>?
        let literal = query.literal
        let code = UnsafeRawPointer(literal.utf8Start).withMemoryRebound(
            to: CChar.self, capacity: literal.utf8CodeUnitCount
        ) { text in
            sqlite3_prepare_v3(
                database, text, Int32(literal.utf8CodeUnitCount), UInt32(SQLITE_PREPARE_PERSISTENT),
                &prepared, &rest)
        }
        guard code == SQLITE_OK else {
            throw StoreFault(
                code: code, systemError: sqlite3_system_errno(database),
                message: String(cString: sqlite3_errmsg(database)), statement: query.text)
        }
        guard let prepared else { preconditionFailure("an empty statement: \(query.text)") }
        precondition(Self.isBlank(rest), "more than one statement: \(query.text)")
        handle = prepared
        self.query = query
        numbers = (0..<sqlite3_bind_parameter_count(prepared)).map { index in
            let number = sqlite3_bind_parameter_index(prepared, "$\(index + 1)")
            precondition(number > 0, "parameters must be $1, $2, … without a gap: \(query.text)")
            return number
        }
    }

    deinit { sqlite3_finalize(handle) }

    /// What follows the first statement; a literal ends with a zero.
    private static func isBlank(_ rest: UnsafePointer<CChar>?) -> Bool {
        guard let rest else { return true }
        return String(cString: rest).allSatisfy { $0.isWhitespace }
    }

    func isOf(_ other: Query) -> Bool {
        query.literal.utf8Start == other.literal.utf8Start
            && query.literal.utf8CodeUnitCount == other.literal.utf8CodeUnitCount
    }

    /// Gives the parameters their values. Whatever happens, `finish` must follow.
    func bind(_ values: [Value], keeping buffer: BindBuffer) -> Int32 {
        precondition(values.count == numbers.count, "\(values.count) values for: \(query.text)")
        mark = buffer.used
        for index in values.indices {
            let code = bind(values[index], at: numbers[index], keeping: buffer)
            if code != SQLITE_OK { return code }
        }
        return SQLITE_OK
    }

    private func bind(_ value: Value, at number: Int32, keeping buffer: BindBuffer) -> Int32 {
        switch value {
        case .null:
            return sqlite3_bind_null(handle, number)
        case .integer(let integer):
            return sqlite3_bind_int64(handle, number, integer)
        case .real(let real):
            return sqlite3_bind_double(handle, number, real)
        case .text(var text):
            return text.withUTF8 { utf8 in
                bind(text: UnsafeRawBufferPointer(utf8), at: number, keeping: buffer)
            }
        case .blob(let bytes):
            return bytes.withUnsafeBytes { bytes in bind(blob: bytes, at: number, keeping: buffer) }
        }
    }

    private func bind(text: UnsafeRawBufferPointer, at number: Int32, keeping buffer: BindBuffer) -> Int32 {
        if let kept = buffer.keep(text) {
            let start = kept.assumingMemoryBound(to: CChar.self)
            return sqlite3_bind_text64(handle, number, start, UInt64(text.count), nil, UInt8(SQLITE_UTF8))
        }
        let start = text.baseAddress?.assumingMemoryBound(to: CChar.self)
        return frontdesk_sqlite_bind_text_copy(handle, number, start, UInt64(text.count))
    }

    private func bind(blob: UnsafeRawBufferPointer, at number: Int32, keeping buffer: BindBuffer) -> Int32 {
        // The kept pointer is never null, and a null pointer would mean NULL instead of an empty blob.
        if let kept = buffer.keep(blob) {
            return sqlite3_bind_blob64(handle, number, kept, UInt64(blob.count), nil)
        }
        return frontdesk_sqlite_bind_blob_copy(handle, number, blob.baseAddress, UInt64(blob.count))
    }

    /// Ready for the next use; nothing of the last one stays behind.
    func finish(_ buffer: BindBuffer) {
        sqlite3_reset(handle)
        if !numbers.isEmpty {
            sqlite3_clear_bindings(handle)
            buffer.release(to: mark)
        }
        isBusy = false
    }
}
