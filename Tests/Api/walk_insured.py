"""Catalogues, policies and certificates asked in earnest."""

import random
from collections.abc import Iterator

from support import people
from support.client import Answer, Client

Asked = tuple[str, str, Answer]


class Insuring:
    """The part of the walk that insures its patient."""

    chance: random.Random
    patient: str

    def catalogues(self, admin: Client) -> Iterator[Asked]:
        form = {"name": "Ромашка", "former_names": "Лютик"}
        insurer = admin.post("/api/v1/insurers", form)
        yield "POST", "/api/v1/insurers", insurer
        more = {"version": 1, "closed": False}
        changed = admin.put(f"/api/v1/insurers/{insurer['id']}", form | more)
        yield "PUT", "/api/v1/insurers/{id}", changed
        yield "GET", "/api/v1/insurers", admin.get("/api/v1/insurers")
        form = {"code": "АП-1", "title": "Амбулаторная Премиум", "insurer": "Лютик", "lines": "Приём врача",
                "clinics": "", "franchise_kind": "percent", "franchise": "10"}  # fmt: skip
        programme = admin.post("/api/v1/programmes", form)
        yield "POST", "/api/v1/programmes", programme
        changed = admin.put(f"/api/v1/programmes/{programme['id']}", form | more)
        yield "PUT", "/api/v1/programmes/{id}", changed
        yield "GET", "/api/v1/programmes", admin.get("/api/v1/programmes")
        now = admin.get("/api/v1/requisites")
        yield "GET", "/api/v1/requisites", now
        yield "PUT", "/api/v1/requisites", admin.put("/api/v1/requisites", now.json)

    def policies(self, client: Client) -> Iterator[Asked]:
        path = f"/api/v1/patients/{self.patient}/issued-policies"
        programme = client.get("/api/v1/programmes")["items"][0]
        form = {"kind": "dms", "number": "", "insurer": "Ромашка", "programmes": [programme["id"]],
                "valid_from": "01.01.2026", "valid_to": "31.12.2099", "territory": "", "sum": "",
                "currency": "EUR", "latin_name": ""}  # fmt: skip
        body = {"policy": form, "accepted": [], "reason": None}
        issued = client.post(path, body | {"replaces": None})
        yield "POST", "/api/v1/patients/{id}/issued-policies", issued
        yield "GET", "/api/v1/patients/{id}/issued-policies", client.get(path)
        one = f"/api/v1/issued-policies/{issued['id']}"
        again = body | {"version": 1, "change_reason": "Опечатка"}
        yield "POST", "/api/v1/issued-policies/{id}/correction", client.post(f"{one}/correction", again)
        card = client.get(f"/api/v1/patients/{self.patient}")
        day = ".".join(reversed(card["birth_date"].split("-")))
        double = people.person(self.chance, surname=card["surname"], name=card["name"], birth_date=day)
        walk_in = people.walk_in(self.chance, visit=False) | {"person": double}
        made = client.post("/api/v1/patients", walk_in).expect(201)["patient"]["id"]
        linked = client.post(f"/api/v1/patients/{made}/policy-links", {"number": issued["number"]})
        yield "POST", "/api/v1/patients/{id}/policy-links", linked
        gone = client.post(f"{one}/revocation", {"version": 2, "class": "mistake", "note": ""})
        yield "POST", "/api/v1/issued-policies/{id}/revocation", gone

    def certificates(self, client: Client, senior: Client) -> Iterator[Asked]:
        path = f"/api/v1/patients/{self.patient}/certificates"
        programme = client.get("/api/v1/programmes")["items"][0]
        form = {"programme": programme["id"], "valid_from": "01.01.2099", "valid_to": "31.12.2099",
                "purchased_on": "", "second": None}  # fmt: skip
        issued = client.post(path, form)
        yield "POST", "/api/v1/patients/{id}/certificates", issued
        yield "GET", "/api/v1/patients/{id}/certificates", client.get(path)
        made = [
            client.post("/api/v1/patients", people.walk_in(self.chance, visit=False)).expect(201)["patient"]
            for _ in range(2)
        ]
        one = f"/api/v1/certificates/{issued['id']}"
        seat = {"version": 1, "seat": "second", "patient": made[0]["id"]}
        yield "POST", "/api/v1/certificates/{id}/seat", client.post(f"{one}/seat", seat)
        late = {"version": 2, "seat": "second", "patient": made[1]["id"], "late_reason": "Ошибка кассы"}
        yield "POST", "/api/v1/certificates/{id}/late-seat", senior.post(f"{one}/late-seat", late)
