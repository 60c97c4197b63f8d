"""Invented people. The same chance gives the same people; none lives, and no phone has the code 000."""

import random

from support.client import Client

_SURNAMES = ("Берёзкин", "Соловьёв", "Одуванчиков", "Незабудкин", "Рощин", "Ключников", "Ветров", "Полянский")
_NAMES = ("Пётр", "Семён", "Артём", "Глеб", "Тихон", "Захар", "Савва", "Лев")
_PATRONYMICS = (
    "Петрович",
    "Семёнович",
    "Артёмович",
    "Глебович",
    "Тихонович",
    "Захарович",
    "Саввич",
    "Львович",
)
_REASONS = ("Приём терапевта", "Справка", "Анализы", "Прикрепление", "Выписка из карты")


def snils(chance: random.Random) -> str:
    """A number with the right check, above the range that has none."""
    digits = [int(digit) for digit in f"{chance.randint(1_001_999, 999_999_999):09}"]
    check = sum(digit * weight for digit, weight in zip(digits, range(9, 0, -1), strict=True)) % 101 % 100
    body = "".join(map(str, digits))
    return f"{body[:3]}-{body[3:6]}-{body[6:]} {check:02}"


def person(chance: random.Random, **instead: object) -> dict[str, object]:
    """A filled form, as typed. Days stay between 2 and 28 so that no warning is asked about, and nobody
    is too young to sign."""
    typed: dict[str, object] = {
        "surname": chance.choice(_SURNAMES),
        "name": chance.choice(_NAMES),
        "patronymic": chance.choice(_PATRONYMICS),
        "patronymic_absent": False,
        "birth_date": f"{chance.randint(2, 28):02}.{chance.randint(2, 12):02}.{chance.randint(1940, 2010)}",
        "sex": "male",
        "phone": f"8 000 {chance.randint(1_000_000, 9_999_999)}",
        "email": "",
        "snils": snils(chance),
        "note": "",
    }
    return typed | instead


def walk_in(chance: random.Random, *, visit: bool = True, **instead: object) -> dict[str, object]:
    """The body that registers somebody and, unless told otherwise, says why they came."""
    came = {"reason": chance.choice(_REASONS), "destination": "doctor", "place": None}
    return {
        "person": person(chance, **instead),
        "accepted": [],
        "reason": None,
        "draft": None,
        "visit": came if visit else None,
    }


def registered(client: Client, chance: random.Random, *, visit: bool = False, **instead: object) -> dict:
    """Somebody with a card, who has not come for anything unless told otherwise: the patient."""
    body = walk_in(chance, visit=visit, **instead)
    return client.post("/api/v1/patients", body).expect(201)["patient"]


def card_of(client: Client, chance: random.Random, *, visit: bool = False, **instead: object) -> str:
    """The same: the id of the card."""
    return registered(client, chance, visit=visit, **instead)["id"]
