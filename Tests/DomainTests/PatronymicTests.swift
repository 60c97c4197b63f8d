import Domain
import Testing

@Suite struct `A patronymic` {
    private static let sons = [
        "Сергеевич", "ИВАНОВИЧ", " Ильич ", "Лукич", "Силыч", "Фокич", "Кузьмич", "Саввич", "Никитич",
        "Мамед оглы", "Мамед-оглу", "Нурланулы", "Нурлан улы", "Асан уулу", "Рустам угли", "Алиоглы",
    ]
    private static let daughters = [
        "Сергеевна", "ильинична", "Никитишна", "Лукинична", "Мамед кызы", "Мамед гызы", "Алишер кизи",
        "Нурланкызы", "Анна-Мария Ивановна",
    ]

    @Test(arguments: sons) func `of a man is known`(text: String) { #expect(Sex(patronymic: text) == .male) }

    @Test(arguments: daughters)
    func `of a woman is known`(text: String) { #expect(Sex(patronymic: text) == .female) }

    @Test(arguments: ["", " ", "Сергей", "Анна", "оглы", "Аулы", "Weeks", "Цуулы"])
    func `tells nothing when it is none`(text: String) { #expect(Sex(patronymic: text) == nil) }
}
