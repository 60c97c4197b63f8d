"""What a replayed day does with the catalogues and with what is issued by them."""

import random
from collections.abc import Callable

from support.client import Answer, Client

Step = tuple[int, str, Callable[[], Answer | None]]


class Insuring:
    """The steps of a day that are about insurance; the day has the people and who is signed in."""

    chance: random.Random
    admin: Client
    cards: list[tuple[str, dict]]
    done: dict[str, int]
    anyone: Callable[[], Client]

    def insuring(self) -> list[Step]:
        return [
            (3, "insurer", self.keep_insurer),
            (4, "programme", self.keep_programme),
            (2, "requisites", self.write_requisites),
            (10, "policy issued", self.issue),
            (5, "policy changed", self.change_policy),
            (4, "policy linked", self.link),
            (5, "certificate issued", self.certify),
            (4, "certificate seated", self.seat),
        ]

    def keep_insurer(self) -> Answer:
        known = self.admin.get("/api/v1/insurers").expect(200)["items"]
        form = {"name": f"Ромашка {self.chance.randint(1, 40)}", "former_names": ""}
        if not known or self.chance.random() < 0.5:
            return self.admin.post("/api/v1/insurers", form)
        row = self.chance.choice(known)
        more = {"version": row["version"], "closed": self.chance.random() < 0.2, "former_names": row["name"]}
        return self.admin.put(f"/api/v1/insurers/{row['id']}", form | more)

    def keep_programme(self) -> Answer:
        insurers = self.admin.get("/api/v1/insurers").expect(200)["items"]
        if not insurers:
            return self.keep_insurer()
        known = self.admin.get("/api/v1/programmes").expect(200)["items"]
        kind, much = self.chance.choice((("none", ""), ("fixed", "1 500,50"), ("percent", "10")))
        form = {"code": f"П-{self.chance.randint(1, 40)}", "title": "Амбулаторная",
                "insurer": self.chance.choice(insurers)["name"], "lines": "Приём врача\nАнализы",
                "clinics": "", "franchise_kind": kind, "franchise": much}  # fmt: skip
        if not known or self.chance.random() < 0.5:
            return self.admin.post("/api/v1/programmes", form)
        row = self.chance.choice(known)
        more = {"version": row["version"], "closed": False, "code": row["code"]}
        return self.admin.put(f"/api/v1/programmes/{row['id']}", form | more)

    def write_requisites(self) -> Answer:
        now = self.admin.get("/api/v1/requisites").expect(200).json
        address = f"Неблизкая ул., {len(self.done)}"
        return self.admin.put("/api/v1/requisites", now | {"address": address})

    def _policy(self) -> dict | None:
        """A form by one of the companies, with its programmes."""
        known = self.admin.get("/api/v1/insurers").expect(200)["items"]
        insurers = [row for row in known if not row["closed"]]
        if not insurers:
            return None
        insurer = self.chance.choice(insurers)
        programmes = self.admin.get("/api/v1/programmes").expect(200)["items"]
        its = [row["id"] for row in programmes if row["insurer"] == insurer["id"]][:3]
        kind = "dms" if its and self.chance.random() < 0.7 else "vzr"
        number = self.chance.choice(("", f"ДМС-{self.chance.randrange(10**6)}"))
        travel = {"territory": "Весь мир", "sum": "30 000", "latin_name": "NEBYVALOVA G"}
        return {"kind": kind, "number": number, "insurer": insurer["name"], "programmes": its,
                "valid_from": "01.01.2026", "valid_to": "31.12.2099", "currency": "EUR",
                **(travel if kind == "vzr" else dict.fromkeys(travel, ""))}  # fmt: skip

    def _issued(self) -> tuple[str, dict] | tuple[None, None]:
        """A policy that still stands, and the card that it is on."""
        chosen = self.chance.sample(self.cards, min(8, len(self.cards)))
        for card, _ in chosen:
            rows = self.anyone().get(f"/api/v1/patients/{card}/issued-policies").expect(200)["items"]
            rows = [row for row in rows if row["current"] and not row["linked"]]
            if rows:
                return card, self.chance.choice(rows)
        return None, None

    def issue(self) -> Answer | None:
        form = self._policy()
        if not self.cards or form is None:
            return None
        card, old = self._issued() if self.chance.random() < 0.3 else (None, None)
        card = card or self.chance.choice(self.cards)[0]
        body = {"policy": form, "replaces": old and old["id"], "accepted": [], "reason": None}
        return self.anyone().post(f"/api/v1/patients/{card}/issued-policies", body)

    def change_policy(self) -> Answer | None:
        _, policy = self._issued()
        form = self._policy()
        if policy is None or form is None:
            return None
        one, version = f"/api/v1/issued-policies/{policy['id']}", {"version": policy["version"]}
        if self.chance.random() < 0.5:
            why = self.chance.choice(("mistake", "terminated", "declined", "other"))
            return self.anyone().post(f"{one}/revocation", version | {"class": why, "note": "Так вышло"})
        number = "" if policy["own"] else policy["number"]
        travel = {"territory": "Азия", "sum": "15 000", "latin_name": "NEBYVALOVA"}
        form |= {"kind": policy["kind"], "number": number, **(travel if policy["kind"] == "vzr" else {})}
        body = {"policy": form, "change_reason": "Опечатка", "accepted": [], "reason": None}
        return self.anyone().post(f"{one}/correction", version | body)

    def link(self) -> Answer | None:
        """Puts somebody's policy on a card of the same person that was made for it."""
        card, policy = self._issued()
        if policy is None:
            return None
        client = self.anyone()
        one = client.get(f"/api/v1/patients/{card}").expect(200)
        day = ".".join(reversed(one["birth_date"].split("-")))
        person = {"surname": one["surname"], "name": one["name"], "patronymic": one["patronymic"] or "",
                  "patronymic_absent": one["patronymic_absent"], "birth_date": day, "sex": one["sex"],
                  "phone": "", "email": "", "snils": "", "note": ""}  # fmt: skip
        body = {"person": person, "accepted": ["birth_first_january"], "reason": None, "draft": None,
                "visit": None}  # fmt: skip
        made = client.post("/api/v1/patients", body)
        if made.status != 201:
            return made
        self.cards.append((made["patient"]["id"], person))
        path = f"/api/v1/patients/{made['patient']['id']}/policy-links"
        return client.post(path, {"number": policy["number"]})

    def certify(self) -> Answer | None:
        programmes = self.admin.get("/api/v1/programmes").expect(200)["items"]
        if not self.cards or not programmes:
            return None
        (first, _), (second, _) = self.chance.choices(self.cards, k=2)
        form = {"programme": self.chance.choice(programmes)["id"], "valid_from": "01.01.2099",
                "valid_to": "31.12.2099", "purchased_on": "",
                "second": self.chance.choice((None, second))}  # fmt: skip
        return self.anyone().post(f"/api/v1/patients/{first}/certificates", form)

    def seat(self) -> Answer | None:
        client = self.anyone()
        for card, _ in self.chance.sample(self.cards, min(8, len(self.cards))):
            rows = client.get(f"/api/v1/patients/{card}/certificates").expect(200)["items"]
            if not rows:
                continue
            body = {"version": rows[0]["version"], "seat": self.chance.choice(("first", "second")),
                    "patient": self.chance.choice(self.cards)[0]}  # fmt: skip
            return client.post(f"/api/v1/certificates/{rows[0]['id']}/seat", body)
        return None
