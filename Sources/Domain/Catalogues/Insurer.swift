/// An insurance company. The admin keeps the list; one is closed and never deleted, because policies name
/// it. It is found by its former names too: people bring papers of years.
package struct Insurer: Hashable, Sendable {
    package let id: ID<Insurer>
    package let version: Int64
    package let name: String
    package let formerNames: [String]
    package let isClosed: Bool

    package init(
        id: ID<Insurer>, version: Int64, name: String, formerNames: [String], isClosed: Bool
    ) {
        self.id = id
        self.version = version
        self.name = name
        self.formerNames = formerNames
        self.isClosed = isClosed
    }

    package static let longestName = 200

    package var edition: Edition<Insurer> { Edition(id, version) }

    /// Each name that it has or had, made comparable.
    package var keys: Set<String> { Set(([name] + formerNames).map(Insurer.key)) }

    /// Quotes, case, ё and what stands around a name make no other company of it.
    package static func key(_ name: String) -> String { SearchText.fold(name) }
}

/// An insurer as the admin typed it.
package struct InsurerForm: Hashable, Sendable {
    package var name: String
    /// One in each line.
    package var formerNames: String
    package var isClosed: Bool

    package init(name: String, formerNames: String = "", isClosed: Bool = false) {
        self.name = name
        self.formerNames = formerNames
        self.isClosed = isClosed
    }

    private enum Field: String {
        case name
        case formerNames = "former_names"
    }

    private static let mostFormerNames = 20

    /// The insurer that this form makes of an id, or why not. A name that is another's is not taken.
    package func insurer(
        _ id: ID<Insurer>, version: Int64, among others: [Insurer]
    ) throws(Refusal) -> Insurer {
        var notes = FieldNotes<Field>()
        let name = notes.required(
            FreeText.read(name, field: Field.name.rawValue, max: Insurer.longestName), .name)
        let former = notes.optional(
            TextLines.read(
                formerNames, field: Field.formerNames.rawValue, most: Self.mostFormerNames,
                longest: Insurer.longestName))
        let names: [(Field, String)] =
            (name.map { [(.name, $0.text)] } ?? []) + (former ?? []).map { (.formerNames, $0) }
        for (field, text) in names {
            let key = Insurer.key(text)
            guard let other = others.first(where: { $0.id != id && $0.keys.contains(key) }) else { continue }
            notes.refuse(
                FieldProblem(field.rawValue, .insurerTaken, ["name": text, "other": other.name]))
        }
        guard notes.clean, let name else { throw Refusal(.fieldsInvalid, fields: notes.problems) }
        // Papers of years name it as it was called until now.
        let renamed = others.first { $0.id == id }.map { [$0.name] } ?? []
        var keys: Set = [Insurer.key(name.text)]
        return Insurer(
            id: id, version: version, name: name.text,
            formerNames: ((former ?? []) + renamed).filter { keys.insert(Insurer.key($0)).inserted },
            isClosed: isClosed)
    }
}
