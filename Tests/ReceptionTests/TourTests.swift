import Application
import DeskFixture
import Domain
import HTTP
import Persistence
import Testing
import Threads
import Wire

/// A whole day through the API. The browser holds each answer to what the document promises of it.
@Suite struct `A day at the console` {
    private static let setUp: JSON = [
        "code": .string(TestConsole.code), "login": "admin", "name": "Админова А. А.",
        "password": .string(TestDesk.password), "pin": .string(TestDesk.pin), "prefix": "77",
        "clinic": "Поликлиника",
    ]

    @Test func `fits what is published, from the setup to the journal`() throws {
        let console = try TestConsole()
        let admin = Browser(console)
        try setUp(console, admin)
        let colleague = try addOperators(admin)
        let desk = try Browser.signedIn(console, "petrova")
        try work(desk, colleague: colleague)
        try patients(desk)
        try papers(desk)
        try walkInPapers(desk)
        try particulars(desk, admin)
        try consents(desk, admin)
        try calendar(desk, admin)
        try mailProfiles(desk, admin)
        try readingBack(desk)
        try merges(desk)
        try visits(desk)
        try family(desk)
        try drafts(desk)
        try catalogues(desk, admin)
        try policies(desk)
        try certificates(desk)
        try sessions(desk)
        try journal(admin)
        #expect(try console.desk.prove().isIntact)
        #expect(console.reports.withLock { $0 } == [])
    }

    private func setUp(_ console: TestConsole, _ browser: Browser) throws {
        #expect(try browser.get("/api/v1/status")["setup_needed"] == true)
        #expect(try browser.post("/api/v1/session", ["login": "a", "password": "b"]).code == "setup_needed")
        let wrong = try browser.post("/api/v1/setup", Self.setUp.with("code", "0000-0000-0000"))
        #expect(wrong.status == 403 && wrong.code == "setup_code_wrong" && wrong.fields == ["code"])
        #expect(try browser.post("/api/v1/setup", Self.setUp.with("prefix", "0")).fields == ["prefix"])
        let made = try browser.post("/api/v1/setup", Self.setUp)
        #expect(made.status == 201 && made["operator", "roles"].elements?.count == 3)
        browser.token = made["token"].text
        #expect(try browser.post("/api/v1/setup", Self.setUp).code == "setup_done")
        let status = try browser.get("/api/v1/status")
        #expect(status["setup_needed"] == false && status["disk"] == "low" && status["clock"] == "ok")
        #expect(status["unsent"] == 4 && status["last_seq"] == 4 && status["today"] == "2026-11-21")
        #expect(status["clinic"] == "Поликлиника" && status["banner"] == nil && status["version"] == "1.2.3")
        console.desk.clock.pass(seconds: -3600)
        #expect(try browser.get("/api/v1/status")["clock"] == "behind")
        console.desk.clock.pass(seconds: 3600)
    }

