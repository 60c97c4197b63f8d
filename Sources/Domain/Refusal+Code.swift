extension Refusal {
    /// Every way the domain says no. A new case asks, by a test, for a status and for a text in both
    /// languages.
    package enum Code: String, CaseIterable, Sendable {
        case fieldsInvalid = "fields_invalid"
        case warningsUnread = "warnings_unread"
        case overrideReasonMissing = "override_reason_missing"

        case setupNeeded = "setup_needed"
        case setupDone = "setup_done"
        case setupCodeWrong = "setup_code_wrong"

        case signInFailed = "sign_in_failed"
        case lockedOut = "locked_out"
        case signedOut = "signed_out"
        case screenLocked = "screen_locked"
        case pinWrong = "pin_wrong"
        case pinNotSet = "pin_not_set"
        case sessionGone = "session_gone"
        case roleMissing = "role_missing"
        case oldPasswordWrong = "old_password_wrong"
        case tooBusy = "too_busy"

        case operatorNotFound = "operator_not_found"
        case operatorChanged = "operator_changed"
        case loginTaken = "login_taken"
        case lastAdmin = "last_admin"

        case patientNotFound = "patient_not_found"
        case patientChanged = "patient_changed"

        case visitNotFound = "visit_not_found"
        case visitChanged = "visit_changed"
        case visitAlreadyOpen = "visit_already_open"
        case visitStepRefused = "visit_step_refused"

        case paperNotFound = "paper_not_found"
        case paperNotedAlready = "paper_noted_already"
        case paperStruckAlready = "paper_struck_already"

        case consentNotFound = "consent_not_found"
        case consentChanged = "consent_changed"
        case consentStepRefused = "consent_step_refused"
        case consentStanding = "consent_standing"
        case consentTextMissing = "consent_text_missing"
        case consentTextChanged = "consent_text_changed"

        case particularsChanged = "particulars_changed"
        case phoneChanged = "phone_changed"
        case attachmentPlaceNotFound = "attachment_place_not_found"
        case attachmentPlaceChanged = "attachment_place_changed"

        case shiftNotOpen = "shift_not_open"
        case shiftAlreadyOpen = "shift_already_open"
        case shiftNotYours = "shift_not_yours"

        case settingsChanged = "settings_changed"
        case draftNotFound = "draft_not_found"
        case draftsTooMany = "drafts_too_many"

        case keyReused = "idempotency_key_reused"
    }
}
