"""Nothing personal in logs, metrics or addresses (K-19): planted data must not turn up there."""

import re
import urllib.parse

from support import lists, people
from support.client import Client
from support.desk import ADMIN, RECEPTION, SENIOR, Desk

PLANTED = {
    "surname": "Канарейкин", "name": "Аристарх", "patronymic": "Всеволодович", "phone": "8 926 135-79-24",
    "snils": "087-654-303 00", "email": "kanareika@pochta.example", "birth_date": "13.07.1961",
    "note": "Боится уколов",
}  # fmt: skip
# Each as it was typed and as the program may have written it.
TRACES = [
    "Канарейкин", "канарейкин", "Аристарх", "Всеволодович", "9261357924", "135-79-24", "08765430300",
    "087-654-303", "kanareika", "1961-07-13", "13.07.1961", "уколов", RECEPTION.password, RECEPTION.pin,
    ADMIN.password, "987654", "Канареечным", "7992730000000007", "7992 7300", "Перепутали", "Разонравилось",
    "Никанор", "KAN776655", "500100732259", "500100732258", "9268642024", "864-20-24",
    "Птичья", "908172", "ne-tot-parol-11", "Чужинский", "Перечитать",
    "Раздвоился", "Разошлись",
    "двоюродный", "Опекунским", "Решеткин", "Отозваннова",
    "Ошиблисева",
    "КАНАРИС-55", "KANAREIKIN", "Птицестрах", "Вычеркнуто", "Расторгнуто",
    "Запоздало",
]  # fmt: skip


def traces(text: str) -> list[str]:
    shapes = (text, urllib.parse.unquote(text), text.encode().decode("unicode_escape", errors="ignore"))
    return [trace for trace in TRACES if any(trace in shape for shape in shapes)]


def papers(client: Client, card: str) -> None:
    """A passport, a policy and a strike; each also in a way that is refused."""
    accept = {"accepted": [], "reason": None}
    passport = {"kind": "passport", "series": "4510", "number": "987654", "issued_on": "",
                "issuer": "ОВД Канареечным", "department_code": ""}  # fmt: skip
    shown = client.post(f"{card}/documents", {"document": passport, **accept}).expect(201)
    client.post(f"{card}/documents", {"document": passport, **accept}).expect(409)
    client.post(f"{card}/documents", {"document": passport | {"series": "9876549"}, **accept}).expect(422)
    policy = {"kind": "oms", "oms_type": "", "number": "7992730000000007", "insurer": "", "valid_to": ""}
    client.post(f"{card}/policies", {"policy": policy, **accept}).expect(201)
    wrong = policy | {"number": "7992730000000007987654"}
    client.post(f"{card}/policies", {"policy": wrong, **accept}).expect(422)
    client.get(f"{card}/papers").expect(200)
    client.post(f"/api/v1/papers/{shown['id']}/strike", {"reason": "Перепутали"}).expect(200)
    client.post(f"/api/v1/papers/{shown['id']}/strike", {"reason": "Перепутали"}).expect(409)


def walk_in_papers(client: Client, chance) -> None:
    """Papers in the walk-in form, taken and refused."""
    document = {"kind": "foreign", "series": "", "number": "KAN776655", "issued_on": "", "issuer": "",
                "department_code": ""}  # fmt: skip
    body = people.walk_in(chance, visit=False) | {"document": document}
    check = {"person": body["person"], "patient": None, "document": document}
    client.post("/api/v1/patients/check", check, key=False).expect(200)
    client.post("/api/v1/patients", body).expect(201)
    client.post("/api/v1/patients", body | {"person": people.person(chance)}).expect(422)


def particulars(client: Client, card: str) -> None:
    """All that is known beside the card, taken and refused."""
    form = {"inn": "500100732259", "phones": [{"phone": "8 926 864-20-24", "whose": "Канарейкина мама"}],
            "address_registered": "Птичья ул., 17", "address_actual": "", "address_same": True,
            "attachment": "", "attached_since": ""}  # fmt: skip
    client.put(f"{card}/particulars", {"version": 0, "particulars": form}).expect(200)
    client.put(f"{card}/particulars", {"version": 0, "particulars": form}).expect(409)
    wrong = form | {"inn": "500100732258", "attached_since": "Птичья"}
    client.put(f"{card}/particulars", {"version": 1, "particulars": wrong}).expect(422)
    client.get(f"{card}/particulars").expect(200)
    client.post(f"{card}/phone-confirmation", {"version": 1}).expect(201)
    client.post(f"{card}/phone-confirmation", {"version": 2}).expect(409)


