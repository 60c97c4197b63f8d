package import Domain

extension Refusal.Code {
    /// The one table from codes to HTTP statuses.
    package var status: Int {
        switch self {
        case .fieldsInvalid, .warningsUnread, .overrideReasonMissing, .keyReused, .oldPasswordWrong,
            .listTooLong, .listWorkbook, .listUnreadable, .listColumnsMissing, .listEmpty,
            .deskKeyUnreadable, .copyReasonMissing:
            422
        case .setupNeeded, .setupDone, .pinNotSet, .operatorChanged, .loginTaken, .lastAdmin, .patientChanged,
            .visitChanged, .visitAlreadyOpen, .visitStepRefused, .shiftAlreadyOpen, .shiftNotYours,
            .settingsChanged, .draftsTooMany, .consentChanged, .consentStepRefused, .consentStanding,
            .consentTextMissing, .consentTextChanged, .paperNotedAlready, .paperStruckAlready,
            .mailProfileChanged, .mailProfileStepRefused, .mailProfileEmailMissing,
            .mailProfileDocumentUnseen, .calendarChanged, .readBackOutdated, .listBusy, .listReplaced,
            .listErrorsReplaced, .listUnchecked, .listPieceWrong, .cardMerged, .mergeWithItself,
            .mergeVisitsOpen, .mergeRelatives,
            .mergeDeadServed, .cardsPartedAlready, .partOtherFirst, .familyLinkSelf, .familyLinkStanding,
            .familyLinkCircular, .familyLinkEndedAlready, .familyRightsEnded, .familyBasisMissing,
            .representativeNeeded, .companionNotedAlready, .companionTooLate, .patientDead,
            .deathNotedAlready, .deathNoteStruckAlready,
            .particularsChanged, .phoneChanged, .attachmentPlaceChanged, .printerMissing, .printJobChanged,
            .printStepRefused, .deskKeyOwn, .deskKeyKnown,
            .deskKeyWithdrawn, .documentChanged, .documentEnded, .documentKeyExhausted, .copyAnswered,
            .insurerChanged, .programmeChanged, .requisitesChanged,
            .issuedPolicyChanged, .policyStepRefused, .policyPersonDiffers, .policyLinkedAlready,
            .certificateChanged, .certificateStarted:
            409
        case .setupCodeWrong, .roleMissing: 403
        case .signInFailed, .signedOut, .pinWrong: 401
        case .lockedOut: 429
        case .screenLocked: 423
        case .tooBusy: 503
        case .sessionGone, .operatorNotFound, .patientNotFound, .visitNotFound, .shiftNotOpen, .draftNotFound,
            .consentNotFound, .paperNotFound, .mailProfileNotFound, .listMissing, .mergeNotFound,
            .familyLinkNotFound, .deathNoteNotFound, .attachmentPlaceNotFound, .printJobNotFound,
            .deskKeyNotFound, .documentNotFound, .copyNotFound,
            .insurerNotFound, .programmeNotFound, .issuedPolicyNotFound, .policyNumberUnknown,
            .certificateNotFound:
            404
        }
    }
}
