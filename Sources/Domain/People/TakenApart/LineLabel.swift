/// A word that says what the next thing is.
enum LineLabel: Hashable {
    case surname, name, patronymic, fullName
    case birth, sex
    case phone, email, snils, inn
    case passport, birthCertificate, travelPassport
    case issued, departmentCode
    case policy, voluntaryPolicy, insurer, validTo
    /// What the form has no field for: the rest of the line belongs to it.
    case other
    /// Says nothing that the numbers do not say themselves: «серия», «номер», «г.».
    case filler

    init?(_ folded: String) {
        guard let label = LineLabel.words[folded] else { return nil }
        self = label
    }

    private static let words: [String: LineLabel] = {
        let table: [(LineLabel, String)] = [
            (.surname, "фамилия фам"), (.name, "имя"), (.patronymic, "отчество отч"),
            (.fullName, "фио ф.и.о"),
            (.birth, "рождения рожд родился родилась др д.р г.р гр род"), (.sex, "пол"),
            (
                .phone,
                "тел телефон телефоны моб мобильный сот сотовый т.моб моб.тел тел.моб дом раб whatsapp ватсап"
            ), (.email, "email e-mail mail почта э.почта эл.почта емейл емайл имейл"),
            (.snils, "снилс страховой"), (.inn, "инн"),
            (.passport, "паспорт паспорта пасп паспортные пас"),
            (.birthCertificate, "свидетельство св-во свид свидетельства с/р"),
            (.travelPassport, "загранпаспорт загран загранник заграничный загранпасп"),
            (.issued, "выдан выдано выдана выдачи выд"),
            (.departmentCode, "код подразделения к/п кп подр код.подр к.п"),
            (.policy, "полис полиса омс енп"), (.voluntaryPolicy, "дмс"),
            (.insurer, "смо страховщик страховая"), (.validTo, "действителен действует действ"),
            (
                .other,
                "адрес прописка прописан прописана зарегистрирован зарегистрирована проживает проживающий "
                    + "проживающая адр регистрации место"
            ),
            (
                .filler,
                "серия сер номер ном n no г год года лет о от и рф российской федерации гражданин гражданка "
                    + "пациент пациентка дата кем когда до р с данные мой моя новый нового образца единый эл "
                    + "компания рождении медицинский медицинского обязательного страхования мед п временный "
                    + "временное"
            ),
        ]
        var words: [String: LineLabel] = [:]
        for (label, list) in table {
            for word in list.split(separator: " ") { words[String(word)] = label }
        }
        return words
    }()
}
