/// What can be said of a code that was scanned. Each has one sentence, the same wherever it is shown.
package enum Verdict: Hashable, Sendable {
    /// The names that every program of the house gives them.
    package enum Code: String, CaseIterable, Sendable {
        case registered = "OK_REGISTERED"
        case notYetSynced = "OK_NOT_YET_SYNCED"
        case replaced = "REPLACED"
        case revoked = "REVOKED"
        case rejectedByCentre = "REJECTED_BY_CENTRE"
        case expired = "EXPIRED"
        case notYetValid = "NOT_YET_VALID"
        case badSignature = "BAD_SIGNATURE"
        case unknownKiosk = "UNKNOWN_KIOSK"
        case kioskRevoked = "KIOSK_REVOKED"
        case format = "FORMAT"
    }

    case registered
    case notYetSynced
    case replaced(by: String, on: CalendarDay)
    /// The document holds, but a later sheet of it was asked for in the place of this one.
    case replacedByCopy(Int64, of: String, on: CalendarDay)
    case revoked(RevocationReason, on: CalendarDay)
    case rejectedByCentre
    case expired(CalendarDay)
    case notYetValid(CalendarDay)
    case badSignature
    /// The signature is of a desk whose key this one does not have.
    case unknownKiosk
    case kioskRevoked(since: CalendarDay)
    case format(FormatFault)

    package var code: Code {
        switch self {
        case .registered: .registered
        case .notYetSynced: .notYetSynced
        case .replaced, .replacedByCopy: .replaced
        case .revoked: .revoked
        case .rejectedByCentre: .rejectedByCentre
        case .expired: .expired
        case .notYetValid: .notYetValid
        case .badSignature: .badSignature
        case .unknownKiosk: .unknownKiosk
        case .kioskRevoked: .kioskRevoked
        case .format: .format
        }
    }

    /// Whether the paper is from a desk that we know, whatever has become of it since.
    package var isGenuine: Bool {
        switch code {
        case .registered, .notYetSynced, .replaced, .revoked, .rejectedByCentre, .expired, .notYetValid: true
        case .badSignature, .unknownKiosk, .kioskRevoked, .format: false
        }
    }

    /// Whether the paper may be relied on today.
    package var isGood: Bool { code == .registered || code == .notYetSynced }

    /// The sentence's key in the catalogue, behind `verdict.`.
    package var sentence: String {
        switch self {
        case .registered: "ok_registered"
        case .notYetSynced: "ok_not_yet_synced"
        case .replaced: "replaced"
        case .replacedByCopy: "replaced_by_copy"
        case .revoked: "revoked"
        case .rejectedByCentre: "rejected_by_centre"
        case .expired: "expired"
        case .notYetValid: "not_yet_valid"
        case .badSignature: "bad_signature"
        case .unknownKiosk: "unknown_kiosk"
        case .kioskRevoked: "kiosk_revoked"
        case .format(let fault): "format.\(fault.code)"
        }
    }

    /// What the sentence names.
    package var parameters: [String: String] {
        switch self {
        case .replaced(let number, let day): ["number": number, "day": day.shown]
        case .replacedByCopy(let copy, let number, let day):
            ["copy": "\(copy)", "number": number, "day": day.shown]
        case .revoked(_, let day), .expired(let day), .notYetValid(let day), .kioskRevoked(let day):
            ["day": day.shown]
        case .format(.foreign(let host)): ["host": host]
        default: [:]
        }
    }
}

/// Why a document holds no more, in the few words that may be told to whoever checks it.
package enum RevocationReason: String, Hashable, Sendable, CaseIterable {
    /// It was made with a mistake.
    case mistake
    /// The insurer or the clinic ended the contract.
    case ended
    /// The holder asked for it.
    case holder
    /// It was given to the wrong person, or used by one.
    case misuse
}
