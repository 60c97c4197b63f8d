/// The number of a signed sheet as somebody types or scans it: «С-15», «№ 15», «15».
package struct SheetNumber: Hashable, Sendable {
    package let number: Int64

    package static func read(_ typed: String, field: String) -> FieldReading<SheetNumber> {
        let line = TypedText.line(typed)
        if line.isEmpty { return .empty }
        let digits = line.drop { "СсCc№#- ".contains($0) }
        guard (1...15).contains(digits.utf8.count), digits.allSatisfy({ ("0"..."9").contains($0) }),
            let number = Int64(digits), number > 0
        else { return .bad(FieldProblem(field, .sheetNumberWrong)) }
        return .good(SheetNumber(number: number), warnings: [])
    }
}
