"""A shift is opened, handed over and closed; its report counts what was done in it."""

from support import people
from support.client import Client
from support.desk import RECEPTION, SENIOR, Desk


def open_shift(client: Client, take_over: str | None = None):
    return client.post("/api/v1/shift", {"take_over": take_over})


def test_before_it_is_opened_there_is_none(reception: Client):
    reception.get("/api/v1/shift").expect(404, "shift_not_open")
    assert reception.post("/api/v1/shift/close", {"note": None}).status in (404, 409)


def test_a_shift_is_opened_once(reception: Client):
    assert open_shift(reception).expect(201)["state"] == "open"
    open_shift(reception).expect(409, "shift_already_open")
    assert reception.get("/api/v1/session")["shift"]["state"] == "open"


def test_the_closing_report_counts_the_shifts_work(reception: Client, chance):
    open_shift(reception).expect(201)
    made = [reception.post("/api/v1/patients", people.walk_in(chance)).expect(201) for _ in range(3)]
    visit = made[0]["visit"]
    path = f"/api/v1/visits/{visit['id']}"
    served = reception.post(f"{path}/service", {"version": visit["version"]}).expect(200)
    reception.post(f"{path}/outcome", {"version": served["version"], "outcome": "Принят"}).expect(200)
    gone = made[1]["visit"]
    reason = {"version": gone["version"], "reason": "Передумал"}
    reception.post(f"/api/v1/visits/{gone['id']}/cancellation", reason).expect(200)
    report = reception.post("/api/v1/shift/close", {"note": "Всё спокойно"}).expect(200)
    assert report["state"] == "closed" and report["closed_at"] >= report["opened_at"]
    totals = report["totals"]
    assert (totals["registered"], totals["visits"], totals["served"], totals["cancelled"]) == (3, 3, 1, 1)
    assert totals["waiting"] == 1
    reception.get("/api/v1/shift").expect(404)


def test_a_shift_is_handed_to_a_colleague_who_takes_it(desk: Desk, reception: Client, senior: Client):
    open_shift(reception).expect(201)
    colleagues = reception.get("/api/v1/colleagues").expect(200)["items"]
    assert RECEPTION.name not in {item["name"] for item in colleagues}
    to = next(item["id"] for item in colleagues if item["name"] == SENIOR.name)
    handed = reception.post("/api/v1/shift/hand-over", {"to": to, "note": "Ждут двое"}).expect(200)
    assert handed["state"] == "handed_over" and handed["handed_to_name"] == SENIOR.name
    incoming = senior.get("/api/v1/shifts/incoming").expect(200)["items"]
    assert [item["note"] for item in incoming] == ["Ждут двое"]
    taken = open_shift(senior, incoming[0]["id"]).expect(201)
    assert taken["taken_from_name"] == RECEPTION.name
    assert senior.get("/api/v1/shifts/incoming")["items"] == []


def test_a_shift_that_was_handed_to_somebody_else_cannot_be_taken(
    desk: Desk, reception: Client, admin: Client
):
    open_shift(reception).expect(201)
    colleagues = reception.get("/api/v1/colleagues")["items"]
    to = next(item["id"] for item in colleagues if item["name"] == SENIOR.name)
    handed = reception.post("/api/v1/shift/hand-over", {"to": to, "note": None}).expect(200)
    assert open_shift(admin, handed["id"]).status in (403, 404, 409)
