/// One line of the journal, in the two ways of writing it.
package struct JournalEntry: Sendable {
    package let level: JournalLevel
    /// Dotted lower case: `http.request`, `store.opened`.
    package let event: String
    package let message: String
    package let fields: [JournalField]

    /// For people and plain files: `event=… message="…" status=200`.
    package var logfmt: String {
        "event=\(event) message=\"\(escaped(message))\"" + suffix
    }

    /// For journald: `NAME=value`, one field each; what is shown of it is MESSAGE, so that has everything.
    package var journalFields: [String] {
        [
            "PRIORITY=\(level.priority)", "FRONTDESK_EVENT=\(event)", "MESSAGE=\(escaped(message))\(suffix)",
        ] + fields.map { "\($0.name.uppercased())=\($0.text)" }
    }

    private var suffix: String { fields.map { " \($0.name)=\($0.text)" }.joined() }
}

/// Without anything that could end the line or move the cursor.
private func escaped(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": safe += "'"
        case "\\": safe += "/"
        default:
            let isControl =
                scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
            let isBreak = scalar == "\u{2028}" || scalar == "\u{2029}"
            safe.unicodeScalars.append(isControl || isBreak ? " " : scalar)
        }
    }
    return safe
}
