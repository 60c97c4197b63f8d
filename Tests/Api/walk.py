"""Every operation of the console's API asked in earnest, so that each is reached with its 2xx."""

import random
import uuid
from collections.abc import Iterator

from support import lists, people, waiting
from support.client import Answer, Client
from support.desk import ADMIN, RECEPTION, SENIOR, Desk
from walk_insured import Insuring

Asked = tuple[str, str, Answer]


class Walk(Insuring):
    """Goes through a desk's life in an order in which each question has a good answer."""

    def __init__(self, desk: Desk):
        self.desk = desk
        self.chance = random.Random(7)

    def everything(self) -> Iterator[Asked]:
        """(method, path template, answer) of each operation."""
        yield from self.before_signing_in()
        reception = self.desk.sign_in(RECEPTION)
        yield from self.patients(reception)
        yield from self.visits(reception)
        yield from self.papers(reception)
        yield from self.consents(reception, self.desk.sign_in(ADMIN))
        yield from self.mail_profiles(reception, self.desk.sign_in(ADMIN))
        yield from self.lists(self.desk.sign_in(SENIOR))
        yield from self.merges(reception)
        yield from self.family(reception)
        yield from self.death(reception, self.desk.sign_in(SENIOR))
        yield from self.particulars(reception, self.desk.sign_in(ADMIN))
        yield from self.catalogues(self.desk.sign_in(ADMIN))
        yield from self.policies(reception)
        yield from self.certificates(reception, self.desk.sign_in(SENIOR))
        yield from self.drafts(reception)
        yield from self.printing(reception)
        yield from self.shifts(reception)
        yield from self.administration(self.desk.sign_in(ADMIN))
        yield from self.sessions()

    def before_signing_in(self) -> Iterator[Asked]:
        client = self.desk.client()
        for path in (
            "/healthz",
            "/readyz",
            "/metrics",
            "/api/v1/openapi.json",
            "/api/v1/status",
            "/api/v1/screen",
        ):
            yield "GET", path, client.get(path)
        yield "PUT", "/api/v1/language", client.put("/api/v1/language", {"language": "ru"})

    def patients(self, client: Client) -> Iterator[Asked]:
        typed = people.person(self.chance, birth_date="12.03.1986")
        yield (
            "POST",
            "/api/v1/patients/check",
            client.post("/api/v1/patients/check", {"person": typed, "patient": None}, key=False),
        )
        made = client.post("/api/v1/patients", people.walk_in(self.chance, visit=False) | {"person": typed})
        yield "POST", "/api/v1/patients", made
        self.patient = made["patient"]["id"]
        path = f"/api/v1/patients/{self.patient}"
        yield "GET", "/api/v1/patients/{id}", client.get(path)
        change = {
            "version": 1,
            "person": typed | {"note": "Да"},
            "accepted": [],
            "reason": None,
            "draft": None,
        }
        yield "PUT", "/api/v1/patients/{id}", client.put(path, change)
        yield "GET", "/api/v1/patients/{id}/history", client.get(f"{path}/history")
        ask = {"person": typed, "patient": None}
        yield "POST", "/api/v1/patients/alike", client.post("/api/v1/patients/alike", ask, key=False)
        ask = {"text": str(typed["surname"]), "limit": 5}
        yield "POST", "/api/v1/patients/search", client.post("/api/v1/patients/search", ask, key=False)
        ask = {"text": f"{typed['surname']} 112-233-445 95, слесарь"}
        path = "/api/v1/patients/take-apart"
        yield "POST", path, client.post(path, ask, key=False)
        yield "POST", "/api/v1/scans", client.post("/api/v1/scans", {"text": "С-15"}, key=False)
        scanned = {"text": "HTTPS://EVIL.EXAMPLE/Q/A"}
        yield "POST", "/api/v1/scans", client.post("/api/v1/scans", scanned, key=False)
        yield "GET", "/api/v1/patients/recent", client.get("/api/v1/patients/recent")

    def visits(self, client: Client) -> Iterator[Asked]:
        def come() -> Answer:
            body = {"patient": self.patient, "reason": "Приём", "destination": "room", "place": "12"}
            return client.post("/api/v1/visits", body)

        def step(visit: Answer, name: str, **more: str) -> Answer:
            return client.post(f"/api/v1/visits/{visit['id']}/{name}", {"version": visit["version"], **more})

        visit = come()
        yield "POST", "/api/v1/visits", visit
        served = step(visit, "service")
        yield "POST", "/api/v1/visits/{id}/service", served
        yield "POST", "/api/v1/visits/{id}/outcome", step(served, "outcome", outcome="Принят")
        yield "POST", "/api/v1/visits/{id}/cancellation", step(come(), "cancellation", reason="Передумал")
        yield "POST", "/api/v1/visits/{id}/departure", step(come(), "departure")
        yield "GET", "/api/v1/visits", client.get("/api/v1/visits")
        path = f"/api/v1/patients/{self.patient}/visits"
        yield "GET", "/api/v1/patients/{id}/visits", client.get(path)

    def papers(self, client: Client) -> Iterator[Asked]:
        card = f"/api/v1/patients/{self.patient}"
        accept = {"accepted": [], "reason": None}
        passport = {"kind": "passport", "series": "45 10", "number": "123456", "issued_on": "", "issuer": "",
                    "department_code": ""}  # fmt: skip
        shown = client.post(f"{card}/documents", {"document": passport, **accept})
        yield "POST", "/api/v1/patients/{id}/documents", shown
        policy = {"kind": "oms", "oms_type": "", "number": "7992730000000007", "insurer": "", "valid_to": ""}
        noted = client.post(f"{card}/policies", {"policy": policy, **accept})
        yield "POST", "/api/v1/patients/{id}/policies", noted
        yield "GET", "/api/v1/patients/{id}/papers", client.get(f"{card}/papers")
        struck = client.post(f"/api/v1/papers/{shown['id']}/strike", {"reason": "Опечатка"})
        yield "POST", "/api/v1/papers/{id}/strike", struck

    def particulars(self, client: Client, admin: Client) -> Iterator[Asked]:
        form = {"clinic": "Поликлиника № 12", "precinct": "7", "kind": "adult"}
        place = admin.post("/api/v1/attachment-places", form)
        yield "POST", "/api/v1/attachment-places", place
        yield "GET", "/api/v1/attachment-places", client.get("/api/v1/attachment-places")
        change = form | {"version": 1, "closed": False}
        changed = admin.put(f"/api/v1/attachment-places/{place['id']}", change)
        yield "PUT", "/api/v1/attachment-places/{id}", changed
        card = f"/api/v1/patients/{self.patient}"
        particulars = {"inn": "", "phones": [], "address_registered": "", "address_actual": "",
                       "address_same": False, "attachment": place["id"], "attached_since": ""}  # fmt: skip
        noted = client.put(f"{card}/particulars", {"version": 0, "particulars": particulars})
        yield "PUT", "/api/v1/patients/{id}/particulars", noted
        yield "GET", "/api/v1/patients/{id}/particulars", client.get(f"{card}/particulars")
        version = client.get(card)["version"]
        confirmed = client.post(f"{card}/phone-confirmation", {"version": version})
        yield "POST", "/api/v1/patients/{id}/phone-confirmation", confirmed

    def consents(self, client: Client, admin: Client) -> Iterator[Asked]:
        text = {"purpose": "processing", "after": 0, "text": "Я согласен на обработку моих данных."}
        yield "POST", "/api/v1/consent-texts", admin.post("/api/v1/consent-texts", text)
        yield "GET", "/api/v1/consent-texts", client.get("/api/v1/consent-texts")
        path = f"/api/v1/patients/{self.patient}/consents"
        offered = client.post(path, {"purpose": "processing"})
        yield "POST", "/api/v1/patients/{id}/consents", offered
        yield "GET", "/api/v1/patients/{id}/consents", client.get(path)
        ask = {"number": f"С-{offered['number']}"}
        yield "POST", "/api/v1/consents/search", client.post("/api/v1/consents/search", ask, key=False)
        one = f"/api/v1/consents/{offered['id']}"
        yield "GET", "/api/v1/consents/{id}/sheet.pdf", client.get(f"{one}/sheet.pdf")
        yield from self.files(client)
        yield "GET", "/api/v1/consents/{id}", client.get(one)
        given = client.post(f"{one}/answer", {"version": 1, "given": True})
        yield "POST", "/api/v1/consents/{id}/answer", given
        gone = client.post(f"{one}/withdrawal", {"version": given["version"], "note": None})
        yield "POST", "/api/v1/consents/{id}/withdrawal", gone

    def mail_profiles(self, client: Client, admin: Client) -> Iterator[Asked]:
        card = f"/api/v1/patients/{self.patient}"
        now = client.get(card)
        yield "GET", "/api/v1/calendar", admin.get("/api/v1/calendar?year=2026")
        days = [{"day": "2026-12-31", "kind": "holiday", "note": "Перенос"}]
        year = admin.put("/api/v1/calendar", {"year": 2026, "version": 0, "days": days})
        yield "PUT", "/api/v1/calendar", year
        path = "/api/v1/patients/{id}/read-back"
        body = {"version": now["version"], "how": "signed"}
        yield "POST", path, client.post(f"{card}/read-back", body)
        yield "GET", path, client.get(f"{card}/read-back")
        typed = people.person(self.chance, email="a@mail.example")
        client.put(
            card,
            {"version": now["version"], "person": typed, "accepted": [], "reason": None, "draft": None},
        ).expect(200)
        passport = {"kind": "passport", "series": "45 10", "number": "765432", "issued_on": "", "issuer": "",
                    "department_code": ""}  # fmt: skip
        shown = {"document": passport, "accepted": [], "reason": None}
        client.post(f"{card}/documents", shown).expect(201)
        text = {"purpose": "emailing", "after": 0, "text": "Прошу присылать копии на мою почту."}
        admin.post("/api/v1/consent-texts", text).expect(201)
        sheet = client.post(f"{card}/consents", {"purpose": "emailing"}).expect(201)
        answered = {"version": 1, "given": True}
        client.post(f"/api/v1/consents/{sheet['id']}/answer", answered).expect(200)
        waited = client.get("/api/v1/mail-profiles")
        yield "GET", "/api/v1/mail-profiles", waited
        path = f"/api/v1/mail-profiles/{waited['items'][0]['id']}"
        rejected = client.post(f"{path}/rejection", {"version": 2, "reason": "Не читается"})
        yield "POST", "/api/v1/mail-profiles/{id}/rejection", rejected
        yield "POST", "/api/v1/mail-profiles/{id}/receipt", client.post(f"{path}/receipt", {"version": 3})
        confirmed = client.post(f"{path}/confirmation", {"version": 4})
        yield "POST", "/api/v1/mail-profiles/{id}/confirmation", confirmed

    def merges(self, client: Client) -> Iterator[Asked]:
        made = client.post("/api/v1/patients", people.walk_in(self.chance, visit=False)).expect(201)
        double = made["patient"]["id"]
        pair = {"kept": self.patient, "merged": double}
        seen = client.post("/api/v1/merges/preview", pair, key=False)
        yield "POST", "/api/v1/merges/preview", seen
        body = {**pair, "kept_version": seen["kept"]["version"], "merged_version": 1, "taken": ["surname"],
                "reason": "Завели дважды", "sure": True}  # fmt: skip
        merge = client.post("/api/v1/merges", body)
        yield "POST", "/api/v1/merges", merge
        path = f"/api/v1/patients/{double}/merges"
        yield "GET", "/api/v1/patients/{id}/merges", client.get(path)
        one = f"/api/v1/merges/{merge['id']}"
        parting = client.get(one)
        yield "GET", "/api/v1/merges/{id}", parting
        part = {"kept_version": parting["kept"]["version"], "reason": "Разные люди"}
        yield "POST", "/api/v1/merges/{id}/part", client.post(f"{one}/part", part)

    def family(self, client: Client) -> Iterator[Asked]:
        ask = {"birth_date": "12.03.2014"}
        yield "POST", "/api/v1/patients/age-hint", client.post("/api/v1/patients/age-hint", ask, key=False)
        made = client.post("/api/v1/patients", people.walk_in(self.chance, visit=False)).expect(201)
        path = f"/api/v1/patients/{self.patient}/family"
        link = {"other": made["patient"]["id"], "represents": True, "role": "guardian", "word": "",
                "basis": "Решение № 5", "valid_until": ""}  # fmt: skip
        linked = client.post(path, link)
        yield "POST", "/api/v1/patients/{id}/family", linked
        yield "GET", "/api/v1/patients/{id}/family", client.get(path)
        paper = {"basis": "Решение № 6", "valid_until": ""}
        linked = client.post(f"/api/v1/family-links/{linked['id']}/basis", paper)
        yield "POST", "/api/v1/family-links/{id}/basis", linked
        visit = {"patient": self.patient, "reason": "Справка", "destination": "desk", "place": None}
        came = client.post("/api/v1/visits", visit).expect(201)["id"]
        brought = client.post(f"/api/v1/visits/{came}/companion", {"link": linked["id"]})
        yield "POST", "/api/v1/visits/{id}/companion", brought
        ended = client.post(f"/api/v1/family-links/{linked['id']}/end", {"reason": "Отозвано"})
        yield "POST", "/api/v1/family-links/{id}/end", ended

    def files(self, client: Client) -> Iterator[Asked]:
        for name in ("card", "read-back"):
            path = f"/api/v1/patients/{{id}}/{name}.pdf"
            yield "GET", path, client.get(path.replace("{id}", self.patient))
        for name in ("walk-in", "day"):
            yield "GET", f"/api/v1/blanks/{name}.pdf", client.get(f"/api/v1/blanks/{name}.pdf")
        blank = "/api/v1/blanks/consents/{purpose}/sheet.pdf"
        yield "GET", blank, client.get(blank.replace("{purpose}", "processing"))

    def death(self, client: Client, senior: Client) -> Iterator[Asked]:
        body = {"date": "01.02.2020", "basis": "words", "details": "сын"}
        noted = client.post(f"/api/v1/patients/{self.patient}/death", body)
        yield "POST", "/api/v1/patients/{id}/death", noted
        struck = senior.post(f"/api/v1/death-notes/{noted['id']}/strike", {"reason": "Однофамилец"})
        yield "POST", "/api/v1/death-notes/{id}/strike", struck

    def drafts(self, client: Client) -> Iterator[Asked]:
        path = f"/api/v1/drafts/{uuid.uuid4()}"
        body = {"form": "walk-in", "subject": None, "content": {"surname": "Нед"}}
        yield "PUT", "/api/v1/drafts/{id}", client.put(path, body)
        yield "GET", "/api/v1/drafts", client.get("/api/v1/drafts")
        yield "DELETE", "/api/v1/drafts/{id}", client.delete(path)

    def printing(self, client: Client) -> Iterator[Asked]:
        """Wants a printer of documents that is off, and one of tickets that tears them off."""

        def job(key: str) -> dict:
            jobs = client.get("/api/v1/print-jobs")["items"]
            return next(one for one in jobs if one["id"] == key)

        def step(key: str, name: str) -> Answer:
            return client.post(f"/api/v1/print-jobs/{key}/{name}", {"version": job(key)["version"]})

        page = client.post("/api/v1/printers/documents/test-page", {})
        yield "POST", "/api/v1/printers/{role}/test-page", page
        yield "GET", "/api/v1/print-jobs", client.get("/api/v1/print-jobs")
        waiting.until(lambda: job(page["id"])["trouble"] == "off", 10, "the page to wait for its printer")
        for name in ("cancellation", "repetition"):
            yield "POST", f"/api/v1/print-jobs/{{id}}/{name}", step(page["id"], name)
        ticket = client.post("/api/v1/printers/tickets/test-page", {})["id"]
        waiting.until(lambda: job(ticket)["state"] == "unknown", 20, "the ticket to be torn off")
        yield "POST", "/api/v1/print-jobs/{id}/confirmation", step(ticket, "confirmation")

    def shifts(self, client: Client) -> Iterator[Asked]:
        yield "POST", "/api/v1/shift", client.post("/api/v1/shift", {"take_over": None})
        yield "GET", "/api/v1/shift", client.get("/api/v1/shift")
        people_here = client.get("/api/v1/colleagues")
        yield "GET", "/api/v1/colleagues", people_here
        to = next(item["id"] for item in people_here["items"] if item["name"] == SENIOR.name)
        handed = client.post("/api/v1/shift/hand-over", {"to": to, "note": None})
        yield "POST", "/api/v1/shift/hand-over", handed
        report = client.get(f"/api/v1/shifts/{handed['id']}/report.pdf")
        yield "GET", "/api/v1/shifts/{id}/report.pdf", report
        senior = self.desk.sign_in(SENIOR)
        yield "GET", "/api/v1/shifts/incoming", senior.get("/api/v1/shifts/incoming")
        senior.post("/api/v1/shift", {"take_over": handed["id"]}).expect(201)
        yield "POST", "/api/v1/shift/close", senior.post("/api/v1/shift/close", {"note": None})

    def lists(self, client: Client) -> Iterator[Asked]:
        path = "/api/v1/lists/current"
        text = lists.csv_of([people.person(self.chance), people.person(self.chance, snils="112-233-445 00")])
        yield "PUT", path, client.put(path, {"bytes": len(text)})
        yield "PUT", f"{path}/pieces/{{number}}", lists.send_piece(client, 0, text)
        lists.wait_for(client, "checked")
        yield "GET", path, client.get(path)
        yield "GET", f"{path}/errors", lists.errors(client)
        yield "PUT", f"{path}/import", client.put(lists.asked(client, "/import"), {"take_alike": False})
        lists.wait_for(client, "taken")
        yield "DELETE", path, client.delete(lists.asked(client))

    def administration(self, client: Client) -> Iterator[Asked]:
        settings = client.get("/api/v1/settings")
        yield "GET", "/api/v1/settings", settings
        body = {
            name: settings[name]
            for name in ("version", "clinic", "banner_ru", "banner_en", "lock_after_seconds")
        }
        yield "PUT", "/api/v1/settings", client.put("/api/v1/settings", body | {"clinic": "Другая"})
        strict = client.get("/api/v1/strictness")
        yield "GET", "/api/v1/strictness", strict
        body = {"version": strict["version"], "refusing": ["enp_control"]}
        yield "PUT", "/api/v1/strictness", client.put("/api/v1/strictness", body)
        yield "GET", "/api/v1/operators", client.get("/api/v1/operators")
        new = {
            "login": "ivanova",
            "name": "Иванова И.",
            "roles": ["receptionist"],
            "password": "gora-sneg-517-les",
        }
        made = client.post("/api/v1/operators", new | {"pin": None})
        yield "POST", "/api/v1/operators", made
        path = f"/api/v1/operators/{made['id']}"
        body = {"version": made["version"], "name": "Иванова А.", "roles": ["senior"]}
        changed = client.put(path, body)
        yield "PUT", "/api/v1/operators/{id}", changed
        yield (
            "PUT",
            "/api/v1/operators/{id}/password",
            client.put(f"{path}/password", {"password": "pole-rozh-628-vetr"}),
        )
        yield "PUT", "/api/v1/operators/{id}/pin", client.put(f"{path}/pin", {"pin": "739162"})
        yield "DELETE", "/api/v1/operators/{id}/sessions", client.delete(f"{path}/sessions")
        for word in ("disable", "enable"):
            rows = client.get("/api/v1/operators")["items"]
            version = next(row["version"] for row in rows if row["id"] == made["id"])
            yield (
                "POST",
                f"/api/v1/operators/{{id}}/{word}",
                client.post(f"{path}/{word}", {"version": version}),
            )
        yield "GET", "/api/v1/audit", client.get("/api/v1/audit?limit=50")
        yield "GET", "/api/v1/audit/proof", client.get("/api/v1/audit/proof")

    def sessions(self) -> Iterator[Asked]:
        client = self.desk.client()
        yield "POST", "/api/v1/session", client.sign_in(RECEPTION.login, RECEPTION.password)
        yield "GET", "/api/v1/session", client.get("/api/v1/session")
        yield "POST", "/api/v1/session/lock", client.post("/api/v1/session/lock", key=False)
        opened = client.post("/api/v1/session/unlock", {"pin": RECEPTION.pin}, key=False)
        yield "POST", "/api/v1/session/unlock", client.keep_token(opened)
        client.sign_in(SENIOR.login, SENIOR.password).expect(201)
        parked = client.get("/api/v1/screen")["parked"][0]["session"]
        body = {"session": parked, "pin": RECEPTION.pin}
        switched = client.post("/api/v1/session/switch", body, key=False)
        yield "POST", "/api/v1/session/switch", client.keep_token(switched)
        change = {"old": RECEPTION.password, "new": "dozhd-pole-739-okno", "repeat": "dozhd-pole-739-okno"}
        yield "PUT", "/api/v1/me/password", client.put("/api/v1/me/password", change)
        pin = {"password": "dozhd-pole-739-okno", "pin": "618273"}
        yield "PUT", "/api/v1/me/pin", client.put("/api/v1/me/pin", pin)
        yield "DELETE", "/api/v1/session", client.delete("/api/v1/session")
        yield "DELETE", "/api/v1/sessions", self.desk.sign_in(SENIOR).delete("/api/v1/sessions")