    private func addOperators(_ admin: Browser) throws -> String {
        var ids: [String] = []
        for login in ["petrova", "sidorova"] {
            let made = try admin.post(
                "/api/v1/operators",
                [
                    "login": .string(login), "name": .string(login), "roles": ["receptionist"],
                    "password": .string(TestDesk.password), "pin": .string(TestDesk.pin),
                ])
            #expect(made.status == 201)
            ids.append(try #require(made["id"].text))
        }
        let path = "/api/v1/operators/" + ids[1]
        let changed = try admin.put(
            path, ["version": 1, "name": "Сидорова", "roles": ["senior", "receptionist"]])
        #expect(changed["version"] == 2 && changed["roles"] == ["receptionist", "senior"])
        #expect(try admin.post(path + "/disable", ["version": 1]).code == "operator_changed")
        #expect(try admin.post(path + "/disable", ["version": 2])["disabled"] == true)
        #expect(try admin.post(path + "/enable", ["version": 3])["disabled"] == false)
        #expect(
            try admin.put(path + "/password", ["password": .string(TestDesk.password + "!")]).status == 204)
        #expect(try admin.put(path + "/pin", ["pin": "000000"]).fields == ["pin"])
        #expect(try admin.put(path + "/pin", ["pin": "730164"]).status == 204)
        #expect(try admin.delete(path + "/sessions").status == 204)
        let all = try admin.get("/api/v1/operators")
        #expect(all["items"].elements?.count == 3)
        let settings = try admin.get("/api/v1/settings")
        #expect(settings["prefix"] == "77" && settings["key_id"].text?.utf8.count == 6)
        let new: JSON = [
            "version": 1, "clinic": "Поликлиника № 2", "banner_ru": "Учебный стенд", "banner_en": nil,
            "lock_after_seconds": 600,
        ]
        #expect(try admin.put("/api/v1/settings", new)["version"] == 2)
        #expect(try admin.put("/api/v1/settings", new).code == "settings_changed")
        #expect(try admin.get("/api/v1/status")["banner"] == "Учебный стенд")
        return ids[1]
    }

    private func work(_ desk: Browser, colleague: String) throws {
        #expect(try desk.get("/api/v1/shift").code == "shift_not_open")
        #expect(try desk.post("/api/v1/shift", ["take_over": nil])["state"] == "open")
        #expect(try desk.post("/api/v1/shift", ["take_over": nil]).code == "shift_already_open")
        #expect(try desk.get("/api/v1/session")["shift", "state"] == "open")
        #expect(try desk.get("/api/v1/colleagues")["items"].elements?.count == 2)
        let handed = try desk.post(
            "/api/v1/shift/hand-over", ["to": .string(colleague), "note": "Ключи в столе"])
        #expect(handed["state"] == "handed_over" && handed["handed_to_name"] == "Сидорова")
        let taker = Browser(desk.console)
        let come = try taker.post(
            "/api/v1/session", ["login": "sidorova", "password": .string(TestDesk.password + "!")])
        taker.token = come["token"].text
        let incoming = try taker.get("/api/v1/shifts/incoming")["items"].elements ?? []
        #expect(incoming.count == 1)
        let taken = try taker.post("/api/v1/shift", ["take_over": incoming.first?["id"] ?? nil])
        #expect(taken["taken_from_name"] == "petrova")
        #expect(try taker.post("/api/v1/shift/close", ["note": nil])["state"] == "closed")
        #expect(try taker.delete("/api/v1/session").status == 204)
        #expect(try taker.get("/api/v1/session").status == 401)
    }

