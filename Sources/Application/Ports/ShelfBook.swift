package import Domain

/// What stands on the shelves, to look at. Looking needs no writer: a disk that takes no more writes keeps
/// nobody from being recognised.
package protocol ShelfBook {
    /// The session under this cookie's digest, with its operator as the operator is now.
    func session(digest: String) throws -> Session?
    /// Every session of one screen, the one at work and those that wait for their operators to come back.
    func sessions(on screen: String) throws -> [Session]
    func lastSignIn(of owner: ID<Operator>) throws -> Instant?
    func credential(of id: ID<Operator>) throws -> Credential?
    func lockout(of subject: LockoutSubject) throws -> Lockout?
    func drafts(of owner: ID<Operator>) throws -> [Draft]
}
