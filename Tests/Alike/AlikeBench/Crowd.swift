internal import DeskFixture
internal import Domain

/// One invented person of the crowd.
struct Invented {
    var form: PersonForm
    /// The number of the person's policy, where it was written down.
    var policy = ""
    /// Who of the crowd is easily taken for this one, and is another.
    var relation: Relation?
    /// How this record came to differ from the one that it is about; nil for a person of one record.
    var kind: Planted?
    /// The number of the other record of the same person.
    var same: Int?
}

/// How two people come to have nearly the same record.
enum Relation: String, CaseIterable {
    case twin = "twins"
    case namesake = "namesakes"
    case child = "parents and children"
    case sibling = "brothers and sisters"
}

/// People as a town has them, and among them those who are hard to tell apart. A tenth of the records are
/// second ones of somebody who is there already, and a tenth are twins, namesakes, parents and children.
struct Crowd {
    private(set) var people: [Invented] = []
    private var numbers: SeededNumbers
    private var count = 0

    init(_ count: Int, seed: UInt64) {
        numbers = SeededNumbers(seed: seed)
        let planted = count / 10
        while people.count < count * 8 / 10 { people.append(Invented(form: person(), policy: policy())) }
        while people.count < count - planted { people.append(relative()) }
        for number in 0..<planted { plant(Planted.allCases[number % Planted.allCases.count]) }
        people.shuffleKeepingPairs(using: &numbers)
    }

    private mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &numbers) }

    /// The first words of a list are borne by more people than the last.
    private mutating func pick(_ words: [String]) -> String {
        words[min(roll(words.count), roll(words.count))]
    }

    private mutating func digits(_ count: Int) -> String { (0..<count).map { _ in "\(roll(10))" }.joined() }

    // MARK: Somebody

    private mutating func person() -> PersonForm {
        count += 1
        let isWoman = roll(2) == 0
        var surname = pick(Names.surnames)
        if roll(30) == 0 { surname += "-" + pick(Names.surnames) }
        var form = PersonForm()
        form.surname = isWoman ? Names.feminine(surname) : surname
        form.name = pick(isWoman ? Names.women : Names.men)
        form.patronymicAbsent = roll(40) == 0
        form.patronymic = form.patronymicAbsent ? "" : pick(Names.fathers) + (isWoman ? "на" : "ич")
        form.birthDate = date(1935 + roll(88))
        form.sex = isWoman ? Sex.female.rawValue : Sex.male.rawValue
        if roll(10) > 0 { form.phone = phone() }
        if roll(10) > 1 { form.snils = snils() }
        return form
    }

    /// Four of five showed one.
    private mutating func policy() -> String {
        count += 1
        guard roll(5) > 0 else { return "" }
        let body = "26" + "\(1_000_000_000_000 + count)"
        let right = (0...9).first {
            OmsPolicyNumber.read("\(body)\($0)", field: "", type: .enp).problems.isEmpty
        }
        return "\(body)\(right ?? 0)"
    }

    private mutating func phone() -> String { "+7 000 " + digits(3) + "-" + digits(4) }

    /// A number of their own, with the right check.
    private mutating func snils() -> String {
        count += 1
        let body = "\(100_000_000 + count)"
        return body + Snils.control(of: body)
    }

    /// The first of January is the birth date of many more than a 365th.
    private mutating func date(_ year: Int) -> String {
        let isNewYear = roll(40) == 0
        let (day, month) = isNewYear ? (1, 1) : (1 + roll(28), 1 + roll(12))
        return (day < 10 ? "0" : "") + "\(day)." + (month < 10 ? "0" : "") + "\(month).\(year)"
    }

    // MARK: Those who are others

    private mutating func relative() -> Invented {
        let one = people[roll(people.count)].form
        let own = person()
        let relation = Relation.allCases[roll(Relation.allCases.count)]
        let year = Int(one.birthDate.suffix(4)) ?? 1970
        var form = one
        form.snils = roll(3) > 0 ? own.snils : ""
        switch relation {
        case .twin: form.name = other(than: one.name, of: one.sex)
        case .namesake:
            form.birthDate = own.birthDate
            form.phone = own.phone
        // Of the same name as the father or the mother, and at the same phone.
        case .child:
            form.birthDate = date(year < 2005 ? year + 18 + roll(min(25, 2023 - year - 17)) : year - 30)
            if own.sex == one.sex { form.patronymic = own.patronymic }
        case .sibling:
            form.name = other(than: one.name, of: one.sex)
            form.birthDate = date(min(year + 1 + roll(9), 2025))
        }
        form.patronymicAbsent = form.patronymic.isEmpty
        return Invented(form: form, relation: relation)
    }

    private mutating func other(than name: String, of sex: String) -> String {
        let names = sex == Sex.female.rawValue ? Names.women : Names.men
        let others = names.filter { $0 != name }
        return others[roll(others.count)]
    }

    // MARK: Those who are the same

    /// A second record of somebody who has one only, and can have this difference.
    private mutating func plant(_ kind: Planted) {
        while true {
            let index = roll(people.count)
            guard people[index].same == nil, let form = kind.form(of: people[index].form, &numbers) else {
                continue
            }
            let policy = kind == .policy ? people[index].policy : ""
            if kind == .policy && policy.isEmpty { continue }
            people[index].same = people.count
            people.append(Invented(form: form, policy: policy, kind: kind, same: index))
            return
        }
    }
}

extension [Invented] {
    /// Another order; whoever was the other record of a person still is.
    fileprivate mutating func shuffleKeepingPairs(using numbers: inout SeededNumbers) {
        let order = indices.shuffled(using: &numbers)
        var places = [Int](repeating: 0, count: count)
        for (place, index) in order.enumerated() { places[index] = place }
        self = order.map { index in
            var one = self[index]
            one.same = one.same.map { places[$0] }
            return one
        }
    }
}