    private func patients(_ desk: Browser) throws {
        let check = try desk.post(
            "/api/v1/patients/check",
            ["person": Given.person(["surname": "небывалова", "phone": "1"]), "patient": nil])
        #expect(check["normal", "surname"] == "Небывалова")
        #expect(check["fields"].elements?.map { $0["name"] } == ["phone"])
        let made = try desk.post(
            "/api/v1/patients",
            Given.walkIn(
                ["snils": "112-233-445 95", "phone": "8 926 111-22-33"],
                visit: ["reason": "Карта", "destination": "doctor", "place": "5"]))
        #expect(made.status == 201 && made["patient", "open_visit"] == made["visit"])
        let id = try #require(made["patient", "id"].text)
        #expect(made.headers["Location"] == "/api/v1/patients/" + id)
        let path = "/api/v1/patients/" + id
        #expect(try desk.get(path).json == made["patient"])
        let shared = try desk.post(
            "/api/v1/patients", Given.walkIn(["snils": "112-233-445 95", "surname": "Другова"]))
        #expect(shared.status == 422 && shared.code == "warnings_unread" && shared.fields == ["snils"])
        #expect(shared["fields"].elements?.first?["patient"]?.text == id)
        let change: JSON = [
            "version": 1, "person": Given.person(["surname": "Бывалова"]), "accepted": [], "reason": nil,
            "draft": nil,
        ]
        #expect(
            try desk.put(path, change)["missing"] == ["phone", "snils", "email", "document", "policy"])
        let late = try desk.put(path, change)
        #expect(late.status == 409 && late.code == "patient_changed")
        #expect(
            late["detail"].text?.hasPrefix("petrova ") == true
                && late["detail"].text?.contains("10:00") == true)
        let found = try desk.post("/api/v1/patients/search", ["text": "бывал", "limit": 1])
        #expect(found["items"].elements?.first?["open_visit"] == true && found["more"] == false)
        #expect(found["read_as"] == "name")
        let typed = Given.person(["surname": "Бываллова", "snils": "112-233-445 95"])
        let alike = try desk.post("/api/v1/patients/alike", ["person": typed, "patient": nil])
        let likest = try #require(alike["items"].elements?.first)
        #expect(likest["patient"]?["id"]?.text == id && likest["patient"]?["open_visit"] == true)
        #expect(
            likest["reasons"] == [
                [
                    "code": "slip_in_surname", "text": "Фамилия отличается одной опечаткой",
                ]
            ])
        let own = try desk.post("/api/v1/patients/alike", ["person": typed, "patient": .string(id)])
        #expect(own["items"] == [])
        let actions =
            try desk.get(path + "/history")["items"].elements?.compactMap { $0["action"]?.text } ?? []
        #expect(actions.filter { $0 == "patient_viewed" }.count == 1)
        #expect(
            Set(actions) == ["patient_corrected", "patient_viewed", "visit_opened", "patient_registered"])
        let told = try desk.get(path + "/history")["items"].elements ?? []
        let correction = told.first { $0["action"] == "patient_corrected" }
        #expect(correction?["text"] == "Карта исправлена: Фамилия, Телефон, СНИЛС")
        #expect(try desk.get(path + "/visits")["items"].elements?.count == 1)
    }

    private func papers(_ desk: Browser) throws {
        let found = try desk.post("/api/v1/patients/search", ["text": "бывал", "limit": 1])
        let card = "/api/v1/patients/" + (try #require(found["items"].elements?.first?["id"]?.text))
        #expect(try desk.get(card + "/papers")["identity_level"] == 0)
        let passport: JSON = [
            "kind": "passport", "series": "4510", "number": "123456", "issued_on": "", "issuer": "",
            "department_code": "770-001",
        ]
        let body: JSON = ["document": passport, "accepted": [], "reason": nil]
        let shown = try desk.post(card + "/documents", body)
        #expect(shown.status == 201 && shown["shown"] == "45 10 123456")
        #expect(shown["shown_by_name"] == "petrova")
        #expect(try desk.post(card + "/documents", body).code == "paper_noted_already")
        let policy: JSON = [
            "kind": "oms", "oms_type": "", "number": "7992730000000008", "insurer": "", "valid_to": "",
        ]
        let odd = try desk.post(card + "/policies", ["policy": policy, "accepted": [], "reason": nil])
        #expect(odd.code == "warnings_unread" && odd.fields == ["number"])
        let taken = try desk.post(
            card + "/policies", ["policy": policy, "accepted": ["enp_control"], "reason": nil])
        #expect(taken.status == 201 && taken["sort"] == "policy")
        #expect(try desk.get(card + "/papers")["identity_level"] == 2)
        let strike = "/api/v1/papers/" + (try #require(shown["id"].text)) + "/strike"
        #expect(try desk.post(strike, ["reason": "Опечатка"])["strike_reason"] == "Опечатка")
        #expect(try desk.post(strike, ["reason": "Опечатка"]).code == "paper_struck_already")
        let papers = try desk.get(card + "/papers")
        #expect(papers["identity_level"] == 0 && papers["items"].elements?.count == 2)
    }

    private func walkInPapers(_ desk: Browser) throws {
        let passport: JSON = [
            "kind": "passport", "series": "4511", "number": "654321", "issued_on": "", "issuer": "",
            "department_code": "",
        ]
        let policy: JSON = [
            "kind": "oms", "oms_type": "", "number": "12345678901", "insurer": "", "valid_to": "",
        ]
        let young = Given.person(["surname": "Юнова", "birth_date": "12.03.2020"])
        let check = try desk.post(
            "/api/v1/patients/check",
            ["person": young, "patient": nil, "document": passport, "policy": policy])
        #expect(
            check["fields"].elements?.map { $0["name"] } == ["document.kind", "policy.number"])
        let body = Given.walkIn(["surname": "Юнова", "snils": ""]).with("document", passport)
        #expect(try desk.post("/api/v1/patients", body.with("policy", policy)).fields == ["policy.number"])
        let made = try desk.post("/api/v1/patients", body)
        #expect(made.status == 201 && made["patient", "missing"].elements?.contains("document") == false)
        let card = "/api/v1/patients/" + (try #require(made["patient", "id"].text))
        #expect(try desk.get(card + "/papers")["identity_level"] == 2)
    }

    private func particulars(_ desk: Browser, _ admin: Browser) throws {
        let place: JSON = ["clinic": "Поликлиника № 12", "precinct": "7", "kind": "child"]
        #expect(try desk.post("/api/v1/attachment-places", place).code == "role_missing")
        let made = try admin.post("/api/v1/attachment-places", place)
        #expect(made.status == 201 && made["closed"] == false)
        let one = "/api/v1/attachment-places/" + (try #require(made["id"].text))
        let closed = place.with("version", 1).with("closed", true)
        #expect(try admin.put(one, closed)["closed"] == true)
        #expect(try admin.put(one, closed).code == "attachment_place_changed")
        #expect(try admin.put(one, place.with("version", 2).with("closed", false))["version"] == 3)
        #expect(try desk.get("/api/v1/attachment-places")["items"].elements?.count == 1)
        let noted: JSON = [
            "inn": "500100732259", "phones": [["phone": "8 926 222-33-44", "whose": "мама"]],
            "address_registered": "Неблизкая ул., 1", "address_actual": "", "address_same": true,
            "attachment": made["id"], "attached_since": "01.02.2020",
        ]
        let body = Given.walkIn(["surname": "Особова", "snils": "", "phone": "8 926 111-22-33"])
        let wrong = body.with("particulars", noted.with("inn", "5001007322"))
        #expect(try desk.post("/api/v1/patients", wrong).fields == ["particulars.inn"])
        let card = try desk.post("/api/v1/patients", body.with("particulars", noted))
        let path = "/api/v1/patients/" + (try #require(card["patient", "id"].text))
        let read = try desk.get(path + "/particulars")
        #expect(read["version"] == 1 && read["attachment", "precinct"] == "7")
        #expect(read["phones"] == [["phone": "+7 (926) 222-33-44", "whose": "мама"]])
        let change: JSON = ["version": 1, "particulars": noted.with("phones", [])]
        #expect(try desk.put(path + "/particulars", change)["phones"] == [])
        #expect(try desk.put(path + "/particulars", change).code == "particulars_changed")
        #expect(try desk.post(path + "/phone-confirmation", ["version": 2]).code == "phone_changed")
        let confirmed = try desk.post(path + "/phone-confirmation", ["version": 1])
        #expect(confirmed.status == 201 && confirmed["phone_confirmed", "operator_name"] == "petrova")
        #expect(try desk.get(path + "/papers")["identity_level"] == 1)
        let other: JSON = [
            "version": 1,
            "person": Given.person(["surname": "Особова", "snils": "", "phone": "8 926 111-22-34"]),
            "accepted": [], "reason": nil, "draft": nil,
        ]
        #expect(try desk.put(path, other)["phone_confirmed"] == nil)
        #expect(try desk.get(path + "/papers")["identity_level"] == 0)
        let actions =
            try desk.get(path + "/history")["items"].elements?.compactMap { $0["action"]?.text } ?? []
        #expect(actions.contains("particulars_noted") && actions.contains("phone_confirmed"))
    }

    private func consents(_ desk: Browser, _ admin: Browser) throws {
        let found = try desk.post("/api/v1/patients/search", ["text": "бывал", "limit": 1])
        let patient = try #require(found["items"].elements?.first?["id"]?.text)
        let path = "/api/v1/patients/\(patient)/consents"
        #expect(try desk.get(path)["texts"].elements?.map { $0["edition"] } == [0, 0, 0, 0])
        #expect(try desk.post(path, ["purpose": "processing"]).code == "consent_text_missing")
        let text: JSON = ["purpose": "processing", "after": 0, "text": "Я согласен.\nПодпись"]
        #expect(try desk.post("/api/v1/consent-texts", text).code == "role_missing")
        #expect(try admin.post("/api/v1/consent-texts", text)["edition"] == 1)
        #expect(try admin.post("/api/v1/consent-texts", text).code == "consent_text_changed")
        #expect(try admin.get("/api/v1/consent-texts")["items"].elements?.first?["text"] == text["text"])
        let offered = try desk.post(path, ["purpose": "processing"])
        #expect(offered.status == 201 && offered["state"] == "offered" && offered["number"] == 1)
        #expect(try desk.post(path, ["purpose": "processing"]).code == "consent_standing")
        let sheet = try desk.post("/api/v1/consents/search", ["number": "С-1"])
        #expect(sheet["text"] == text["text"] && sheet["patient"].text == patient)
        #expect(try desk.post("/api/v1/consents/search", ["number": "С-2"]).code == "consent_not_found")
        #expect(try desk.post("/api/v1/consents/search", ["number": "?"]).fields == ["number"])
        let one = "/api/v1/consents/" + (try #require(offered["id"].text))
        #expect(try desk.get(one)["consent", "text_sha256"] == sheet["consent", "text_sha256"])
        #expect(try desk.post(one + "/answer", ["version": 1, "given": true])["state"] == "given")
        #expect(try desk.post(one + "/answer", ["version": 1, "given": false]).code == "consent_changed")
        let gone = try desk.post(one + "/withdrawal", ["version": 2, "note": "Устно"])
        #expect(gone["state"] == "withdrawn" && gone["note"] == "Устно")
        #expect(
            try desk.post(one + "/withdrawal", ["version": 3, "note": nil]).code == "consent_step_refused")
        #expect(try desk.get(path)["items"].elements?.count == 1)
    }

    private func visits(_ desk: Browser) throws {
        let steps: [(String, JSON, String)] = [
            ("service", [:], "in_service"), ("outcome", ["outcome": "Выдана"], "done"),
            ("cancellation", ["reason": "Ошибка"], "cancelled"), ("departure", [:], "left"),
        ]
        for (step, words, state) in steps {
            let visit = try desk.post("/api/v1/visits", Given.visit(nil))
            #expect(visit.status == 201 && visit["patient"] == nil)
            let path = "/api/v1/visits/\(visit["id"].text ?? "")/\(step)"
            #expect(try desk.post(path, words.with("version", 5)).code == "visit_changed")
            var version: Int64 = 1
            if state == "done" {
                let start = "/api/v1/visits/\(visit["id"].text ?? "")/service"
                version = try desk.post(start, ["version": 1])["version"].integer ?? 0
            }
            let moved = try desk.post(path, words.with("version", .integer(version)))
            #expect(moved["state"] == .string(state) && moved["version"] == .integer(version + 1))
            guard state != "in_service" else { continue }
            let refused = try desk.post(path, words.with("version", moved["version"]))
            #expect(refused.status == 409 && refused.code == "visit_step_refused")
            #expect(refused["detail"].text?.contains(state) == false, "the state is told by its word")
        }
        let day = try desk.get("/api/v1/visits")
        #expect(day["day"] == "2026-11-21" && day["items"].elements?.count == 5)
        #expect(day["totals"] == ["registered": 4, "visits": 5, "served": 1, "cancelled": 1, "waiting": 2])
        #expect(try desk.get("/api/v1/visits", [(name: "day", value: "2026-11-20")])["items"] == [])
        #expect(try desk.get("/api/v1/visits", [(name: "day", value: "вчера")]).code == "query_wrong")
        let known = day["items"].elements?.compactMap { $0["patient"]?["id"]?.text }.first
        let second = try desk.post("/api/v1/visits", Given.visit(known))
        #expect(second.status == 409 && second.code == "visit_already_open")
    }

    private func drafts(_ desk: Browser) throws {
        let path = "/api/v1/drafts/01936b0a-7c00-7000-8000-00000000d001"
        let draft: JSON = ["form": "walk-in", "subject": nil, "content": ["surname": "Нов", "ё": ""]]
        #expect(try desk.put(path, draft)["saved_at"].integer == desk.console.desk.clock.now.milliseconds)
        #expect(try desk.get("/api/v1/drafts")["items"].elements?.first?["content"] == draft["content"])
        #expect(try desk.delete(path).status == 204)
        #expect(try desk.get("/api/v1/drafts")["items"] == [])
        #expect(try desk.put("/api/v1/drafts/5", draft).code == "draft_not_found")
    }

    private func sessions(_ desk: Browser) throws {
        #expect(try desk.post("/api/v1/session/lock").status == 204)
        #expect(try desk.post("/api/v1/session/unlock", ["pin": "730164"]).code == "pin_wrong")
        #expect(try desk.post("/api/v1/session/unlock", ["pin": .string(TestDesk.pin)])["locked"] == false)
        #expect(try desk.post("/api/v1/session/lock").status == 204)
        let parked = try desk.get("/api/v1/screen")["parked"].elements ?? []
        #expect(parked.map { $0["operator_name"] } == ["petrova"])
        let back = try desk.post(
            "/api/v1/session/switch",
            ["session": parked.first?["session"] ?? nil, "pin": .string(TestDesk.pin)])
        #expect(back.status == 201)
        desk.token = back["token"].text
        let new = JSON.string(TestDesk.password + "!")
        let change: JSON = ["old": .string(TestDesk.password), "new": new, "repeat": new]
        #expect(
            try desk.put("/api/v1/me/password", change.with("old", "не тот")).code == "old_password_wrong")
        #expect(try desk.put("/api/v1/me/password", change).status == 204)
        #expect(try desk.put("/api/v1/me/pin", ["password": new, "pin": "730164"]).status == 204)
        #expect(try desk.delete("/api/v1/sessions").status == 204)
        #expect(try desk.get("/api/v1/session").code == "signed_out")
    }

    private func journal(_ admin: Browser) throws {
        let first = try admin.get("/api/v1/audit", [(name: "limit", value: "5")])
        #expect(
            first["items"].elements?.count == 5 && first["items"].elements?.first?["action"] == "journal_read"
        )
        var (seen, next) = (first["items"].elements?.count ?? 0, first["next"].integer)
        while let before = next {
            let page = try admin.get("/api/v1/audit", [(name: "before", value: "\(before)")])
            seen += page["items"].elements?.count ?? 0
            next = page["next"].integer
        }
        #expect(Int64(seen) == (try admin.console.desk.prove().auditRows))
        let proof = try admin.get("/api/v1/audit/proof")
        #expect(proof["chain"] == "intact" && proof["audit_rows"].integer == Int64(seen))
        #expect(
            first["items"].elements?.allSatisfy { $0["text"]?.text?.hasPrefix("history.") == false } == true)
    }
}

extension JSON {
    func with(_ name: String, _ value: JSON) -> JSON {
        .object((members ?? []).filter { $0.name != name } + [Member(name, value)])
    }
}