def consents(desk: Desk, client: Client, card: str) -> None:
    text = {"purpose": "emailing", "after": 0, "text": "Прошу присылать копии."}
    desk.sign_in(ADMIN).post("/api/v1/consent-texts", text).expect(201)
    offered = client.post(f"{card}/consents", {"purpose": "emailing"}).expect(201)
    one = f"/api/v1/consents/{offered['id']}"
    client.post("/api/v1/consents/search", {"number": "Канарейкин"}, key=False).expect(422)
    client.get(one).expect(200)
    client.post(f"{one}/answer", {"version": 1, "given": True}).expect(200)
    profile = client.get("/api/v1/mail-profiles").expect(200)["items"][0]
    mail, reason = f"/api/v1/mail-profiles/{profile['id']}", "Перечитать канарейку"
    client.post(f"{mail}/rejection", {"version": 2, "reason": reason}).expect(200)
    client.post(f"{mail}/rejection", {"version": 3, "reason": reason}).expect(409)
    client.post(f"{mail}/receipt", {"version": 3}).expect(200)
    client.post(f"{mail}/confirmation", {"version": 4}).expect(409)
    passport = {"kind": "passport", "series": "4511", "number": "987654", "issued_on": "",
                "issuer": "ОВД Канареечным", "department_code": ""}  # fmt: skip
    shown = {"document": passport, "accepted": [], "reason": None}
    client.post(f"{card}/documents", shown).expect(201)
    client.post(f"{mail}/confirmation", {"version": 4}).expect(200)
    version = client.get(card).expect(200)["version"]
    client.post(f"{card}/read-back", {"version": version, "how": "spoken"}).expect(201)
    client.post(f"{one}/withdrawal", {"version": 1, "note": "Разонравилось"}).expect(409)
    client.post(f"{one}/withdrawal", {"version": 2, "note": "Разонравилось"}).expect(200)


def listed(desk: Desk) -> None:
    """A list in which everybody is a canary, and a file that is none."""
    senior = desk.sign_in(SENIOR)
    rows = [PLANTED | {"sex": "male"}, PLANTED | {"name": "Никанор", "snils": "087-654-303 01"}]
    lists.bring_in(senior, lists.csv_of(rows, policy="987654"))
    lists.errors(senior).expect(200)
    lists.send(senior, "Канарейкин;Аристарх\r\n".encode())
    lists.wait_for(senior, "refused")


def merges(client: Client, card: str, chance) -> None:
    """Two cards made one and parted, each also in a way that is refused."""
    double = client.post("/api/v1/patients", people.walk_in(chance, **(PLANTED | {"snils": ""}), visit=False))
    kept, merged = card.rpartition("/")[2], double.expect(201)["patient"]["id"]
    pair = {"kept": kept, "merged": merged}
    client.post("/api/v1/merges/preview", pair, key=False).expect(200)
    body = {**pair, "kept_version": 1, "merged_version": 1, "taken": ["note"], "reason": "Раздвоился"}
    client.post("/api/v1/merges", body | {"merged_version": 5}).expect(409)
    merge = client.post("/api/v1/merges", body).expect(201)["id"]
    client.get(f"/api/v1/merges/{merge}").expect(200)
    client.get(f"{card}/merges").expect(200)
    client.post(f"/api/v1/merges/{merge}/part", {"kept_version": 1, "reason": "Разошлись"}).expect(200)
    client.post(f"/api/v1/merges/{merge}/part", {"kept_version": 1, "reason": "Разошлись"}).expect(409)


