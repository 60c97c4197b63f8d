/// A patronymic from the father's name, after the school's rule: -й and -ь soften, a few go their own way.
enum Patronymics {
    static func son(of father: String) -> String { short[father]?.son ?? stem(father) + "ич" }

    static func daughter(of father: String) -> String { short[father]?.daughter ?? stem(father) + "на" }

    /// Names in -а and -я take no «ов».
    private static let short = [
        "Илья": (son: "Ильич", daughter: "Ильинична"), "Никита": (son: "Никитич", daughter: "Никитична"),
        "Кузьма": (son: "Кузьмич", daughter: "Кузьминична"), "Савва": (son: "Саввич", daughter: "Саввична"),
    ]

    private static let own = [
        "Лев": "Львов", "Пётр": "Петров", "Павел": "Павлов", "Михаил": "Михайлов", "Яков": "Яковлев",
        "Дмитрий": "Дмитриев", "Георгий": "Георгиев",
    ]

    private static func stem(_ father: String) -> String {
        if let own = own[father] { return own }
        if father.hasSuffix("ий") { return father.dropLast(2) + "ьев" }
        if father.hasSuffix("й") || father.hasSuffix("ь") { return father.dropLast() + "ев" }
        return father + "ов"
    }
}
