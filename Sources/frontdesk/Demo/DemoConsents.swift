internal import Application
internal import Crypto
internal import Domain

/// What the demo's clinic asks people to sign, invented as its people are: no lawyer has read it.
enum DemoConsents {
    static func publish(_ premises: Premises, by author: Author) throws {
        let publishing = PublishConsentText(
            store: premises.store, clock: premises.clock, identities: premises.identities,
            digest: { SHA256.digest($0) })
        for purpose in ConsentPurpose.allCases {
            _ = try publishing(text(of: purpose), for: purpose, after: 0, by: author)
        }
    }

    private static func text(of purpose: ConsentPurpose) -> String {
        let lines =
            switch purpose {
            case .processing:
                [
                    "Я разрешаю Поликлинике № 12 записать и хранить мои фамилию, имя, отчество, дату"
                        + " рождения, пол, адрес, телефон, данные документа, полиса и СНИЛС.",
                    "Они нужны, чтобы записать меня на приём, вести карту и выдать документы.",
                    "Согласие действует, пока ведётся карта. Отозвать его можно в регистратуре в любой день.",
                ]
            case .emailing:
                [
                    "Я прошу присылать копии моих медицинских документов на адрес электронной почты,"
                        + " который я назвал в регистратуре.",
                    "Я знаю, что письмо может прочитать тот, у кого есть доступ к этому ящику.",
                    "Отозвать согласие можно в любой день; уже отправленные письма вернуть нельзя.",
                ]
            case .insurer:
                [
                    "Я разрешаю передать страховой организации, которая выдала мой полис, сведения о визитах"
                        + " и об оказанной помощи, чтобы она за неё заплатила.",
                    "Описания болезней в эти сведения не входят. Отозвать согласие можно в регистратуре.",
                ]
            case .marketing:
                [
                    "Я согласен получать от Поликлиники № 12 новости и предложения по телефону и почте.",
                    "От этого согласия не зависит, как меня обслужат. Отозвать его можно в любой день.",
                ]
            }
        return lines.joined(separator: "\n\n")
    }
}
