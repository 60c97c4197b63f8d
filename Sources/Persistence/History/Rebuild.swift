internal import Domain
package import SQL
internal import Wire

/// Builds a register from operations alone: what the centre will do, and the admin's last resort when the
/// tables of a desk are damaged but its outbox is not.
package struct Rebuild {
    package enum Fault: Error, CustomStringConvertible {
        case unknownType(String, sequence: Int64)
        case notAFact(String, sequence: Int64)

        package var description: String {
            switch self {
            case .unknownType(let type, let sequence): "operation \(sequence) is of the unknown type \(type)"
            case .notAFact(let why, let sequence): "operation \(sequence) cannot be read: \(why)"
            }
        }
    }

    package init() {}

    /// Applies every operation of `source` to the empty register in `target`; returns how many.
    package func callAsFunction(from source: any Connection, into target: any Connection) throws -> Int64 {
        var register = Register(target)
        var count: Int64 = 0
        try source.each(selectOperations, []) { row in
            try register.apply(try event(type: row.text(1), payload: row.blob(2), sequence: row.integer(0)))
            count += 1
        }
        try register.finish()
        return count
    }

    private func event(type: String, payload: [UInt8], sequence: Int64) throws -> Event {
        guard let kind = Event.Kind(rawValue: type) else { throw Fault.unknownType(type, sequence: sequence) }
        do {
            return try Event(kind, fact: JSON(parsing: payload))
        } catch let fault as FactFault {
            throw Fault.notAFact(fault.description, sequence: sequence)
        } catch let fault as JSONFault {
            throw Fault.notAFact(fault.reason.rawValue, sequence: sequence)
        }
    }
}

private let selectOperations = Query("SELECT seq, type, payload FROM outbox ORDER BY seq")
