internal import Application
internal import Domain

/// What people come for on an ordinary morning.
enum DemoVisits {
    private static let reasons: [(reason: String, destination: Visit.Destination, place: String)] = [
        ("Полис: замена по фамилии", .paper, ""),
        ("Справка в бассейн", .paper, ""),
        ("К терапевту, кашель", .doctor, "каб. 204"),
        ("Результаты анализов", .desk, ""),
        ("Прививка", .room, "каб. 112"),
        ("К хирургу по направлению", .doctor, "каб. 310"),
        ("Больничный лист", .doctor, "каб. 204"),
        ("Запись на диспансеризацию", .desk, ""),
        ("Вызов врача к ребёнку", .call, ""),
        ("Копия амбулаторной карты", .paper, ""),
        ("Флюорография", .room, "каб. 105"),
        ("Справка для лагеря", .paper, ""),
    ]

    static func form(_ index: Int) -> VisitForm {
        let one = reasons[index % reasons.count]
        return VisitForm(reason: one.reason, destination: one.destination, place: one.place)
    }

    static func outcome(_ index: Int) -> String {
        ["Заявление принято", "Справка выдана", "Принят врачом", "Результаты отданы", "Прививка сделана"][
            index % 5]
    }
}