def family(desk: Desk, client: Client, card: str, chance) -> None:
    """A link, an act and a death; each also in a way that is refused."""
    made = client.post("/api/v1/patients", people.walk_in(chance, visit=False)).expect(201)
    link = {"other": made["patient"]["id"], "represents": True, "role": "other", "word": "двоюродный дед",
            "basis": "Опекунским советом", "valid_until": ""}  # fmt: skip
    linked = client.post(f"{card}/family", link).expect(201)
    client.post(f"{card}/family", link).expect(409)
    client.post("/api/v1/patients/age-hint", {"birth_date": "13.07.1961"}, key=False).expect(200)
    client.get(f"{card}/family").expect(200)
    end = f"/api/v1/family-links/{linked['id']}/end"
    client.post(end, {"reason": "Отозваннова"}).expect(200)
    client.post(end, {"reason": "Отозваннова"}).expect(409)
    body = {"date": "13.07.1961", "basis": "words", "details": "Решеткин"}
    client.post(f"{card}/death", body | {"date": "12.07.1961"}).expect(422)
    noted = client.post(f"{card}/death", body).expect(201)
    client.post(f"{card}/death", body).expect(409)
    senior = desk.sign_in(SENIOR)
    senior.post(f"/api/v1/death-notes/{noted['id']}/strike", {"reason": "Ошиблисева"}).expect(200)


def policies(desk: Desk, client: Client, card: str, chance) -> None:
    """A policy issued, corrected, linked and revoked; each also in a way that is refused."""
    admin = desk.sign_in(ADMIN)
    admin.post("/api/v1/insurers", {"name": "Птицестрах", "former_names": ""}).expect(201)
    form = {"kind": "vzr", "number": "КАНАРИС-55", "insurer": "Птицестрах", "programmes": [],
            "valid_from": "13.07.2026", "valid_to": "13.07.2099", "territory": "Птичья", "sum": "1000",
            "currency": "EUR", "latin_name": "KANAREIKIN"}  # fmt: skip
    body = {"policy": form, "replaces": None, "accepted": [], "reason": None}
    path = f"{card}/issued-policies"
    issued = client.post(path, body).expect(201)
    client.post(path, body).expect(422)
    client.post(path, body | {"policy": form | {"latin_name": "Канарейкин"}}).expect(422)
    client.get(path).expect(200)
    other = client.post("/api/v1/patients", people.walk_in(chance, visit=False)).expect(201)
    link = f"/api/v1/patients/{other['patient']['id']}/policy-links"
    client.post(link, {"number": "КАНАРИС-55"}).expect(409)
    client.post(link, {"number": "КАНАРИС-56"}).expect(404)
    certificates(desk, client, card, other["patient"]["id"])
    one = f"/api/v1/issued-policies/{issued['id']}"
    change = {"version": 1, "policy": form, "change_reason": "Вычеркнуто", "accepted": [], "reason": None}
    client.post(f"{one}/correction", change).expect(200)
    client.post(f"{one}/correction", change).expect(409)
    gone = {"version": 2, "class": "other", "note": "Расторгнуто"}
    client.post(f"{one}/revocation", gone).expect(200)
    client.post(f"{one}/revocation", gone | {"version": 3}).expect(409)


def certificates(desk: Desk, client: Client, card: str, other: str) -> None:
    form = {"code": "К-1", "title": "Для птиц", "insurer": "Птицестрах", "lines": "Полёт", "clinics": "",
            "franchise_kind": "none", "franchise": ""}  # fmt: skip
    programme = desk.sign_in(ADMIN).post("/api/v1/programmes", form).expect(201)["id"]
    body = {"programme": programme, "valid_from": "13.07.2020", "valid_to": "13.07.2099",
            "purchased_on": "", "second": None}  # fmt: skip
    issued = client.post(f"{card}/certificates", body).expect(201)
    client.get(f"{card}/certificates").expect(200)
    one, seat = f"/api/v1/certificates/{issued['id']}", {"version": 1, "seat": "second", "patient": other}
    client.post(f"{one}/seat", seat).expect(409)
    late = seat | {"late_reason": "Запоздало"}
    desk.sign_in(SENIOR).post(f"{one}/late-seat", late).expect(200)


