import Domain
import Testing

@Suite struct `A policy's form` {
    private static func read(_ edit: (inout PolicyForm) -> Void) -> PolicyReading {
        var form = PolicyForm()
        form.kind = "oms"
        form.number = "8451 9991 2289 9990"
        form.insurer = " Страховая  компания "
        edit(&form)
        return form.read(today: Given.today)
    }

    @Test func `that is right gives the policy as given`() {
        let reading = Self.read { $0.validTo = "21.11.2026" }
        #expect(reading.problems == [])
        let policy = PolicyGiven(
            kind: .oms, number: "8451999122899990", omsType: .enp, insurer: "Страховая компания",
            validTo: Given.today)
        #expect(reading.policy == policy)
        #expect(policy.shown == "8451 9991 2289 9990")
    }

    @Test(arguments: ["", "oms"])
    func `that is empty gives neither a policy nor problems`(kind: String) {
        let reading = Self.read { form in
            form.kind = kind
            form.omsType = "enp"
            form.number = " "
            form.insurer = ""
        }
        #expect(reading.policy == nil && reading.problems == [])
    }

    private static let kinds: [(String, String, String, String, OmsType?)] = [
        ("oms", "", "012 345678", "012345678", .temporary), ("oms", "old", "АБ123456", "АБ 123456", .old),
        ("dms", "", "vmi-1/2", "VMI-1/2", nil), ("vzr", "", "ab 1234", "AB 1234", nil),
        // The list of ОМС types is not on the screen for the others.
        ("dms", "nonsense", "12341234", "12341234", nil),
    ]

    @Test(arguments: kinds)
    func `of every kind gives its number in normal form, and shows it`(
        kind: String, type: String, typed: String, number: String, omsType: OmsType?
    ) throws {
        let policy = try #require(
            Self.read { form in
                form.kind = kind
                form.omsType = type
                form.number = typed
            }.policy)
        #expect(policy.kind.rawValue == kind && policy.number == number && policy.omsType == omsType)
        let again = Self.read { form in
            form.kind = kind
            form.omsType = policy.omsType?.rawValue ?? ""
            form.number = policy.shown
        }
        #expect(again.policy == policy && again.problems == [])
    }

    private static let refused: [(String, String, String, FieldProblem)] = [
        ("", "", "1234567890123452", FieldProblem("kind", .required)),
        ("омс", "", "1234567890123452", FieldProblem("kind", .policyKindUnknown)),
        ("oms", "new", "1234567890123452", FieldProblem("oms_type", .omsTypeUnknown)),
        ("oms", "", "", FieldProblem("number", .required)),
        ("dms", "", " ", FieldProblem("number", .required)),
        ("oms", "", "VMI-1234/5", FieldProblem("number", .omsLooksVoluntary)),
        ("oms", "", "12345678901", FieldProblem("number", .omsBlankNumber)),
        ("oms", "enp", "123456789", FieldProblem("number", .enpLength, ["count": "9"])),
    ]

    @Test(arguments: refused)
    func `is refused otherwise, with the reason`(
        kind: String, type: String, number: String, problem: FieldProblem
    ) {
        let reading = Self.read { form in
            form.kind = kind
            form.omsType = type
            form.number = number
        }
        #expect(reading.policy == nil)
        #expect(reading.problems == [problem])
    }

    @Test func `that is wrong everywhere says so of every field at once`() {
        let reading = Self.read { form in
            form.number = "1"
            form.insurer = String(repeating: "а", count: 201)
            form.validTo = "вчера"
        }
        #expect(reading.policy == nil)
        #expect(reading.errors.map(\.field) == ["number", "insurer", "valid_to"])
    }

    @Test func `with what is only doubtful gives the policy and the warnings`() {
        let reading = Self.read { form in
            form.number = "1234567890123456"
            form.validTo = "20.11.2026"
        }
        #expect(reading.policy?.number == "1234567890123456" && reading.errors == [])
        #expect(
            reading.warnings == [
                FieldProblem("number", .enpControl),
                FieldProblem("valid_to", .policyEnded, ["day": "20.11.2026"]),
            ])
    }
}
