"""Every operation of the console's API asked in earnest, so that each is reached with its 2xx."""

import random
import uuid
from collections.abc import Iterator

from support import people
from support.client import Answer, Client
from support.desk import ADMIN, RECEPTION, SENIOR, Desk

Asked = tuple[str, str, Answer]


class Walk:
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
        yield from self.drafts(reception)
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
        typed = people.person(self.chance)
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
        yield "GET", "/api/v1/consents/{id}", client.get(one)
        given = client.post(f"{one}/answer", {"version": 1, "given": True})
        yield "POST", "/api/v1/consents/{id}/answer", given
        gone = client.post(f"{one}/withdrawal", {"version": given["version"], "note": None})
        yield "POST", "/api/v1/consents/{id}/withdrawal", gone

    def drafts(self, client: Client) -> Iterator[Asked]:
        path = f"/api/v1/drafts/{uuid.uuid4()}"
        body = {"form": "walk-in", "subject": None, "content": {"surname": "Нед"}}
        yield "PUT", "/api/v1/drafts/{id}", client.put(path, body)
        yield "GET", "/api/v1/drafts", client.get("/api/v1/drafts")
        yield "DELETE", "/api/v1/drafts/{id}", client.delete(path)

    def shifts(self, client: Client) -> Iterator[Asked]:
        yield "POST", "/api/v1/shift", client.post("/api/v1/shift", {"take_over": None})
        yield "GET", "/api/v1/shift", client.get("/api/v1/shift")
        people_here = client.get("/api/v1/colleagues")
        yield "GET", "/api/v1/colleagues", people_here
        to = next(item["id"] for item in people_here["items"] if item["name"] == SENIOR.name)
        handed = client.post("/api/v1/shift/hand-over", {"to": to, "note": None})
        yield "POST", "/api/v1/shift/hand-over", handed
        senior = self.desk.sign_in(SENIOR)
        yield "GET", "/api/v1/shifts/incoming", senior.get("/api/v1/shifts/incoming")
        senior.post("/api/v1/shift", {"take_over": handed["id"]}).expect(201)
        yield "POST", "/api/v1/shift/close", senior.post("/api/v1/shift/close", {"note": None})

    def administration(self, client: Client) -> Iterator[Asked]:
        settings = client.get("/api/v1/settings")
        yield "GET", "/api/v1/settings", settings
        body = {
            name: settings[name]
            for name in ("version", "clinic", "banner_ru", "banner_en", "lock_after_seconds")
        }
        yield "PUT", "/api/v1/settings", client.put("/api/v1/settings", body | {"clinic": "Другая"})
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
