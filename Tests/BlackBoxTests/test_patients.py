"""A walk-in is registered, corrected and looked at; each refusal says which field and why."""

import re

import pytest
from support import people
from support import register as store
from support.client import Client
from support.desk import ADMIN, RECEPTION, Desk


def register(client: Client, chance, **instead: object) -> dict:
    return client.post("/api/v1/patients", people.walk_in(chance, visit=False, **instead)).expect(201)[
        "patient"
    ]


def test_a_walk_in_is_registered_with_a_visit_and_can_be_read(reception: Client, chance):
    body = people.walk_in(
        chance, surname="артёмова-дёмина", name="алёна", sex="female", snils="112-233-445 95"
    )
    answer = reception.post("/api/v1/patients", body).expect(201)
    patient = answer["patient"]
    assert answer.headers["Location"].endswith(patient["id"])
    assert (patient["surname"], patient["name"]) == ("Артёмова-Дёмина", "Алёна")
    assert patient["snils"] == "112-233-445 95" and patient["version"] == 1
    assert answer["visit"]["state"] == "arrived" and answer["visit"]["number"] == 1
    read = reception.get(f"/api/v1/patients/{patient['id']}").expect(200)
    assert {name: read[name] for name in patient if name != "open_visit"} == {
        name: value for name, value in patient.items() if name != "open_visit"
    }
    assert read["open_visit"]["id"] == answer["visit"]["id"]


def test_card_numbers_rise_without_a_gap(reception: Client, chance):
    numbers = [register(reception, chance)["card_number"] for _ in range(4)]
    reception.post("/api/v1/patients", people.walk_in(chance, surname="")).expect(422)
    numbers.append(register(reception, chance)["card_number"])
    assert numbers == list(range(numbers[0], numbers[0] + 5))


WRONG = {
    "no surname": ({"surname": ""}, "surname"),
    "a Latin look-alike": ({"surname": "Иванoв"}, "surname"),
    "digits in a name": ({"name": "Пётр2"}, "name"),
    "too long": ({"surname": "А" * 61}, "surname"),
    "an emoji": ({"name": "Пётр🙂"}, "name"),
    "a control character": ({"name": "Пё\u0007тр"}, "name"),
    "no patronymic and no tick": ({"patronymic": ""}, "patronymic"),
    "a patronymic and the tick": ({"patronymic_absent": True}, "patronymic"),
    "no birth date": ({"birth_date": ""}, "birth_date"),
    "a day that does not exist": ({"birth_date": "31.02.1990"}, "birth_date"),
    "born tomorrow": ({"birth_date": "02.02.2199"}, "birth_date"),
    "before 1900": ({"birth_date": "05.05.1899"}, "birth_date"),
    "no sex": ({"sex": ""}, "sex"),
    "a short phone": ({"phone": "12345"}, "phone"),
    "one digit only": ({"phone": "88888888888"}, "phone"),
    "no at sign": ({"email": "petr.example.org"}, "email"),
    "a wrong check number": ({"snils": "112-233-445 96"}, "snils"),
    "a short number": ({"snils": "112-233"}, "snils"),
    "zeros": ({"snils": "000-000-000 00"}, "snils"),
}


@pytest.mark.parametrize("instead, field", WRONG.values(), ids=WRONG.keys())
def test_a_wrong_field_is_named_and_nothing_is_stored(reception: Client, chance, instead: dict, field: str):
    answer = reception.post("/api/v1/patients", people.walk_in(chance, **instead)).expect(
        422, "fields_invalid"
    )
    errors = [item for item in answer["fields"] if item["severity"] == "error"]
    assert field in [item["name"] for item in errors], answer
    assert all(len(item["text"]) > 10 for item in errors)
    assert reception.get("/api/v1/visits").expect(200)["items"] == []


def test_the_same_sentence_comes_in_the_readers_language(desk: Desk, chance):
    body = people.person(chance, snils="112-233-445 96")
    texts = {}
    for language in ("ru", "en"):
        client = desk.sign_in(RECEPTION, language=language)
        answer = client.post("/api/v1/patients/check", {"person": body, "patient": None}, key=False).expect(
            200
        )
        texts[language] = next(item["text"] for item in answer["fields"] if item["name"] == "snils")
    assert "95" in texts["ru"] and "95" in texts["en"], "it says what the check number should be"
    assert any("а" <= letter <= "я" for letter in texts["ru"]) and not re.search("[а-яё]", texts["en"])


