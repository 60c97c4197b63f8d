import Domain
import Testing
import Wire

/// Catalogues, and what is issued by them.
extension `A day at the console` {
    func catalogues(_ desk: Browser, _ admin: Browser) throws {
        let form: JSON = ["name": "Ромашка", "former_names": "Лютик\nПолевые цветы"]
        #expect(try desk.post("/api/v1/insurers", form).code == "role_missing")
        let insurer = try admin.post("/api/v1/insurers", form)
        #expect(insurer.status == 201 && insurer["former_names"] == ["Лютик", "Полевые цветы"])
        #expect(try admin.post("/api/v1/insurers", form.with("name", "лютик")).fields.contains("name"))
        let one = "/api/v1/insurers/" + (try #require(insurer["id"].text))
        let change = form.with("version", 1).with("closed", false)
        #expect(try admin.put(one, change)["version"] == 2)
        #expect(try admin.put(one, change).code == "insurer_changed")
        #expect(try desk.get("/api/v1/insurers")["items"].elements?.count == 1)

        let programme: JSON = [
            "code": "АП-1", "title": "Амбулаторная Премиум", "insurer": "Лютик",
            "lines": "Приём врача\nАнализы", "clinics": "", "franchise_kind": "fixed",
            "franchise": "1500,50",
        ]
        #expect(try admin.post("/api/v1/programmes", programme.with("insurer", "Клён")).fields == ["insurer"])
        let made = try admin.post("/api/v1/programmes", programme)
        #expect(made.status == 201 && made["insurer_name"] == "Ромашка")
        #expect(made["franchise_shown"].text == "1\u{A0}500,50" && made["lines"].elements?.count == 2)
        let again = programme.with("version", 1).with("closed", false).with("lines", "Всё")
        let place = "/api/v1/programmes/" + (try #require(made["id"].text))
        #expect(try admin.put(place, again)["version"] == 2)
        #expect(try admin.put(place, again).code == "programme_changed")
        #expect(try desk.get("/api/v1/programmes")["items"].elements?.first?["lines"] == ["Всё"])

        #expect(try desk.get("/api/v1/requisites")["version"] == 0)
        let requisites: JSON = [
            "version": 0, "name": "Поликлиника № 12", "legal_name": "", "address": "", "phone": "",
            "inn": "7707083893", "licence": "", "email": "",
        ]
        #expect(try admin.put("/api/v1/requisites", requisites)["version"] == 1)
        #expect(try admin.put("/api/v1/requisites", requisites).code == "requisites_changed")
        let wrong = requisites.with("version", 1).with("inn", "7707083894")
        #expect(try admin.put("/api/v1/requisites", wrong).fields == ["inn"])
    }

    func policies(_ desk: Browser) throws {
        let programmes = try desk.get("/api/v1/programmes")["items"].elements ?? []
        let made = try desk.post("/api/v1/patients", Given.walkIn(["surname": "Полисова", "snils": ""]))
        let card = "/api/v1/patients/" + (try #require(made["patient", "id"].text))
        let form: JSON = [
            "kind": "dms", "number": "", "insurer": "Лютик", "programmes": [programmes[0]["id"] ?? nil],
            "valid_from": "01.01.2026", "valid_to": "21.11.2026", "territory": "", "sum": "",
            "currency": "EUR", "latin_name": "",
        ]
        let ask: JSON = ["policy": form, "replaces": nil, "accepted": [], "reason": nil]
        let path = card + "/issued-policies"
        let none = ask.with("policy", form.with("programmes", []))
        #expect(try desk.post(path, none).fields == ["programmes"])
        let issued = try desk.post(path, ask)
        #expect(issued.status == 201 && issued["number"] == "77/00000001" && issued["own"] == true)
        #expect(issued["status"] == "active", "the last day is a day of the policy")
        #expect(issued["programmes"].elements?.first?["version"] == 2)
        let travel = form.with("kind", "vzr").with("territory", "Весь мир").with("sum", "30000")
            .with("latin_name", "polisova g")
        let abroad = try desk.post(path, ask.with("policy", travel).with("replaces", issued["id"]))
        #expect(abroad["replaces_number"] == "77/00000001" && abroad["latin_name"] == "POLISOVA G")
        #expect(abroad["sum_shown"].text == "30\u{A0}000")
        let one = "/api/v1/issued-policies/" + (try #require(abroad["id"].text))
        let late = travel.with("valid_to", "31.12.2026")
        let change: JSON = [
            "version": 1, "policy": late, "change_reason": "", "accepted": [], "reason": nil,
        ]
        #expect(try desk.post(one + "/correction", change).fields == ["change_reason"])
        let again = change.with("change_reason", "Дольше")
        #expect(try desk.post(one + "/correction", again)["valid_to"] == "2026-12-31")
        #expect(try desk.post(one + "/correction", again).code == "issued_policy_changed")
        let gone = try desk.post(one + "/revocation", ["version": 2, "class": "declined", "note": ""])
        #expect(gone["status"] == "revoked" && gone["revoked_for"] == "declined")
        let twice = try desk.post(one + "/revocation", ["version": 3, "class": "declined", "note": ""])
        #expect(twice.code == "policy_step_refused")
        let read = try desk.get(path)
        #expect(read["items"].elements?.map { $0["status"] } == ["revoked", "replaced"])
        try links(desk, card)
    }

    private func links(_ desk: Browser, _ card: String) throws {
        let link = card + "/policy-links"
        #expect(try desk.post(link, ["number": "12341234"]).code == "policy_number_unknown")
        #expect(try desk.post(link, ["number": "77/00000001"]).code == "policy_linked_already")
        let made = try desk.post("/api/v1/patients", Given.walkIn(["surname": "Иная", "snils": ""]))
        let other = "/api/v1/patients/" + (try #require(made["patient", "id"].text))
        let differs = try desk.post(other + "/policy-links", ["number": "77/00000001"])
        #expect(differs.code == "policy_person_differs")
        #expect(differs["title"] == "Застрахованный Иная Галина Сергеевна полис 77/00000001 не найден")
        let same = try desk.post("/api/v1/patients", Given.walkIn(["surname": "Полисова", "snils": ""]))
        let second = "/api/v1/patients/" + (try #require(same["patient", "id"].text))
        let linked = try desk.post(second + "/policy-links", ["number": "77/00000001"])
        #expect(linked.status == 201 && linked["items"].elements?.first?["linked"] == true)
    }

    func certificates(_ desk: Browser) throws {
        let programme = try desk.get("/api/v1/programmes")["items"].elements?.first?["id"] ?? nil
        let made = try ["Первая", "Вторая", "Третья"].map { surname in
            let walkIn = Given.walkIn(["surname": .string(surname), "snils": ""])
            return try desk.post("/api/v1/patients", walkIn)["patient", "id"]
        }
        let card = { (at: Int) in "/api/v1/patients/\(made[at].text ?? "")/certificates" }
        let form: JSON = [
            "programme": programme, "valid_from": "22.11.2026", "valid_to": "21.11.2027",
            "purchased_on": "", "second": nil,
        ]
        #expect(try desk.post(card(0), form.with("second", made[0])).fields == ["second"])
        let issued = try desk.post(card(0), form)
        #expect(issued.status == 201 && issued["number"] == "77/00000003")
        #expect(issued["status"] == "pending" && issued["may_change"] == true)
        #expect(issued["purchased_on"] == "2026-11-21")
        // The calendar of this day at the console has moved Tuesday, 24 November.
        #expect(issued["entry_due"] == "2026-11-25")
        let one = "/api/v1/certificates/" + (try #require(issued["id"].text))
        let seat: JSON = ["version": 1, "seat": "second", "patient": made[1]]
        let two = try desk.post(one + "/seat", seat)
        #expect(two["second", "name"] == "Вторая Галина Сергеевна")
        #expect(try desk.post(one + "/seat", seat).code == "certificate_changed")
        let third = seat.with("version", 2).with("seat", "first").with("patient", made[2])
        #expect(try desk.post(one + "/seat", third)["changes"].elements?.count == 2)
        #expect(try desk.get(card(0))["items"].elements?.count == 1, "who sat there before sees it too")
        #expect(try desk.get(card(1))["items"] == desk.get(card(2))["items"])
        let begun = try desk.post(card(0), form.with("valid_from", "21.11.2026"))
        let late = "/api/v1/certificates/" + (try #require(begun["id"].text))
        let refused = try desk.post(late + "/seat", seat)
        #expect(refused.code == "certificate_started")
        #expect(refused["detail"].text?.contains("21.11.2026") == true)
        let reason = seat.with("late_reason", "Ошибка кассы")
        #expect(try desk.post(late + "/late-seat", reason).code == "role_missing")
    }
}