def live(desk: Desk, client: Client, chance) -> None:
    """A morning at the desk with everything that touches personal data, failures included."""
    made = client.post("/api/v1/patients", people.walk_in(chance, **PLANTED)).expect(201)
    card = f"/api/v1/patients/{made['patient']['id']}"
    for text in ("Канарейкин", "8 926 135-79-24", "13.07.1961", "087-654-303 00"):
        client.post("/api/v1/patients/search", {"text": text, "limit": 5}, key=False).expect(200)
    planted = {"person": people.walk_in(chance, **PLANTED)["person"], "patient": None}
    found = client.post("/api/v1/patients/alike", planted, key=False).expect(200)
    assert found["items"]
    planted = "Канарейкин Аристарх Всеволодович 13.07.1961 8 926 135-79-24 087-654-303 00"
    taken = client.post("/api/v1/patients/take-apart", {"text": planted}, key=False).expect(200)
    assert taken["left_over"] == [] and len(taken["parts"]) >= 4
    client.post("/api/v1/scans", {"text": "08765430300"}, key=False).expect(200)
    assert client.get("/api/v1/patients/recent").expect(200)["items"]
    papers(client, card)
    walk_in_papers(client, chance)
    particulars(client, card)
    consents(desk, client, card)
    policies(desk, client, card, chance)
    listed(desk)
    merges(client, card, chance)
    family(desk, client, card, chance)
    for path in (
        card,
        f"{card}/history",
        f"{card}/visits",
        "/api/v1/visits",
        f"/patient?id={made['patient']['id']}",
    ):
        client.get(path).expect(200)
    client.post("/api/v1/patients", people.walk_in(chance, **PLANTED, visit=True)).expect(422)
    client.post("/api/v1/patients", people.walk_in(chance, **(PLANTED | {"snils": "08765430301"}))).expect(
        422
    )
    client.post(
        "/api/v1/patients", b'{"person": {"surname": "\xd0\x9a\xd0\xb0\xd0\xbd\xd0\xb0\xd1\x80\xd0\xb5'
    )
    client.get("/api/v1/patients/" + urllib.parse.quote("Канарейкин"))
    client.get("/patients?text=" + urllib.parse.quote("Канарейкин"))
    desk.client().sign_in("Чужинский", "ne-tot-parol-11").expect(401)
    client.post("/api/v1/session/lock", key=False).expect(204)
    client.post("/api/v1/session/unlock", {"pin": "908172"}, key=False).expect(401)
    client.keep_token(client.post("/api/v1/session/unlock", {"pin": RECEPTION.pin}, key=False).expect(200))


def test_planted_data_stays_out_of_logs_and_metrics(sleeping_desk: Desk, chance):
    desk = sleeping_desk
    # As much as the program can be made to say.
    desk.settings["log"] = {"level": "debug"}
    desk.write_config()
    reception = desk.start().sign_in(RECEPTION)
    live(desk, reception, chance)
    metrics = reception.get("/metrics").expect(200).body.decode()
    assert traces(metrics) == []
    desk.kill9()
    assert traces(desk.log()) == [], desk.log()
    desk.start()
    assert desk.stop() == 0
    assert traces(desk.log()) == []


def test_the_control_the_traces_are_found_where_they_may_be(desk: Desk, reception: Client, chance):
    made = reception.post("/api/v1/patients", people.walk_in(chance, **PLANTED)).expect(201)
    assert len(traces(made.body.decode())) >= 8
    assert traces(urllib.parse.quote("Канарейкин")) == ["Канарейкин"]


def test_log_lines_stay_lines_whatever_is_asked(desk: Desk, reception: Client):
    before = len(desk.log().splitlines())
    reception.get("/nothing%0a%0dlevel=fatal%20planted=1")
    added = desk.log().splitlines()[before:]
    assert not [line for line in added if line.startswith("level=fatal")]


def test_a_failure_names_the_request_and_tells_no_insides(desk: Desk, reception: Client):
    answer = reception.get("/api/v1/patients/01900000-0000-7000-8000-000000000000").expect(404)
    assert answer["instance"], "the reader can name the request"
    text = answer.body.decode()
    assert not re.search(r"SELECT|sqlite|\.swift|0x[0-9a-f]{6}", text, re.IGNORECASE)


def test_the_data_directory_is_nobody_elses(desk: Desk, reception: Client):
    for path in (desk.data, *desk.data.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, f"{path} is open to others"
