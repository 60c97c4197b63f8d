import HTTP
import Testing
import Wire

@Suite struct `A problem` {
    @Test func `is a closed document of RFC 9457`() {
        let problem = Problem(
            status: 422, code: "fields_invalid", title: "Поля", detail: "Не сохранено.", instance: "id",
            fields: [
                .init("surname", code: "required", text: "Нужна фамилия."),
                .init(
                    "snils", code: "snils_shared", text: "Есть.", severity: .warning, needsReason: true,
                    patient: "card"),
            ],
            retryAfterSeconds: 12)
        let response = problem.response
        #expect(
            response.text == """
                {"type":"/problems/fields_invalid","title":"Поля","status":422,"code":"fields_invalid",\
                "detail":"Не сохранено.","instance":"id","fields":[\
                {"name":"surname","code":"required","text":"Нужна фамилия.","severity":"error",\
                "needs_reason":false,"patient":null},\
                {"name":"snils","code":"snils_shared","text":"Есть.","severity":"warning",\
                "needs_reason":true,"patient":"card"}],\
                "retry_after_seconds":12}
                """)
        #expect(response.status == 422)
        #expect(response.headers["Content-Type"] == "application/problem+json")
        #expect(response.headers["Cache-Control"] == "no-store")
        #expect(response.headers["Retry-After"] == "12")
    }

    @Test func `leaves out what it has not`() {
        let problem = Problem(status: 404, code: "not_found", title: "T", detail: "D", instance: "id")
        #expect(problem.json["fields"] == nil)
        #expect(problem.json["retry_after_seconds"] == nil)
        #expect(problem.response.headers["Retry-After"] == nil)
    }

    @Test func `has a code of its own for each kind`() {
        #expect(Set(ProblemKind.all.map(\.code)).count == ProblemKind.all.count)
        #expect(ProblemKind.all.allSatisfy { (400...421).contains($0.status) })
    }
}
