internal import Documents
internal import Glibc
internal import Localization
internal import Reception
internal import Wire

/// Papers about nobody, the same on every day.
enum Samples {
    struct Unreadable: Error { let path: String }

    static let longName =
        "Константинопольская-Преображенская-Новоиерусалимская-Воздвиженская-Богоявленская "
        + "Александра-Виктория-Мария-Магдалена-Елизавета Вениаминовна-Апполинарьевна-Константиновна-Ивановна"

    static let stamp = CodeStamp(
        url: "HTTPS://LK.POLYCLINIC12.EXAMPLE/Q/"
            + String(
                repeating: "A7QK3ZMPW5RTY2XB", count: 10
            ).prefix(146),
        humanCode: "4Q7K-19ZD-MT63-X", host: "lk.polyclinic12.example",
        words: "Проверить документ: наведите камеру на код или введите его на сайте. Сверьте с паспортом.")

    static let terms = """
        Перед визитом позвоните на круглосуточный пульт: +7 (495) 000-00-00. Оператор запишет вас к врачу и \
        скажет, входит ли услуга в программу.
        На приём возьмите паспорт и этот полис. Без полиса вас примут, если номер есть в базе клиники.
        В экстренном случае звоните 103 или 112, а на пульт – как только сможете.
        """

    static func stationery(www: String, draft: String? = nil) throws -> Stationery {
        var documents: [Language: JSON] = [:]
        for language in Language.allCases {
            documents[language] = try JSON(parsing: read("\(www)/i18n/\(language.rawValue).json"))
        }
        return Stationery(
            catalogue: try Catalogue(documents), language: .russian,
            letterhead: Letterhead(
                name: "Поликлиника № 12",
                requisites: [
                    "127000, Москва, ул. Подъёмная, д. 5, стр. 1 · +7 (495) 000-00-00",
                    "Лицензия Л041-00000-77/00000000 от 01.02.2020",
                ]),
            printedAt: "21.11.2026 10:42", madeAt: "2026-11-21T07:42:00Z", draft: draft)
    }

    static func all(_ words: Stationery) -> [(String, Paper)] {
        var draft = words
        draft.draft = "Черновик"
        return [
            ("policy-dms", dms.paper(words)), ("policy-draft", dms.paper(draft)),
            ("policy-oms", oms.paper(words)), ("policy-vzr", vzr.paper(words)),
            ("programme", programme.paper(words)), ("certificate", certificate.paper(words)),
            ("policy-dms.typo", typo.paper(words)), ("hard", hard(words)), ("a5", sized(.a5, words)),
            ("roll", sized(.roll80, words)),
        ]
    }

    static let dms = PolicyPaper(
        kind: .dms, number: "ДМС-0001-2026", holder: "Ёлкина Галина Сергеевна", born: "12.03.1986",
        insurer: "АО «Страхование и Здоровье»", insurerFormerly: "ранее: ООО «Полис–Плюс»",
        validFrom: "01.01.2026", validTo: "30.12.2026",
        programmes: [
            .init(code: "АП-01", title: "Амбулаторная Премиум", franchise: "без франшизы"),
            .init(code: "ГЛ-02", title: "Госпитализация Люкс", franchise: "3 000 ₽"),
        ], terms: terms, stamp: stamp)

    /// One letter is another.
    static let typo: PolicyPaper = {
        var policy = dms
        policy.holder = "Ёлкена Галина Сергеевна"
        return policy
    }()

    static let oms = PolicyPaper(
        kind: .oms, number: "7992 7300 0000 0007", holder: "Ёлкина Галина Сергеевна", born: "12.03.1986",
        insurer: "ООО «Медстрах»", validFrom: "05.04.2018", validTo: nil, terms: "")

    static let vzr = PolicyPaper(
        kind: .vzr, number: "ВЗР-77-004512", holder: longName, latinName: "ELKINA GALINA",
        born: "12.03.1986", insurer: "АО «Страхование и Здоровье»", validFrom: "10.12.2026",
        validTo: "24.12.2026", territory: "Весь мир, кроме США и Канады", sumInsured: "50 000 €",
        terms: terms, stamp: stamp)

    static let programme = ProgrammePaper(
        title: "Амбулаторная Премиум", code: "АП-01", policyNumber: "ДМС-0001-2026", validFrom: "01.01.2026",
        validTo: "30.12.2026", franchise: "без франшизы",
        covered: (1...60).map { number in
            number % 7 == 0
                ? "Приём и наблюдение врача-специалиста № \(number): первичный и повторный, с назначением "
                    + "обследования, в клинике и на дому, в том числе по праздничным дням"
                : "Услуга № \(number): приём, осмотр и заключение"
        }, clinics: ["Поликлиника № 12, ул. Подъёмная, д. 5", "Стационар № 3, ш. Объездное, д. 18"],
        stamp: stamp)

    static let certificate = CertificatePaper(
        number: "11/22445568", programme: "Позвони Врачу плюс", validFrom: "12.01.2026",
        validTo: "11.01.2027", purchased: "09.01.2026", firstPatient: "Ёлкина Галина Сергеевна",
        secondPatient: nil, terms: terms, stamp: stamp)

    /// What breaks pages: a text longer than one, a row higher than one, boxes, ticks.
    private static func hard(_ words: Stationery) -> Paper {
        let long = [String](repeating: "Съешь ещё этих мягких французских булок, да выпей чаю.", count: 90)
            .joined(separator: " ")
        let columns = [Table.Column("№", share: 1), .init("Что", share: 6), .init("₽", isNumber: true)]
        return words.paper(
            "policy.paper.programme_sheet", mark: "№ 1",
            [
                .title(longName), .paragraph(long), .heading("Часть первая"),
                .table(
                    Table(
                        columns: columns,
                        rows: [["1", "Коротко", "100"], ["2", long, "1 000 000"], ["3", "Ещё", "–"]])),
                .heading("Часть вторая"),
                .together([.paragraph(long), .signatures(["Дата", "Подпись"])]),
                .fields([Field("Имя", longName), Field("Примечание", long)], columns: 2),
                .ticks([Tick("Да", isTicked: true), Tick(longName)]), .footnote("Ё № «» – ₽"),
            ])
    }

    private static func sized(_ size: PageSize, _ words: Stationery) -> Paper {
        words.paper(
            "certificate.paper", size: size,
            [
                .title("Талон А-017"), .paragraph("Терапевт, кабинет 12. Ждите вызова на табло."),
                .fields([Field("Дата", "21.11.2026"), Field("Пациент", longName)], columns: 2),
                .stamp(stamp), .footnote("Сверьте с паспортом."),
            ])
    }

    static func write(_ bytes: [UInt8], to path: String) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0, Glibc.write(file, bytes, bytes.count) == bytes.count else {
            throw Unreadable(path: path)
        }
        close(file)
    }

    static func read(_ path: String, most: Int = 4_000_000) throws -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw Unreadable(path: path) }
        defer { close(file) }
        return [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
            count = max(0, Glibc.read(file, buffer.baseAddress, buffer.count))
        }
    }
}
