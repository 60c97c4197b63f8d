"""A day at a desk as chance will have it: all that writes history, through HTTP, by three operators."""

import random
from collections.abc import Callable

from insuring import Insuring
from support import lists, people
from support.client import Answer, Client
from support.desk import ADMIN, EVERYBODY, RECEPTION, SENIOR, Desk

PASSWORDS = ("luna-%d-tropinka", "okno-%d-sosna", "chashka-%d-veter")


class Day(Insuring):
    """Takes steps by chance; counts what the desk said yes to, by the kind of the step."""

    def __init__(self, desk: Desk, seed: int):
        self.chance = random.Random(seed)
        self.clients = {who.login: desk.sign_in(who) for who in EVERYBODY}
        self.admin = self.clients[ADMIN.login]
        self.cards: list[tuple[str, dict]] = []
        self.visits: dict[str, dict] = {}
        self.done: dict[str, int] = {}
        self.step_kinds: list[tuple[int, str, Callable[[], Answer | None]]] = [
            (30, "registered", self.register),
            (12, "corrected", self.correct),
            (10, "came again", self.come),
            (30, "moved on", self.move),
            (6, "paper", self.show),
            (6, "consent", self.consent),
            (5, "merged or parted", self.merge),
            (2, "strictness", self.change_strictness),
            (8, "family", self.kin),
            (2, "death", self.death),
            (2, "consent text", self.publish),
            (9, "mail profile", self.mail),
            (3, "calendar", self.change_calendar),
            (3, "read back", self.read_back),
            (2, "list", self.bring_in),
            (6, "particulars", self.note),
            (4, "phone confirmed", self.confirm),
            (2, "precinct", self.precinct),
            (5, "shift", self.shift),
            (3, "operator added", self.add_operator),
            (4, "operator changed", self.change_operator),
            (2, "secret set", self.set_secret),
            (2, "settings", self.change_settings),
            (2, "looked", self.look),
            *self.insuring(),
        ]

    def live(self, steps: int) -> None:
        weights = [weight for weight, _, _ in self.step_kinds]
        for _ in range(steps):
            _, name, step = self.chance.choices(self.step_kinds, weights)[0]
            answer = step()
            if answer is not None:
                assert answer.status < 500, answer
                if answer.status < 300:
                    self.done[name] = self.done.get(name, 0) + 1

    def anyone(self) -> Client:
        return self.clients[self.chance.choice((RECEPTION.login, SENIOR.login))]

    def register(self) -> Answer:
        body = people.walk_in(self.chance, visit=self.chance.random() < 0.7)
        if self.chance.random() < 0.2:
            body["person"] |= {"patronymic": "", "patronymic_absent": True}
        if self.chance.random() < 0.3:
            body["person"] |= {
                "phone": "",
                "snils": "",
                "note": "Слышит левым ухом; «ё» в фамилии",
                "email": "a@b.example",
            }
        if self.chance.random() < 0.3:
            number = str(self.chance.randrange(100_000, 1_000_000))
            body["document"] = {"kind": "foreign", "series": "", "number": number, "issued_on": "",
                                "issuer": "Посольство", "department_code": ""}  # fmt: skip
        answer = self.anyone().post("/api/v1/patients", body)
        if answer.status == 201:
            self.cards.append((answer["patient"]["id"], body["person"]))
            if answer["visit"]:
                self.visits[answer["visit"]["id"]] = answer["visit"]
        return answer

    def correct(self) -> Answer | None:
        if not self.cards:
            return None
        card, typed = self.chance.choice(self.cards)
        client = self.anyone()
        version = client.get(f"/api/v1/patients/{card}").expect(200)["version"]
        field = self.chance.choice(("phone", "surname", "note", "snils"))
        typed[field] = people.person(self.chance, note=f"Заметка {self.chance.random()}")[field]
        body = {"version": version, "person": typed, "accepted": [], "reason": None, "draft": None}
        return client.put(f"/api/v1/patients/{card}", body)

    def come(self) -> Answer | None:
        if not self.cards:
            return None
        card = self.chance.choice(self.cards)[0] if self.chance.random() < 0.9 else None
        where = self.chance.choice(("desk", "doctor", "room", "call", "paper"))
        place = self.chance.choice((None, "Кабинет 12"))
        body = {"patient": card, "reason": "Снова здесь", "destination": where, "place": place}
        answer = self.anyone().post("/api/v1/visits", body)
        if answer.status == 201:
            self.visits[answer["id"]] = answer.json
        return answer

    def move(self) -> Answer | None:
        if not self.visits:
            return None
        key = self.chance.choice(list(self.visits))
        step, more = self.chance.choice(
            [
                ("service", {}),
                ("outcome", {"outcome": "Помогли"}),
                ("cancellation", {"reason": "Ушёл"}),
                ("departure", {}),
            ]
        )
        body = {"version": self.visits[key]["version"], **more}
        answer = self.anyone().post(f"/api/v1/visits/{key}/{step}", body)
        if answer.status == 200:
            self.visits[key] = answer.json
            if answer["state"] not in ("arrived", "in_service"):
                del self.visits[key]
        return answer

    def show(self) -> Answer | None:
        """Writes down a document or a policy of a card, or strikes one."""
        if not self.cards:
            return None
        client = self.anyone()
        card = f"/api/v1/patients/{self.chance.choice(self.cards)[0]}"
        known = [row for row in client.get(f"{card}/papers").expect(200)["items"] if not row["struck_at"]]
        if known and self.chance.random() < 0.4:
            return client.post(f"/api/v1/papers/{known[0]['id']}/strike", {"reason": "Опечатка"})
        accept = {"accepted": ["paper_shared", "oms_old_unchecked"], "reason": "Так и есть"}
        number = str(self.chance.randrange(100_000, 1_000_000))
        if self.chance.random() < 0.5:
            policy = {"kind": "oms", "oms_type": "", "number": f"123{number}", "insurer": "Ромашка",
                      "valid_to": ""}  # fmt: skip
            return client.post(f"{card}/policies", {"policy": policy, **accept})
        document = {"kind": "foreign", "series": "AB", "number": number, "issued_on": "01.02.2020",
                    "issuer": "", "department_code": ""}  # fmt: skip
        return client.post(f"{card}/documents", {"document": document, **accept})

    def bring_in(self) -> Answer:
        """A short list; some of it is somebody who is here already."""
        rows = [people.person(self.chance) for _ in range(3)] + [typed for _, typed in self.cards[:2]]
        text = lists.csv_of(rows, policy=f"ДМС-{self.chance.randrange(10**6)}")
        return lists.bring_in(self.clients[SENIOR.login], text)

    def note(self) -> Answer | None:
        """Writes down what is known of somebody beside the card."""
        if not self.cards:
            return None
        client = self.anyone()
        path = f"/api/v1/patients/{self.chance.choice(self.cards)[0]}/particulars"
        places = client.get("/api/v1/attachment-places").expect(200)["items"]
        phones = [
            {"phone": f"8 000 {self.chance.randint(1_000_000, 9_999_999)}", "whose": whose}
            for whose in ("", "мама")[: self.chance.randint(0, 2)]
        ]
        particulars = {"inn": self.chance.choice(("", "500100732259")), "phones": phones,
                       "address_registered": "Неблизкая ул., 1", "address_actual": "",
                       "address_same": self.chance.random() < 0.5,
                       "attachment": self.chance.choice(["", *(place["id"] for place in places)]),
                       "attached_since": ""}  # fmt: skip
        body = {"version": client.get(path).expect(200)["version"], "particulars": particulars}
        return client.put(path, body)

    def confirm(self) -> Answer | None:
        if not self.cards:
            return None
        client, card = self.anyone(), f"/api/v1/patients/{self.chance.choice(self.cards)[0]}"
        version = client.get(card).expect(200)["version"]
        return client.post(f"{card}/phone-confirmation", {"version": version})

    def precinct(self) -> Answer:
        places = self.admin.get("/api/v1/attachment-places").expect(200)["items"]
        form = {"clinic": "Поликлиника № 12", "precinct": f"{len(self.done)}"}
        form["kind"] = self.chance.choice(("adult", "child", "family"))
        if not places or self.chance.random() < 0.5:
            return self.admin.post("/api/v1/attachment-places", form)
        place = self.chance.choice(places)
        more = {"version": place["version"], "closed": not place["closed"]}
        return self.admin.put(f"/api/v1/attachment-places/{place['id']}", form | more)

    def publish(self) -> Answer:
        texts = self.admin.get("/api/v1/consent-texts").expect(200)["items"]
        text = self.chance.choice(texts)
        words = f"Я согласен № {len(self.done)}"
        body = {"purpose": text["purpose"], "after": text["edition"], "text": words}
        return self.admin.post("/api/v1/consent-texts", body)

    def consent(self) -> Answer | None:
        """Takes a standing consent of a card a step on, or offers one."""
        if not self.cards:
            return None
        client = self.anyone()
        path = f"/api/v1/patients/{self.chance.choice(self.cards)[0]}/consents"
        rows = client.get(path).expect(200)["items"]
        standing = [row for row in rows if row["state"] in ("offered", "given")]
        if not standing or self.chance.random() < 0.3:
            purposes = ("processing", "emailing", "insurer", "marketing")
            return client.post(path, {"purpose": self.chance.choice(purposes)})
        row = self.chance.choice(standing)
        one = f"/api/v1/consents/{row['id']}"
        if row["state"] == "given":
            note = self.chance.choice((None, "Передумал"))
            return client.post(f"{one}/withdrawal", {"version": row["version"], "note": note})
        return client.post(
            f"{one}/answer", {"version": row["version"], "given": self.chance.random() < 0.7}
        )

    def mail(self) -> Answer | None:
        """Brings somebody's profile for copies by e-mail a step on, from the text to the confirmation."""
        if not self.cards:
            return None
        client = self.anyone()
        card = f"/api/v1/patients/{self.chance.choice(self.cards[:4])[0]}"
        read = client.get(f"{card}/consents").expect(200)
        profile = read["mail_profile"]
        sheet = next((one for one in read["items"] if one["purpose"] == "emailing"), None)
        if profile is None:
            if next(text for text in read["texts"] if text["purpose"] == "emailing")["edition"] == 0:
                return self.publish()
            return client.post(f"{card}/consents", {"purpose": "emailing"})
        if profile["state"] == "paper_printed":
            body = {"version": sheet["version"], "given": True}
            return client.post(f"/api/v1/consents/{sheet['id']}/answer", body)
        one, version = f"/api/v1/mail-profiles/{profile['id']}", {"version": profile["version"]}
        if profile["state"] == "rejected":
            return client.post(f"{one}/receipt", version)
        if self.chance.random() < 0.4:
            return client.post(f"{one}/rejection", version | {"reason": "Не читается"})
        return client.post(f"{one}/confirmation", version)

    def change_calendar(self) -> Answer:
        year = self.chance.choice((2026, 2027))
        now = self.admin.get(f"/api/v1/calendar?year={year}").expect(200)
        days = [
            {"day": f"{year}-{place}", "kind": kind, "note": self.chance.choice((None, "Перенос"))}
            for place, kind in (("12-31", "holiday"), ("02-24", "holiday"), ("01-04", "working"))
            if self.chance.random() < 0.7
        ]
        return self.admin.put("/api/v1/calendar", {"year": year, "version": now["version"], "days": days})

    def read_back(self) -> Answer | None:
        if not self.cards:
            return None
        card = f"/api/v1/patients/{self.chance.choice(self.cards)[0]}"
        client = self.anyone()
        version = client.get(card).expect(200)["version"]
        how = self.chance.choice(("signed", "spoken"))
        return client.post(f"{card}/read-back", {"version": version, "how": how})

    def merge(self) -> Answer | None:
        """Makes one of two cards, or parts two."""
        if len(self.cards) < 2:
            return None
        client = self.anyone()
        kept, merged = (card for card, _ in self.chance.sample(self.cards, 2))
        joined = client.get(f"/api/v1/patients/{merged}/merges").expect(200)
        if joined["into"] and self.chance.random() < 0.6:
            one = f"/api/v1/merges/{joined['into']['id']}"
            version = client.get(one).expect(200)["kept"]["version"]
            return client.post(f"{one}/part", {"kept_version": version, "reason": "Разные люди"})
        fields = ("surname", "name", "patronymic", "birth_date", "sex", "phone", "email", "snils", "note")
        versions = [client.get(f"/api/v1/patients/{card}").expect(200)["version"] for card in (kept, merged)]
        body = {
            "kept": kept, "kept_version": versions[0], "merged": merged, "merged_version": versions[1],
            "taken": [field for field in fields if self.chance.random() < 0.5], "reason": "Завели дважды",
            "sure": True,
        }  # fmt: skip
        return client.post("/api/v1/merges", body)

    def kin(self) -> Answer | None:
        """Makes a link between two cards, renews or ends one, or lets a representative come along."""
        if len(self.cards) < 2:
            return None
        client = self.anyone()
        (card, _), (other, _) = self.chance.sample(self.cards, 2)
        path = f"/api/v1/patients/{card}/family"
        standing = [
            row
            for row in client.get(path).expect(200)["representatives"]
            if row["may_come"]
        ]
        if standing and self.chance.random() < 0.3:
            how, body = self.chance.choice(
                [("end", {"reason": "Отозвано"}), ("basis", {"basis": "Решение № 6", "valid_until": ""})]
            )
            return client.post(f"/api/v1/family-links/{standing[0]['id']}/{how}", body)
        visit = client.get(f"/api/v1/patients/{card}").expect(200)["open_visit"]
        if standing and visit and not visit["brought_by"]:
            return client.post(f"/api/v1/visits/{visit['id']}/companion", {"link": standing[0]["id"]})
        if standing:
            body = {"patient": card, "reason": "Вдвоём", "destination": "doctor", "place": None}
            answer = client.post("/api/v1/visits", body | {"brought_by": standing[0]["id"]})
            if answer.status == 201:
                self.visits[answer["id"]] = answer.json
            return answer
        role = self.chance.choice(("guardian", "representative", "other"))
        body = {"other": other, "represents": True, "role": role, "word": "тётя", "basis": "Решение № 5",
                "valid_until": self.chance.choice(("", "01.02.2100"))}  # fmt: skip
        return client.post(path, body)

    def death(self) -> Answer | None:
        """Notes a death, or strikes the note of one."""
        if not self.cards:
            return None
        card = f"/api/v1/patients/{self.chance.choice(self.cards)[0]}"
        senior = self.clients[SENIOR.login]
        note = senior.get(f"{card}/family").expect(200)["death"]
        if note:
            return senior.post(f"/api/v1/death-notes/{note['id']}/strike", {"reason": "Однофамилец"})
        body = {"date": "01.02.2020", "basis": "certificate", "details": "II-МЮ 123456"}
        return self.anyone().post(f"{card}/death", body)

    def shift(self) -> Answer:
        client = self.anyone()
        if client.get("/api/v1/shift").status == 404:
            waiting = client.get("/api/v1/shifts/incoming").expect(200)["items"]
            return client.post("/api/v1/shift", {"take_over": waiting[0]["id"] if waiting else None})
        if self.chance.random() < 0.5:
            return client.post("/api/v1/shift/close", {"note": self.chance.choice((None, "Сдал"))})
        to = self.chance.choice(client.get("/api/v1/colleagues").expect(200)["items"])["id"]
        return client.post("/api/v1/shift/hand-over", {"to": to, "note": "Прими"})

    def add_operator(self) -> Answer:
        number = self.chance.randrange(10**6)
        body = {
            "login": f"novy{number}",
            "name": f"Новый Номер {number}",
            "roles": self.chance.sample(["receptionist", "senior", "admin"], self.chance.randint(1, 3)),
            "password": self.chance.choice(PASSWORDS) % number,
            "pin": self.chance.choice((None, "849302")),
        }
        return self.admin.post("/api/v1/operators", body)

    def _somebody(self) -> dict | None:
        """Any operator but the three whose sessions the day needs."""
        mine = {who.login for who in EVERYBODY}
        rows = self.admin.get("/api/v1/operators").expect(200)["items"]
        rows = [row for row in rows if row["login"] not in mine]
        return self.chance.choice(rows) if rows else None

    def change_operator(self) -> Answer | None:
        if (row := self._somebody()) is None:
            return None
        path, version = f"/api/v1/operators/{row['id']}", row["version"]
        if self.chance.random() < 0.5:
            return self.admin.post(
                f"{path}/{'enable' if row['disabled'] else 'disable'}", {"version": version}
            )
        roles = self.chance.sample(["receptionist", "senior", "admin"], self.chance.randint(1, 3))
        name = f"Иначе {self.chance.randrange(100)}"
        return self.admin.put(path, {"version": version, "name": name, "roles": roles})

    def set_secret(self) -> Answer | None:
        if (row := self._somebody()) is None:
            return None
        if self.chance.random() < 0.5:
            return self.admin.put(f"/api/v1/operators/{row['id']}/pin", {"pin": "730582"})
        return self.admin.put(f"/api/v1/operators/{row['id']}/password", {"password": "oblako-reka-291"})

    def change_settings(self) -> Answer:
        now = self.admin.get("/api/v1/settings").expect(200)
        body = {
            "version": now["version"],
            "clinic": f"Поликлиника № {self.chance.randint(1, 99)}",
            "banner_ru": self.chance.choice((None, "Идёт проверка")),
            "banner_en": None,
            "lock_after_seconds": self.chance.randint(300, 900),
        }
        return self.admin.put("/api/v1/settings", body)

    def change_strictness(self) -> Answer:
        now = self.admin.get("/api/v1/strictness").expect(200)
        refusing = [check["code"] for check in now["checks"] if self.chance.random() < 0.5]
        return self.admin.put("/api/v1/strictness", {"version": now["version"], "refusing": refusing})

    def look(self) -> Answer | None:
        """Not a fact: it must leave no operation, and the rebuilt register must not miss it."""
        if not self.cards:
            return None
        return self.anyone().get(f"/api/v1/patients/{self.chance.choice(self.cards)[0]}")
