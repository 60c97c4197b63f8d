/// Every code that reading a field can give. Each has a Russian and an English text under `field.<code>`.
package enum FieldCode: String, Sendable, CaseIterable {
    // Any field
    case required
    case textTooLong = "text_too_long"
    case textControl = "text_control"
    case textDirection = "text_direction"
    case outOfRange = "out_of_range"

    // Names
    case nameTooLong = "name_too_long"
    case nameNoLetters = "name_no_letters"
    case nameDigit = "name_digit"
    case nameEmoji = "name_emoji"
    case nameControl = "name_control"
    case nameSign = "name_sign"
    case nameLetter = "name_letter"
    case nameLatin = "name_latin"
    case nameMixedLatin = "name_mixed_latin"
    case nameMixedCyrillic = "name_mixed_cyrillic"
    case nameTwoScripts = "name_two_scripts"
    case patronymicNoneTyped = "patronymic_none_typed"
    case patronymicAndTick = "patronymic_and_tick"

    // Dates
    case dateUnreadable = "date_unreadable"
    case dateYearShort = "date_year_short"
    case dateNoSuchMonth = "date_no_such_month"
    case dateNoSuchDay = "date_no_such_day"
    case birthFuture = "birth_future"
    case birthTooEarly = "birth_too_early"
    case birthTooOld = "birth_too_old"
    case birthOld = "birth_old"
    case birthFirstJanuary = "birth_first_january"

    case timeUnreadable = "time_unreadable"
    case lateFuture = "late_future"
    case lateLongAgo = "late_long_ago"
    case lateBeforeBirth = "late_before_birth"

    case sexUnknown = "sex_unknown"

    // Ways to reach a person
    case phoneSign = "phone_sign"
    case phoneLength = "phone_length"
    case phonePlusNeeded = "phone_plus_needed"
    case phonePlusEight = "phone_plus_eight"
    case phoneAllEqual = "phone_all_equal"
    case emailAt = "email_at"
    case emailSpace = "email_space"
    case emailSign = "email_sign"
    case emailDomain = "email_domain"
    case emailTooLong = "email_too_long"
    case emailTwoScripts = "email_two_scripts"

    // СНИЛС
    case snilsSign = "snils_sign"
    case snilsLength = "snils_length"
    case snilsZero = "snils_zero"
    case snilsControl = "snils_control"
    case snilsUnchecked = "snils_unchecked"
    case snilsShared = "snils_shared"

    case paperShared = "paper_shared"
    // Beside the card
    case phoneTwice = "phone_twice"
    case addressAndTick = "address_and_tick"
    case attachmentUnknown = "attachment_unknown"
    case attachedFuture = "attached_future"

    case sheetNumberWrong = "sheet_number_wrong"
    case calendarDayWrong = "calendar_day_wrong"
    // Numbers of papers
    case digitsOnly = "digits_only"
    case numberAllEqual = "number_all_equal"
    case paperNumberSign = "paper_number_sign"
    case paperNumberLength = "paper_number_length"

    // ИНН
    case innLength = "inn_length"
    case innOrganisation = "inn_organisation"
    case innLeadingZero = "inn_leading_zero"
    case innControl = "inn_control"

    // Policies
    case policyKindUnknown = "policy_kind_unknown"
    case policyNoDigit = "policy_no_digit"
    case policyEnded = "policy_ended"
    case omsTypeUnknown = "oms_type_unknown"
    case omsLength = "oms_length"
    case omsBlankNumber = "oms_blank_number"
    case omsLooksVoluntary = "oms_looks_voluntary"
    case omsTemporaryLength = "oms_temporary_length"
    case omsOldShape = "oms_old_shape"
    case omsOldUnchecked = "oms_old_unchecked"
    case enpLength = "enp_length"
    case enpControl = "enp_control"

    // Documents of a person
    case documentKindUnknown = "document_kind_unknown"
    case issuedFuture = "issued_future"
    case issuedBeforeBirth = "issued_before_birth"
    case passportLength = "passport_length"
    case passportSeriesLength = "passport_series_length"
    case passportNumberLength = "passport_number_length"
    case passportTooYoung = "passport_too_young"
    case passportIssuedYoung = "passport_issued_young"
    case passportBlankYear = "passport_blank_year"
    case passportReplace = "passport_replace"
    case departmentCodeLength = "department_code_length"
    case birthCertificateSeries = "birth_certificate_series"
    case birthCertificateNumeral = "birth_certificate_numeral"
    case birthCertificateNumber = "birth_certificate_number"
    case birthCertificateAge = "birth_certificate_age"
    case travelPassportLength = "travel_passport_length"
    case travelSeriesLength = "travel_series_length"
    case travelNumberLength = "travel_number_length"

    // Lines of a list
    case listQuoteOpen = "list_quote_open"
    case listLineLong = "list_line_long"
    case listCellsMany = "list_cells_many"
    case listPoliciesMany = "list_policies_many"
    case listPatronymicEmpty = "list_patronymic_empty"
    case listSexUnknown = "list_sex_unknown"
    case listSnilsOther = "list_snils_other"
    case listSnilsOtherLine = "list_snils_other_line"
    case listAlike = "list_alike"
    case listAlikeLine = "list_alike_line"
    case listTwice = "list_twice"
    case listReasonNeeded = "list_reason_needed"

    // Family and death
    case familyParentYounger = "family_parent_younger"
    case familyParentOfAdult = "family_parent_of_adult"
    case familyUntilPast = "family_until_past"
    case deathFuture = "death_future"
    case deathBeforeBirth = "death_before_birth"

    // Cards and precincts
    case mergeDoubtful = "merge_doubtful"
    case placeTaken = "place_taken"
    case placeTakenClosed = "place_taken_closed"

    // Operators and the desk
    case loginLength = "login_length"
    case loginFirst = "login_first"
    case loginSign = "login_sign"
    case loginLayout = "login_layout"
    case loginTaken = "login_taken"
    case passwordShort = "password_short"
    case passwordLong = "password_long"
    case passwordControl = "password_control"
    case passwordCommon = "password_common"
    case passwordIsLogin = "password_is_login"
    case passwordLayout = "password_layout"
    case passwordMismatch = "password_mismatch"
    case oldPasswordWrong = "old_password_wrong"
    case setupCodeWrong = "setup_code_wrong"
    case pinDigits = "pin_digits"
    case pinShort = "pin_short"
    case pinLong = "pin_long"
    case pinWeak = "pin_weak"
    case prefixDigits = "prefix_digits"
    case prefixLength = "prefix_length"
    case prefixZero = "prefix_zero"
    case validDayOutOfReach = "valid_day_out_of_reach"
    case validDaysReversed = "valid_days_reversed"

    // Catalogues
    case lineTooLong = "line_too_long"
    case linesTooMany = "lines_too_many"
    case amountWrong = "amount_wrong"
    case amountRange = "amount_range"
    case percentWrong = "percent_wrong"
    case insurerTaken = "insurer_taken"
    case insurerUnknown = "insurer_unknown"
    case programmeCodeTaken = "programme_code_taken"
    case clinicInnLength = "clinic_inn_length"
    case clinicInnControl = "clinic_inn_control"

    // Policies that the desk issues
    case insurerClosed = "insurer_closed"
    case programmesMissing = "programmes_missing"
    case programmeUnknown = "programme_unknown"
    case programmeClosed = "programme_closed"
    case programmeOther = "programme_other"
    case periodReversed = "period_reversed"
    case ownNumberTyped = "own_number_typed"
    case sameNumberOnCard = "same_number_on_card"
    case latinNameSign = "latin_name_sign"
    case linkSurname = "link_surname"
    case linkName = "link_name"
    case linkBirthDate = "link_birth_date"
    case certificateSame = "certificate_same"
    case purchaseFuture = "purchase_future"

    /// Codes that ask a person to look again, and let the value through.
    package var severity: FieldProblem.Severity {
        switch self {
        case .birthOld, .birthFirstJanuary, .emailTwoScripts, .snilsUnchecked, .snilsShared, .passwordLayout,
            .policyNoDigit, .policyEnded, .omsOldUnchecked, .enpControl, .passportBlankYear,
            .passportReplace, .birthCertificateAge, .paperShared, .listTwice:
            .warning
        default: .error
        }
    }
}
