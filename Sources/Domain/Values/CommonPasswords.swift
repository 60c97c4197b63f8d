/// What everybody tries first. A word of the list with digits and signs after it is no better than the word.
enum CommonPasswords {
    static func contains(_ typed: String) -> Bool {
        let lowered = typed.lowercased()
        if Set(lowered).count <= 2 || words.contains(lowered) || isRun(lowered) || isRepeated(lowered) {
            return true
        }
        let stem = lowered.drop { !$0.isLetter }.reversed().drop { !$0.isLetter }.reversed()
        return words.contains(String(stem))
    }

    /// 12345…, abcdef…, and the same backwards.
    private static func isRun(_ text: String) -> Bool {
        let values = text.unicodeScalars.map { Int($0.value) }
        let steps = zip(values, values.dropFirst()).map { $1 - $0 }
        return steps.allSatisfy { $0 == 1 } || steps.allSatisfy { $0 == -1 }
    }

    /// `qwertyqwerty`: a word of the list again and again.
    private static func isRepeated(_ text: String) -> Bool {
        let letters = Array(text)
        return (1...max(1, letters.count / 2)).contains { period in
            letters.count.isMultiple(of: period)
                && letters.indices.dropFirst(period).allSatisfy { letters[$0] == letters[$0 - period] }
                && (period <= 4 || words.contains(String(letters[..<period])))
        }
    }

    private static let words: Set<String> = [
        "password", "passw0rd", "p@ssw0rd", "p@ssword", "pass", "passwd", "mypassword", "newpassword",
        "password1234",
        "qwerty", "qwertyu", "qwertyui", "qwertyuiop", "qwertyuiop[]", "qwe", "qweasd", "qweasdzxc",
        "qwerty123456",
        "qazwsx", "qazwsxedc", "qazwsxedcrfv", "1qaz2wsx", "1qaz2wsx3edc", "1q2w3e", "1q2w3e4r", "1q2w3e4r5t",
        "1q2w3e4r5t6y", "q1w2e3", "q1w2e3r4", "q1w2e3r4t5", "q1w2e3r4t5y6", "zxcvbn", "zxcvbnm", "asdfgh",
        "asdfghjkl",
        "asdfghjkl;", "poiuytrewq", "mnbvcxz", "abc", "abcd", "abcde", "abcdef", "abcdefg", "a1b2c3d4e5",
        "aa",
        "1234567890", "0123456789", "0987654321", "9876543210", "1234567891", "12345678910", "123456789a",
        "1234512345", "1122334455", "1111122222", "1212121212", "1231231231", "123123123123", "123321123321",
        "987654321", "123qweasdzxc", "123qwe123qwe", "1029384756", "1357924680", "2468013579", "3141592653",
        "admin", "administrator", "root", "user", "guest", "operator", "reception", "receptionist",
        "registratura",
        "polyclinic", "poliklinika", "clinic", "hospital", "doctor", "frontdesk", "default", "changeme",
        "secret",
        "letmein", "welcome", "login", "test", "testtest", "temp", "hello", "iloveyou", "sunshine",
        "princess",
        "monkey", "dragon", "master", "shadow", "superman", "batman", "football", "baseball", "pokemon",
        "charlie",
        "michael", "jessica", "jordan", "ashley", "nicole", "daniel", "trustno1", "starwars", "whatever",
        "freedom",
        "computer", "internet", "samsung", "google", "marina", "natasha", "svetlana", "nastya", "vladimir",
        "alexander",
        "aleksandr", "sergey", "dmitriy", "andrey", "maksim", "privet", "lyubov", "lubov", "spartak",
        "rossiya",
        "russia", "moskva", "moscow", "solnyshko", "solnishko", "kotenok", "parol", "gfhjkm", "ghbdtn",
        "yfnfif",
        "cfif", "fylhtq", "vfhbyf", "cthutq", "rjntyjr", "lfif", "jrcfyf", "ybrbnf", "vjcrdf", "hjccbz",
        "fvbycnhfnjh",
        "пароль", "мойпароль", "привет", "йцукен", "йцукенг", "йцукенгшщз", "йцукенгшщзхъ", "фывапролдж",
        "фыва",
        "ячсмитьбю", "йфяцычувс", "любовь", "наташа", "марина", "солнышко", "россия", "москва", "спартак",
        "поликлиника",
        "регистратура", "больница", "доктор", "администратор", "админ", "оператор", "котенок", "александр",
        "сергей",
    ]
}
