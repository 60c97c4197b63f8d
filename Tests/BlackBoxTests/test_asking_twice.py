"""Idempotency-Key: a double click and a retry get the first answer again, and nothing is done twice."""

import concurrent.futures
import uuid

from support import people
from support.client import Client
from support.desk import ADMIN, RECEPTION, SENIOR, Desk

# What an admin's browser writes.
OFFICE = ("/api/v1/operators", "/api/v1/consent-texts", "/api/v1/attachment-places",
          "/api/v1/insurers", "/api/v1/programmes")  # fmt: skip


def visits(client: Client) -> int:
    return len(client.get("/api/v1/visits").expect(200)["items"])


def test_a_write_without_a_key_is_told_so(reception: Client, chance):
    reception.post("/api/v1/patients", people.walk_in(chance), key=False).expect(
        400, "idempotency_key_missing"
    )
    reception.post("/api/v1/patients", people.walk_in(chance), key="not a uuid").expect(400)
    assert visits(reception) == 0


def test_the_same_key_gets_the_first_answer_again(reception: Client, chance):
    body, key = people.walk_in(chance), str(uuid.uuid4())
    first = reception.post("/api/v1/patients", body, key=key).expect(201)
    again = reception.post("/api/v1/patients", body, key=key).expect(201)
    assert again.body == first.body and again.headers["Location"] == first.headers["Location"]
    assert visits(reception) == 1


def test_a_double_click_does_it_once(desk: Desk, reception: Client, chance):
    body, key = people.walk_in(chance), str(uuid.uuid4())
    clicks = []
    for _ in range(8):
        click = desk.client()
        click.cookies, click.token = dict(reception.cookies), reception.token
        clicks.append(click)
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda click: click.post("/api/v1/patients", body, key=key), clicks))
    made = {answer["patient"]["id"] for answer in answers if answer.status == 201}
    assert len(made) == 1 and all(answer.status in (201, 409) for answer in answers), answers
    assert visits(reception) == 1


def test_a_retry_after_a_crash_gets_the_first_answer(desk: Desk, reception: Client, chance):
    body, key = people.walk_in(chance), str(uuid.uuid4())
    first = reception.post("/api/v1/patients", body, key=key).expect(201)
    desk.kill9()
    desk.start()
    if reception.get("/api/v1/session").status == 401:
        reception.sign_in(RECEPTION.login, RECEPTION.password).expect(201)
    again = reception.post("/api/v1/patients", body, key=key).expect(201)
    assert again.body == first.body
    assert visits(reception) == 1


def test_the_same_key_with_another_body_is_refused(reception: Client, chance):
    key = str(uuid.uuid4())
    reception.post("/api/v1/patients", people.walk_in(chance), key=key).expect(201)
    other = reception.post("/api/v1/patients", people.walk_in(chance), key=key)
    other.expect(422, "idempotency_key_reused")
    assert visits(reception) == 1


def test_the_same_key_on_another_path_is_refused(reception: Client, chance):
    key, shift = str(uuid.uuid4()), {"take_over": None}
    reception.post("/api/v1/patients", people.walk_in(chance), key=key).expect(201)
    reception.post("/api/v1/shift", shift, key=key).expect(422, "idempotency_key_reused")
    reception.post("/api/v1/shift", shift).expect(201)


def test_the_same_key_of_another_operator_is_another_key(reception: Client, senior: Client, chance):
    key = str(uuid.uuid4())
    first = reception.post("/api/v1/patients", people.walk_in(chance), key=key).expect(201)
    other = senior.post("/api/v1/patients", people.walk_in(chance), key=key).expect(201)
    assert first["patient"]["id"] not in other.body.decode()
    assert visits(reception) == 2


def test_a_refusal_is_not_kept_for_ever(reception: Client, chance):
    key = str(uuid.uuid4())
    wrong = people.walk_in(chance, surname="")
    reception.post("/api/v1/patients", wrong, key=key).expect(422, "fields_invalid")
    again = reception.post("/api/v1/patients", wrong, key=key)
    again.expect(422, "fields_invalid")
    assert visits(reception) == 0


def test_every_keyed_route_of_the_table_asks_for_its_key(desk: Desk):
    """The served document says which routes need a key, and they do."""
    admin, reception, senior = (desk.sign_in(who) for who in (ADMIN, RECEPTION, SENIOR))
    exempt = {"/api/v1/session", "/api/v1/session/lock", "/api/v1/session/unlock", "/api/v1/session/switch",
              "/api/v1/patients/search", "/api/v1/patients/check", "/api/v1/patients/alike",
              "/api/v1/consents/search", "/api/v1/merges/preview", "/api/v1/patients/age-hint",
              "/api/v1/patients/take-apart", "/api/v1/scans"}  # fmt: skip
    paths = admin.get("/api/v1/openapi.json").expect(200)["paths"]
    for path, methods in paths.items():
        if "post" not in methods or path in exempt or path == "/api/v1/setup":
            continue
        named = {part.get("$ref", "").rpartition("/")[2] for part in methods["post"]["parameters"]}
        assert "IdempotencyKey" in named, path
        client = admin if path.startswith(OFFICE) else reception
        is_seniors = path.startswith("/api/v1/death-notes") or path.endswith("/late-seat")
        client = senior if is_seniors else client
        place = path.replace("{id}", "01900000-0000-7000-8000-000000000000")
        client.post(place, {}, key=False).expect(400)
