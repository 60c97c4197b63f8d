"""What is half typed is kept on the server: after a lock, after a crash, and away from other eyes."""

import uuid

import pytest
from support import people
from support.client import Client
from support.desk import RECEPTION, Desk

FORM = {"form": "walk-in", "subject": None, "content": {"surname": "Недописан", "phone": "8 92"}}


def drafts(client: Client) -> list[dict]:
    return client.get("/api/v1/drafts").expect(200)["items"]


def save(client: Client, **instead: object) -> str:
    key = str(uuid.uuid4())
    client.put(f"/api/v1/drafts/{key}", FORM | instead).expect(200)
    return key


def test_a_draft_comes_back_as_it_was_typed(reception: Client):
    key = save(reception)
    assert [(item["id"], item["content"]) for item in drafts(reception)] == [(key, FORM["content"])]


def test_a_draft_survives_kill_9(desk: Desk, reception: Client):
    key = save(reception)
    desk.kill9()
    desk.start()
    again = desk.sign_in(RECEPTION)
    assert [(item["id"], item["content"]) for item in drafts(again)] == [(key, FORM["content"])]


def test_a_draft_survives_the_lock_and_the_sign_out(desk: Desk, reception: Client):
    key = save(reception)
    reception.post("/api/v1/session/lock", key=False).expect(204)
    reception.get("/api/v1/drafts").expect(423)
    reception.keep_token(reception.post("/api/v1/session/unlock", {"pin": RECEPTION.pin}, key=False))
    assert len(drafts(reception)) == 1
    reception.delete("/api/v1/session").expect(204)
    assert [item["id"] for item in drafts(desk.sign_in(RECEPTION))] == [key]


def test_nobody_sees_or_changes_the_draft_of_another(reception: Client, senior: Client):
    key = save(reception)
    assert drafts(senior) == []
    assert senior.put(f"/api/v1/drafts/{key}", FORM | {"content": {"surname": "Чужой"}}).status in (
        403,
        404,
        409,
    )
    assert senior.delete(f"/api/v1/drafts/{key}").status in (204, 403, 404)
    assert drafts(reception)[0]["content"] == FORM["content"]


def test_saving_again_replaces_and_deleting_removes(reception: Client):
    key = save(reception)
    reception.put(f"/api/v1/drafts/{key}", FORM | {"content": {"surname": "Дописан"}}).expect(200)
    assert drafts(reception)[0]["content"] == {"surname": "Дописан"}
    reception.delete(f"/api/v1/drafts/{key}").expect(204)
    assert drafts(reception) == []


def test_registering_from_a_draft_ends_it(reception: Client, chance):
    key = save(reception)
    reception.post("/api/v1/patients", people.walk_in(chance) | {"draft": key}).expect(201)
    assert drafts(reception) == []


@pytest.mark.parametrize(
    "content", [{"a": "x" * 4001}, {f"field{n}": "" for n in range(81)}, {"a": 1}, {"a": {"b": "c"}}, "text"]
)
def test_a_draft_is_flat_and_small(reception: Client, content: object):
    answer = reception.put(f"/api/v1/drafts/{uuid.uuid4()}", FORM | {"content": content})
    assert answer.status in (400, 413, 422)
    assert drafts(reception) == []


def test_drafts_are_no_history(desk: Desk, admin: Client, reception: Client):
    before = admin.get("/api/v1/status").expect(200)["last_seq"]
    for _ in range(3):
        save(reception)
    assert admin.get("/api/v1/status")["last_seq"] == before
