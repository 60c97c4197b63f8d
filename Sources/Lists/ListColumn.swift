internal import Domain

/// What a column of a list holds. Recognised by the many names that such columns bear.
package enum ListColumn: String, CaseIterable, Sendable {
    case fullName = "full_name"
    case surname
    case name
    case patronymic
    case birthDate = "birth_date"
    case sex
    case phone
    case email
    case snils
    case policyKind = "policy_kind"
    case policySeries = "policy_series"
    case policyNumber = "policy_number"
    case omsNumber = "oms_number"
    case dmsNumber = "dms_number"
    case insurer = "policy_insurer"
    case validTo = "policy_valid_to"
    case passport
    case passportSeries = "passport_series"
    case passportNumber = "passport_number"
    case note
    /// Our own two, in a file of errors that comes back mended.
    case line
    case reason

    var isOurs: Bool { self == .line || self == .reason }

    /// Capitals, spaces, dots and signs do not matter.
    package init?(title: String) {
        let key = SearchText.fold(title).filter { $0 != " " }
        guard let column = ListColumn.byName[key] else { return nil }
        self = column
    }

    private static let byName: [String: ListColumn] = {
        var table: [String: ListColumn] = [:]
        for (column, line) in names {
            for name in line.split(separator: " ") { table[String(name)] = column }
        }
        return table
    }()

    private static let names: [(ListColumn, String)] = [
        (
            .fullName,
            "фио фамилияимяотчество фамилияио фиозастрахованного фиозастрахованноголица фиопациента"
                + " фиосотрудника фиоработника застрахованный застрахованноелицо сотрудник работник"
                + " пациент фиополностью полноеимя fio fullname insured patient employee"
        ),
        (.surname, "фамилия фам фамилиязастрахованного фамилиясотрудника surname lastname familyname last"),
        (.name, "имя имязастрахованного имясотрудника name firstname givenname first"),
        (.patronymic, "отчество отч отчествозастрахованного patronymic middlename secondname middle"),
        (
            .birthDate,
            "датарождения датарожд дрождения др деньрождения рождение родился birthdate dateofbirth birthday"
                + " birth dob born"
        ),
        (.sex, "пол полмж sex gender"),
        (
            .phone,
            "телефон тел телефонмобильный мобильныйтелефон мобильный номертелефона контактныйтелефон"
                + " сотовый сотовыйтелефон номермобильноготелефона телефонзастрахованного phone mobile"
                + " phonenumber mobilephone cell tel"
        ),
        (
            .email,
            "email почта электроннаяпочта элпочта адресэлектроннойпочты емейл имейл емайл mail emailaddress"
        ),
        (.snils, "снилс номерснилс страховойномер снилсзастрахованного snils"),
        (
            .policyKind,
            "видполиса типполиса видстрахования видстраховки policykind policytype kind insurancetype"
        ),
        (.policySeries, "серия серияполиса полиссерия series policyseries"),
        (
            .policyNumber,
            "полис номерполиса полисномер nполиса номер номердоговораполиса номерстраховогополиса policy"
                + " policynumber policyno number"
        ),
        (.omsNumber, "полисомс номерполисаомс омс енп enp oms omspolicy"),
        (.dmsNumber, "полисдмс номерполисадмс дмс dms dmspolicy"),
        (
            .insurer,
            "страховаякомпания страховщик страховая смо наименованиестраховойкомпании компания"
                + " insurer insurancecompany insurance company"
        ),
        (
            .validTo,
            "действуетдо действителендо действительнодо срокдействия срокдействиядо датаокончания"
                + " датаокончаниядействия окончаниедействия окончание по годендо validto validuntil"
                + " expires expiry expirydate enddate"
        ),
        (
            .passport,
            "паспорт паспортныеданные серияиномерпаспорта паспортсерияномер паспортсерияиномер passport"
        ),
        (.passportSeries, "серияпаспорта паспортсерия passportseries"),
        (.passportNumber, "номерпаспорта паспортномер passportnumber"),
        (.note, "примечание примечания комментарий заметка заметки note notes comment comments remark"),
        (.line, "строкаfrontdesk"), (.reason, "причинаfrontdesk"),
    ]
}