def test_checking_stores_nothing_and_shows_the_tidy_form(reception: Client, chance):
    typed = people.person(chance, surname="  ёлкин ", phone="8(926)1111111", snils="11223344595")
    normal = reception.post("/api/v1/patients/check", {"person": typed, "patient": None}, key=False).expect(
        200
    )["normal"]
    assert normal["surname"] == "Ёлкин" and normal["phone"] == "+7 (926) 111-11-11"
    assert normal["snils"] == "112-233-445 95"
    found = reception.post("/api/v1/patients/search", {"text": "Ёлкин", "limit": 5}, key=False)
    assert found.expect(200)["items"] == []


def test_a_shared_number_is_warned_about_and_kept_with_a_reason(reception: Client, chance):
    register(reception, chance, snils="112-233-445 95")
    body = people.walk_in(chance, visit=False, snils="112-233-445 95")
    answer = reception.post("/api/v1/patients", body).expect(422, "warnings_unread")
    codes = [item["code"] for item in answer["fields"] if item["severity"] == "warning"]
    assert "snils_shared" in codes
    body |= {"accepted": codes, "reason": "Ошибка в старой карте"}
    reception.post("/api/v1/patients", body).expect(201)


def test_a_correction_raises_the_version_and_stands_in_the_history(reception: Client, chance):
    typed = people.person(chance)
    made = reception.post("/api/v1/patients", people.walk_in(chance, visit=False) | {"person": typed}).expect(
        201
    )
    patient = made["patient"]
    path = f"/api/v1/patients/{patient['id']}"
    change = {
        "version": 1,
        "person": typed | {"phone": "8 926 222-22-22"},
        "accepted": [],
        "reason": None,
        "draft": None,
    }
    changed = reception.put(path, change).expect(200)
    assert changed["version"] == 2 and changed["phone"] == "+79262222222"
    actions = [item["action"] for item in reception.get(f"{path}/history").expect(200)["items"]]
    assert any("registered" in action for action in actions) and any(
        "corrected" in action for action in actions
    )


def test_the_second_of_two_corrections_is_told_who_was_first(reception: Client, senior: Client, chance):
    typed = people.person(chance)
    made = reception.post("/api/v1/patients", people.walk_in(chance, visit=False) | {"person": typed}).expect(
        201
    )
    path = f"/api/v1/patients/{made['patient']['id']}"
    change = {
        "version": 1,
        "person": typed | {"note": "Первая"},
        "accepted": [],
        "reason": None,
        "draft": None,
    }
    reception.put(path, change).expect(200)
    late = senior.put(path, change | {"person": typed | {"note": "Вторая"}}).expect(409, "patient_changed")
    assert RECEPTION.name in late["detail"]
    assert reception.get(path)["note"] == "Первая"


def test_an_unknown_patient_is_not_found(reception: Client):
    reception.get("/api/v1/patients/01900000-0000-7000-8000-000000000000").expect(404, "patient_not_found")
    assert reception.get("/api/v1/patients/nonsense").status in (400, 404, 422)


def test_a_view_is_written_down_once_a_session(desk: Desk, reception: Client, admin: Client, chance):
    patient = register(reception, chance)

    def views() -> int:
        rows, before = [], ""
        while True:
            page = admin.get(f"/api/v1/audit?limit=50{before}").expect(200)
            rows += page["items"]
            if page["next"] is None:
                break
            before = f"&before={page['next']}"
        return len([row for row in rows if "view" in row["action"] and row["object_id"] == patient["id"]])

    for _ in range(3):
        reception.get(f"/api/v1/patients/{patient['id']}").expect(200)
    assert views() == 1
    desk.sign_in(RECEPTION).get(f"/api/v1/patients/{patient['id']}").expect(200)
    assert views() == 2


def test_one_changed_byte_breaks_the_audit_chain(desk: Desk, reception: Client, chance):
    register(reception, chance)
    assert desk.stop() == 0
    desk.run("audit", "verify")
    store.damage_one_audit_row(desk.database())
    spoiled = desk.run("audit", "verify", check=False)
    assert spoiled.returncode != 0 and spoiled.stdout + spoiled.stderr


def test_the_journal_of_deeds_is_the_admins(admin: Client, reception: Client):
    reception.get("/api/v1/audit?limit=5").expect(403, "role_missing")
    page = admin.get("/api/v1/audit?limit=5").expect(200)
    assert page["items"] and len(page["items"]) <= 5
    assert admin.get("/api/v1/audit/proof").expect(200)["chain"] == "intact"
    assert ADMIN.name in {row["operator_name"] for row in page["items"]}
