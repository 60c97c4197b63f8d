/// The cookies of the console. On loopback HTTP neither `Secure` nor `__Host-` is possible (README, "The
/// demo").
enum CookieNames {
    static let session = "frontdesk_session"
    /// Which browser this is: a quick change of operator happens within one.
    static let screen = "frontdesk_screen"
    static let language = "frontdesk_language"
}
