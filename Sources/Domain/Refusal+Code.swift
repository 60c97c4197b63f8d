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

        case mailProfileNotFound = "mail_profile_not_found"
        case mailProfileChanged = "mail_profile_changed"
        case mailProfileStepRefused = "mail_profile_step_refused"
        case mailProfileEmailMissing = "mail_profile_email_missing"
        case mailProfileDocumentUnseen = "mail_profile_document_unseen"
        case calendarChanged = "calendar_changed"
        case readBackOutdated = "read_back_outdated"

        case listMissing = "list_missing"
        case listBusy = "list_busy"
        case listReplaced = "list_replaced"
        case listErrorsReplaced = "list_errors_replaced"
        case listUnchecked = "list_unchecked"
        case listPieceWrong = "list_piece_wrong"
        case listTooLong = "list_too_long"
        case listWorkbook = "list_workbook"
        case listUnreadable = "list_unreadable"
        case listColumnsMissing = "list_columns_missing"
        case listEmpty = "list_empty"

        case cardMerged = "card_merged"
        case mergeWithItself = "merge_with_itself"
        case mergeVisitsOpen = "merge_visits_open"
        case mergeRelatives = "merge_relatives"
        case mergeDeadServed = "merge_dead_served"
        case mergeNotFound = "merge_not_found"
        case cardsPartedAlready = "cards_parted_already"
        case partOtherFirst = "part_other_first"

        case familyLinkNotFound = "family_link_not_found"
        case familyLinkSelf = "family_link_self"
        case familyLinkStanding = "family_link_standing"
        case familyLinkCircular = "family_link_circular"
        case familyLinkEndedAlready = "family_link_ended_already"
        case familyRightsEnded = "family_rights_ended"
        case familyBasisMissing = "family_basis_missing"
        case representativeNeeded = "representative_needed"

        case patientDead = "patient_dead"
        case deathNoteNotFound = "death_note_not_found"
        case deathNotedAlready = "death_noted_already"
        case deathNoteStruckAlready = "death_note_struck_already"

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

        case insurerNotFound = "insurer_not_found"
        case insurerChanged = "insurer_changed"
        case programmeNotFound = "programme_not_found"
        case programmeChanged = "programme_changed"
        case requisitesChanged = "requisites_changed"

        case issuedPolicyNotFound = "issued_policy_not_found"
        case issuedPolicyChanged = "issued_policy_changed"
        case policyStepRefused = "policy_step_refused"
        case policyNumberUnknown = "policy_number_unknown"
        case policyPersonDiffers = "policy_person_differs"
        case policyLinkedAlready = "policy_linked_already"

        case certificateNotFound = "certificate_not_found"
        case certificateChanged = "certificate_changed"
        case certificateStarted = "certificate_started"
    }
}
