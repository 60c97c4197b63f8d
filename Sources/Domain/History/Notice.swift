/// Something the audit must remember although it changed nothing in the register: who came in, who looked.
package struct Notice: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case signedIn = "signed_in"
        case signInFailed = "sign_in_failed"
        case lockedOut = "locked_out"
        case signedOut = "signed_out"
        case signedOutEverywhere = "signed_out_everywhere"
        case screenLocked = "screen_locked"
        case screenUnlocked = "screen_unlocked"
        case unlockFailed = "unlock_failed"
        case operatorSwitched = "operator_switched"
        case setupCodeWrong = "setup_code_wrong"
        case patientViewed = "patient_viewed"
        case journalRead = "journal_read"
        case printCancelled = "print_cancelled"
        case printConfirmed = "print_confirmed"
        case printedAgain = "printed_again"
    }

    package let kind: Kind
    package let subject: Subject?

    package init(_ kind: Kind, about subject: Subject? = nil) {
        self.kind = kind
        self.subject = subject
    }
}
