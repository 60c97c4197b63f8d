import Domain
import Testing
import Wire

/// What is done for one person beyond a visit: profiles, reading back, merged cards, the family.
extension `A day at the console` {
    func calendar(_ desk: Browser, _ admin: Browser) throws {
        let calendar = try admin.get("/api/v1/calendar")
        #expect(calendar["year"] == 2026 && calendar["version"] == 0)
        #expect(calendar["public_holidays"].elements?.count == 14)
        let moved: JSON = [["day": "2026-11-24", "kind": "holiday", "note": "Переезд"]]
        let year: JSON = ["year": 2026, "version": 0, "days": moved]
        #expect(try desk.put("/api/v1/calendar", year).code == "role_missing")
        #expect(try admin.put("/api/v1/calendar", year)["version"] == 1)
        #expect(try admin.put("/api/v1/calendar", year).code == "calendar_changed")
        let other = year.with("version", 1).with("year", 2027)
        #expect(try admin.put("/api/v1/calendar", other).fields == ["days"])
        let again = try desk.get("/api/v1/calendar", [(name: "year", value: "2026")])
        #expect(again["days"] == moved)
        #expect(try desk.get("/api/v1/calendar", [(name: "year", value: "1")]).code == "query_wrong")
    }

    func mailProfiles(_ desk: Browser, _ admin: Browser) throws {
        let text: JSON = ["purpose": "emailing", "after": 0, "text": "Прошу присылать копии."]
        #expect(try admin.post("/api/v1/consent-texts", text).status == 201)
        let found = try desk.post("/api/v1/patients/search", ["text": "бывал", "limit": 1])
        let card = "/api/v1/patients/" + (try #require(found["items"].elements?.first?["id"]?.text))
        #expect(try desk.get(card + "/consents")["mail_profile"] == nil)
        let offered = try desk.post(card + "/consents", ["purpose": "emailing"])
        let sheet = "/api/v1/consents/" + (try #require(offered["id"].text))
        #expect(try desk.get(card + "/consents")["mail_profile", "state"] == "paper_printed")
        #expect(try desk.get(sheet)["mail_due"] == nil)
        #expect(try desk.post(sheet + "/answer", ["version": 1, "given": true])["state"] == "given")
        #expect(try desk.get(sheet)["mail_due"] == "2026-11-26", "the moved day is not counted")
        let profile = try desk.get(card + "/consents")["mail_profile"]
        #expect(profile["due"] == "2026-11-26" && profile["lacks"] == ["email", "document"])
        let waiting = try desk.get("/api/v1/mail-profiles")
        #expect(waiting["items"].elements?.count == 1 && waiting["urgent"] == 0)
        let one = "/api/v1/mail-profiles/" + (try #require(profile["id"]?.text))
        #expect(try desk.post(one + "/confirmation", ["version": 2]).code == "mail_profile_email_missing")
        #expect(try desk.post(one + "/rejection", ["version": 2, "reason": ""]).fields == ["reason"])
        let rejected = try desk.post(one + "/rejection", ["version": 2, "reason": "Нет адреса"])
        #expect(rejected["state"] == "rejected" && rejected["reason"] == "Нет адреса")
        #expect(try desk.post(one + "/receipt", ["version": 2]).code == "mail_profile_changed")
        #expect(try desk.post(one + "/receipt", ["version": 3])["state"] == "paper_received")
        let person = Given.person(["surname": "Бывалова", "email": "galina@mail.example"])
        let change: JSON = ["version": 2, "person": person, "accepted": [], "reason": nil, "draft": nil]
        #expect(try desk.put(card, change).status == 200)
        let early = try desk.post(one + "/confirmation", ["version": 4])
        #expect(early.code == "mail_profile_document_unseen")
        let passport: JSON = [
            "kind": "passport", "series": "4510", "number": "765432", "issued_on": "", "issuer": "",
            "department_code": "",
        ]
        let body: JSON = ["document": passport, "accepted": [], "reason": nil]
        #expect(try desk.post(card + "/documents", body).status == 201)
        let confirmed = try desk.post(one + "/confirmation", ["version": 4])
        #expect(confirmed["state"] == "confirmed" && confirmed["email"] == "galina@mail.example")
        #expect(try desk.post(one + "/confirmation", ["version": 5]).code == "mail_profile_step_refused")
        #expect(try desk.get("/api/v1/mail-profiles")["items"] == [])
        let moving = change.with("version", 3).with(
            "person", Given.person(["surname": "Бывалова", "email": "new@mail.example"]))
        #expect(try desk.put(card, moving).status == 200)
        #expect(try desk.get("/api/v1/mail-profiles")["urgent"] == 1, "another address is another matter")
        #expect(try desk.get(card + "/consents")["mail_profile", "outdated"] == true)
        let anew = try desk.post(one + "/confirmation", ["version": 5])
        #expect(anew["email"] == "new@mail.example")
        #expect(try desk.post(sheet + "/withdrawal", ["version": 2, "note": nil])["state"] == "withdrawn")
        #expect(try desk.get(card + "/consents")["mail_profile"] == nil)
    }

    func readingBack(_ desk: Browser) throws {
        let found = try desk.post("/api/v1/patients/search", ["text": "бывал", "limit": 1])
        let path = "/api/v1/patients/" + (try #require(found["items"].elements?.first?["id"]?.text))
        let (card, version) = (path + "/read-back", try desk.get(path)["version"])
        #expect(try desk.get(card)["newest"] == nil)
        let old = try desk.post(card, ["version": 1, "how": "signed"])
        #expect(old.status == 409 && old.code == "read_back_outdated")
        let read = try desk.post(card, ["version": version, "how": "signed"])
        #expect(read.status == 201 && read["outdated"] == false)
        #expect(try desk.get(card)["newest"] == read.json)
    }

    func merges(_ desk: Browser) throws {
        let made = try desk.post("/api/v1/patients", Given.walkIn(["surname": "Двойникова"]))
        let double = made["patient", "id"]
        let found = try desk.post("/api/v1/patients/search", ["text": "бывал", "limit": 1])
        let card = try #require(found["items"].elements?.first?["id"])
        let pair: JSON = ["kept": card, "merged": double]
        let noted: JSON = [
            "inn": "500100732259", "phones": [], "address_registered": "", "address_actual": "",
            "address_same": false, "attachment": "", "attached_since": "",
        ]
        let beside = "/api/v1/patients/\(double.text ?? "")/particulars"
        #expect(try desk.put(beside, ["version": 0, "particulars": noted]).status == 200)
        #expect(
            try desk.post("/api/v1/merges/preview", pair.with("merged", card)).code == "merge_with_itself")
        let preview = try desk.post("/api/v1/merges/preview", pair)
        #expect(preview["choices"].elements?.first?["field"] == "surname" && preview["visits"] == 0)
        #expect(preview["deaths"] == [])
        let body = pair.with("kept_version", preview["kept", "version"]).with("merged_version", 1)
            .with("taken", ["surname"])
        #expect(try desk.post("/api/v1/merges", body.with("reason", "")).fields == ["reason"])
        let merge = try desk.post("/api/v1/merges", body.with("reason", "Завели дважды"))
        #expect(merge.status == 201 && merge["kept", "surname"] == "Двойникова")
        let path = "/api/v1/patients/" + (try #require(double.text))
        let old = try desk.post("/api/v1/patients/search", ["text": "двойник", "limit": 5])
        #expect(old["items"].elements?.map { $0["id"] } == [card])
        #expect(try desk.post(path + "/consents", ["purpose": "processing"]).code == "card_merged")
        #expect(try desk.put(beside, ["version": 1, "particulars": noted]).code == "card_merged")
        let gathered = try desk.get("/api/v1/patients/\(card.text ?? "")/particulars")["gathered"]
        #expect(gathered.elements?.map { $0["inn"] } == ["500100732259"])
        #expect(gathered.elements?.first?["from_card"] == made["patient", "card_number"])
        #expect(try desk.get(path + "/merges")["into", "id"] == merge["id"])
        let one = "/api/v1/merges/" + (try #require(merge["id"].text))
        let parting = try desk.get(one)
        #expect(parting["back"] == ["surname"] && parting["first"] == nil)
        let part: JSON = ["kept_version": parting["kept", "version"], "reason": "Разные люди"]
        #expect(try desk.post(one + "/part", part.with("kept_version", 1)).code == "patient_changed")
        #expect(try desk.post(one + "/part", part)["parted_at"].integer != nil)
        #expect(try desk.post(one + "/part", part).code == "cards_parted_already")
        #expect(try desk.get(path + "/merges")["into"] == nil)
    }

    func family(_ desk: Browser) throws {
        let found = try desk.post("/api/v1/patients/search", ["text": "бывал", "limit": 1])
        let mother = try #require(found["items"].elements?.first?["id"]?.text)
        let made = try desk.post(
            "/api/v1/patients", Given.walkIn(["surname": "Малышев", "birth_date": "12.03.2020"]))
        let child = try #require(made["patient", "id"].text)
        let path = "/api/v1/patients/\(child)/family"
        let empty = try desk.get(path)
        #expect(empty["hint", "code"] == "under_14" && empty["lacks_representative"] == true)
        let link: JSON = [
            "other": .string(mother), "represents": true, "role": "guardian", "word": "", "basis": "",
            "valid_until": "",
        ]
        #expect(try desk.post(path, link).fields == ["basis"])
        let made2 = try desk.post(path, link.with("basis", "Решение № 5"))
        #expect(made2.status == 201 && made2["representative"].text == mother)
        #expect(try desk.post(path, link.with("basis", "Решение № 5")).code == "family_link_standing")
        let read = try desk.get(path)
        #expect(read["lacks_representative"] == false && read["death"] == nil)
        let id = try #require(made2["id"].text)
        let end = "/api/v1/family-links/\(id)/end"
        #expect(try desk.post(end, ["reason": ""]).fields == ["reason"])
        #expect(try desk.post(end, ["reason": "Отозвано"])["ended_at"].integer != nil)
        #expect(try desk.post(end, ["reason": "Отозвано"]).code == "family_link_ended_already")
        let hint = try desk.post("/api/v1/patients/age-hint", ["birth_date": "21.11.2008"])
        #expect(hint["hint", "code"] == "from_18")
        #expect(try desk.post("/api/v1/patients/age-hint", ["birth_date": "вчера"])["hint"] == nil)
        let death: JSON = ["date": "20.11.2026", "basis": "words", "details": "мать"]
        let noted = try desk.post("/api/v1/patients/\(child)/death", death)
        #expect(noted.status == 201 && noted["age_years"] == 6 && noted["noted_by"] == "petrova")
        let late = try desk.post("/api/v1/patients/search", ["text": "малыш", "limit": 1])
        #expect(late["items"].elements?.first?["dead"] == true)
        let visit = try desk.post("/api/v1/visits", Given.visit(child))
        #expect(visit.code == "patient_dead" && visit["detail"].text?.contains("20.11.2026") == true)
        let strike = "/api/v1/death-notes/\(noted["id"].text ?? "")/strike"
        #expect(try desk.post(strike, ["reason": "Ошибка"]).code == "role_missing")
    }
}
