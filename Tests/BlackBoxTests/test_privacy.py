"""Nothing personal in logs, metrics or addresses (K-19): planted data must not turn up there."""

import re
import urllib.parse

from support import people
from support.client import Client
from support.desk import ADMIN, RECEPTION, Desk

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
    "908172", "ne-tot-parol-11", "Чужинский",
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


def consents(desk: Desk, client: Client, card: str) -> None:
    text = {"purpose": "emailing", "after": 0, "text": "Прошу присылать копии."}
    desk.sign_in(ADMIN).post("/api/v1/consent-texts", text).expect(201)
    offered = client.post(f"{card}/consents", {"purpose": "emailing"}).expect(201)
    one = f"/api/v1/consents/{offered['id']}"
    client.post("/api/v1/consents/search", {"number": "Канарейкин"}, key=False).expect(422)
    client.get(one).expect(200)
    client.post(f"{one}/answer", {"version": 1, "given": True}).expect(200)
    client.post(f"{one}/withdrawal", {"version": 1, "note": "Разонравилось"}).expect(409)
    client.post(f"{one}/withdrawal", {"version": 2, "note": "Разонравилось"}).expect(200)


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
    consents(desk, client, card)
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
