/// What can go wrong before a route's handler is reached. The texts in the reader's language come from
/// outside.
package enum ProblemKind: Hashable, Sendable {
    case malformed
    case foreignOrigin
    case crossSite
    case notFound
    case methodNotAllowed
    case late
    case bodyTooLarge
    case mediaTypeUnsupported
    case hostUnknown

    package static let all: [ProblemKind] = [
        .malformed, .foreignOrigin, .crossSite, .notFound, .methodNotAllowed, .late, .bodyTooLarge,
        .mediaTypeUnsupported, .hostUnknown,
    ]

    package var status: Int {
        switch self {
        case .malformed: 400
        case .foreignOrigin, .crossSite: 403
        case .notFound: 404
        case .methodNotAllowed: 405
        case .late: 408
        case .bodyTooLarge: 413
        case .mediaTypeUnsupported: 415
        case .hostUnknown: 421
        }
    }

    package var code: String {
        switch self {
        case .malformed: "request_malformed"
        case .foreignOrigin: "origin_unknown"
        case .crossSite: "cross_site"
        case .notFound: "not_found"
        case .methodNotAllowed: "method_not_allowed"
        case .late: "request_late"
        case .bodyTooLarge: "body_too_large"
        case .mediaTypeUnsupported: "media_type_unsupported"
        case .hostUnknown: "host_unknown"
        }
    }
}

/// Turns a kind into a problem document for this reader.
package typealias ProblemWriter = @Sendable (Request, ProblemKind) -> Response
