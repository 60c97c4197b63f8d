"""Somebody who is registered is found by any part of the name, the birth date or the phone."""

import pytest
from support import people
from support.client import Client


@pytest.fixture
def crowd(reception: Client, chance) -> dict[str, str]:
    """Ids by a short name for each of a few people who differ in what matters."""
    invented = {
        "alyona": {
            "surname": "Артёмова-Дёмина",
            "name": "Алёна",
            "patronymic": "Семёновна",
            "sex": "female",
            "birth_date": "05.03.1987",
            "phone": "8 926 111-22-33",
        },
        "artyom": {
            "surname": "Артемьев",
            "name": "Артём",
            "birth_date": "17.11.1955",
            "phone": "8 495 765-43-21",
        },
        "short": {
            "surname": "Ли",
            "name": "Ян",
            "patronymic": "",
            "patronymic_absent": True,
            "birth_date": "09.09.2001",
            "phone": "",
        },
        "double": {
            "surname": "Горбунов",
            "name": "Пётр",
            "birth_date": "05.03.1987",
            "phone": "8 926 999-88-77",
        },
    }
    found = {}
    for short, instead in invented.items():
        body = people.walk_in(chance, visit=False, **({"patronymic": "Глебович"} | instead))
        found[short] = reception.post("/api/v1/patients", body).expect(201)["patient"]["id"]
    return found


def search(client: Client, text: str, limit: int = 20) -> dict:
    return client.post("/api/v1/patients/search", {"text": text, "limit": limit}, key=False).expect(200).json


FINDS = {
    "the whole surname": ("Артёмова-Дёмина", {"alyona"}),
    "е for ё": ("артемова-демина", {"alyona"}),
    "ё for е": ("артёмьев", {"artyom"}),
    "capitals": ("АРТЁМОВА", {"alyona"}),
    "a part from the middle": ("унов", {"double"}),
    "the second half of a double name": ("демина", {"alyona"}),
    "a space for the hyphen": ("артемова демина", {"alyona"}),
    "name and surname": ("алена артемова", {"alyona"}),
    "initial letters": ("артем", {"alyona", "artyom"}),
    "the patronymic": ("семеновна", {"alyona"}),
    "two letters": ("ли", {"short"}),
    "a birth date": ("05.03.1987", {"alyona", "double"}),
    "a birth date with slashes": ("05/03/1987", {"alyona", "double"}),
    "a birth date without dots": ("05031987", {"alyona", "double"}),
    "a name and a birth date": ("горб 05.03.1987", {"double"}),
    "a phone as it is shown": ("+7 (926) 111-22-33", {"alyona"}),
    "a phone with an eight": ("89261112233", {"alyona"}),
    "the last digits of a phone": ("998877", {"double"}),
    "spaces around": ("   ян   ", {"short"}),
    "nobody": ("Небываев", set()),
}


@pytest.mark.parametrize("text, expected", FINDS.values(), ids=FINDS.keys())
def test_people_are_found_by(reception: Client, crowd: dict[str, str], text: str, expected: set[str]):
    found = {item["id"] for item in search(reception, text)["items"]}
    names = {short for short, key in crowd.items() if key in found}
    assert names >= expected if expected and len(text) < 3 else names == expected


def test_it_says_how_the_line_was_read(reception: Client, crowd: dict[str, str]):
    assert search(reception, "05.03.1987")["read_as"] == "birth_date"
    assert search(reception, "8 926 111-22-33")["read_as"] == "phone"
    assert search(reception, "Артёмова")["read_as"] == "name"


def test_signs_of_the_search_language_are_plain_text(reception: Client, crowd: dict[str, str]):
    for text in (
        '"',
        "'",
        "*",
        "%",
        "_",
        "артем*",
        '"артем',
        "NEAR(",
        "а OR б",
        "а AND",
        "(",
        ")",
        "--",
        ";",
        "\\",
        "^а",
    ):
        search(reception, text)


def test_a_long_list_is_cut_and_says_so(reception: Client, chance):
    for _ in range(4):
        body = people.walk_in(chance, visit=False, surname="Однофамильцев")
        reception.post("/api/v1/patients", body).expect(201)
    found = search(reception, "Однофамильцев", limit=3)
    assert len(found["items"]) == 3 and found["more"] is True


def test_a_corrected_name_is_found_and_the_old_one_is_not(reception: Client, chance):
    typed = people.person(chance, surname="Опечаткин")
    body = people.walk_in(chance, visit=False) | {"person": typed}
    made = reception.post("/api/v1/patients", body).expect(201)["patient"]
    change = {
        "version": 1,
        "person": typed | {"surname": "Верный"},
        "accepted": [],
        "reason": None,
        "draft": None,
    }
    reception.put(f"/api/v1/patients/{made['id']}", change).expect(200)
    assert [item["id"] for item in search(reception, "Верный")["items"]] == [made["id"]]
    assert search(reception, "Опечаткин")["items"] == []


def test_by_the_number_of_a_paper_and_the_row_says_so(reception: Client, crowd: dict[str, str]):
    passport = {"kind": "passport", "series": "4510", "number": "123456", "issued_on": "", "issuer": "",
                "department_code": ""}  # fmt: skip
    policy = {"kind": "oms", "oms_type": "", "number": "2600000000000000", "insurer": "", "valid_to": ""}
    card, accept = f"/api/v1/patients/{crowd['short']}", {"accepted": [], "reason": None}
    paper = reception.post(f"{card}/documents", {"document": passport} | accept).expect(201)
    reception.post(f"{card}/policies", {"policy": policy} | accept).expect(201)
    by_policy = {"kind": "policy", "tail": "0000"}
    by_document = {"kind": "document", "tail": "3456"}
    for text, said in (
        ("2600 0000 0000 0000", by_policy),
        ("Ли 2600000000000000", by_policy),
        ("4510123456", by_document),
        ("45 10 123456", by_document),
        ("Ли 09.09.2001 4510 123456", by_document),
        ("4510 123456 2600 0000 0000 0000", by_document),
    ):
        items = search(reception, text)["items"]
        assert [(item["id"], item["found_by"]) for item in items] == [(crowd["short"], said)], text
    assert search(reception, "ли ян")["items"][0]["found_by"] is None
    reception.post(f"/api/v1/papers/{paper['id']}/strike", {"reason": "Перепутали"}).expect(200)
    assert search(reception, "4510123456")["items"] == [], "a struck paper finds nobody"
