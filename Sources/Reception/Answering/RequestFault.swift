internal import Wire

/// The request itself is wrong, whatever it asks for: our page would never send it.
enum RequestFault: Error {
    case notJSON(JSONFault)
    case notOfSchema([Violation])
    case keyMissing
    case keyMalformed
    case tokenWrong
    case queryWrong(String)
}
