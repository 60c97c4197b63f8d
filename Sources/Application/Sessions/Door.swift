package import Domain

/// Compares a word with its hash and keeps count of failures: the one way in for passwords, PINs and the
/// setup code.
package struct Door {
    let store: any Store
    let clock: any Clock
    let secrets: any Secrets

    package init(store: any Store, clock: any Clock, secrets: any Secrets) {
        self.store = store
        self.clock = clock
        self.secrets = secrets
    }

    package func tryWord(
        _ word: String, hash: String?, counting subject: LockoutSubject, failure: Notice, request: String?
    ) throws -> Bool {
        try attempt(counting: subject, failure: failure, request: request) {
            try secrets.verify(word, against: hash)
        }
    }

    /// Counts the attempt, runs the comparison outside any transaction, and clears the count when it was
    /// right.
    package func attempt(
        counting subject: LockoutSubject, failure: Notice, request: String?, _ compare: () throws -> Bool
    ) throws -> Bool {
        let (before, counted) = try store.keep { shelf in
            let before = try shelf.lockouts.find(subject) ?? .none
            let counted = try before.attempt(at: clock.now)
            try shelf.lockouts.put(counted, for: subject)
            return (before, counted)
        }
        let right: Bool
        do {
            right = try compare()
        } catch {
            // The comparison did not happen (too many were waiting): that was no guess.
            try store.keep { shelf in
                if try shelf.lockouts.find(subject) == counted {
                    try shelf.lockouts.put(before, for: subject)
                }
            }
            throw error
        }
        try store.keep { shelf in
            if right {
                try shelf.lockouts.clear(subject)
            } else {
                try shelf.note(failure, by: Author(operator: nil, request: request))
                if counted.until != nil {
                    try shelf.note(Notice(.lockedOut, about: failure.subject), by: .desk)
                }
            }
        }
        return right
    }
}
