/// Several lines of free text in one field: each tidy, empty ones left out, none twice.
package enum TextLines {
    package static func read(
        _ typed: String, field: String, most: Int, longest: Int
    ) -> FieldReading<[String]> {
        var lines: [String] = []
        for (index, line) in typed.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated()
        {
            switch FreeText.read(String(line), field: field, max: longest) {
            case .empty: continue
            case .good(let text, _): if !lines.contains(text.text) { lines.append(text.text) }
            case .bad(let problem):
                guard problem.code == FieldCode.textTooLong.rawValue else { return .bad(problem) }
                let place = ["line": "\(index + 1)"]
                return .bad(
                    FieldProblem(field, .lineTooLong, problem.parameters.merging(place) { own, _ in own }))
            }
        }
        if lines.isEmpty { return .empty }
        guard lines.count <= most else {
            return .bad(FieldProblem(field, .linesTooMany, ["limit": "\(most)", "count": "\(lines.count)"]))
        }
        return .good(lines, warnings: [])
    }
}
