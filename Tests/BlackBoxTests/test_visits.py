"""A visit goes from the door to its outcome; a step without an arrow is refused with a reason."""

import itertools

import pytest
from support import people
from support.client import Answer, Client

STEPS = {
    "service": {},
    "outcome": {"outcome": "Принят терапевтом"},
    "cancellation": {"reason": "Передумал"},
    "departure": {},
}
ALLOWED = {
    "arrived": {"service": "in_service", "cancellation": "cancelled", "departure": "left"},
    "in_service": {"outcome": "done", "cancellation": "cancelled", "departure": "left"},
    "done": {},
    "cancelled": {},
    "left": {},
}
WAY = {
    "arrived": [],
    "in_service": ["service"],
    "done": ["service", "outcome"],
    "cancelled": ["cancellation"],
    "left": ["departure"],
}


def come(client: Client, chance) -> dict:
    return client.post("/api/v1/patients", people.walk_in(chance)).expect(201)["visit"]


def step(client: Client, visit: dict, name: str) -> Answer:
    return client.post(f"/api/v1/visits/{visit['id']}/{name}", {"version": visit["version"], **STEPS[name]})


@pytest.mark.parametrize("state, name", list(itertools.product(WAY, STEPS)))
def test_every_step_from_every_state(reception: Client, chance, state: str, name: str):
    visit = come(reception, chance)
    for before in WAY[state]:
        visit = step(reception, visit, before).expect(200).json
    assert visit["state"] == state
    answer = step(reception, visit, name)
    if name in ALLOWED[state]:
        assert answer.expect(200)["state"] == ALLOWED[state][name]
    else:
        assert len(answer.expect(409, "visit_step_refused")["detail"]) > 10


def test_the_second_of_two_desks_is_told(reception: Client, senior: Client, chance):
    visit = come(reception, chance)
    step(reception, visit, "service").expect(200)
    assert step(senior, visit, "service").status == 409


def test_a_patient_has_one_open_visit(reception: Client, chance):
    made = reception.post("/api/v1/patients", people.walk_in(chance)).expect(201)
    again = {"patient": made["patient"]["id"], "reason": "Ещё раз", "destination": "desk", "place": None}
    reception.post("/api/v1/visits", again).expect(409, "visit_already_open")
    step(reception, made["visit"], "departure").expect(200)
    second = reception.post("/api/v1/visits", again).expect(201)
    assert second["number"] == made["visit"]["number"] + 1
    path = f"/api/v1/patients/{made['patient']['id']}/visits"
    assert len(reception.get(path).expect(200)["items"]) == 2


def test_somebody_may_come_without_a_name(reception: Client):
    body = {"patient": None, "reason": "Спросить дорогу", "destination": "desk", "place": None}
    assert reception.post("/api/v1/visits", body).expect(201)["patient"] is None


@pytest.mark.parametrize("name, field", [("outcome", "outcome"), ("cancellation", "reason")])
def test_an_end_without_its_reason_is_refused(reception: Client, chance, name: str, field: str):
    visit = come(reception, chance)
    if name == "outcome":
        visit = step(reception, visit, "service").expect(200).json
    answer = reception.post(
        f"/api/v1/visits/{visit['id']}/{name}", {"version": visit["version"], field: "  "}
    )
    assert field in [item["name"] for item in answer.expect(422)["fields"]]


def test_todays_list_counts_and_orders(reception: Client, chance):
    visits = [come(reception, chance) for _ in range(4)]
    step(reception, visits[0], "departure").expect(200)
    today = reception.get("/api/v1/visits").expect(200)
    assert sorted(item["number"] for item in today["items"]) == [1, 2, 3, 4]
    assert today["totals"]["visits"] == 4 and today["totals"]["waiting"] == 3
    yesterday = reception.get("/api/v1/visits?day=2001-02-03").expect(200)
    assert yesterday["day"] == "2001-02-03" and yesterday["items"] == []
    assert reception.get("/api/v1/visits?day=2001-02-30").status in (400, 422)


def test_an_unknown_visit_is_not_found(reception: Client):
    nobody = {"id": "01900000-0000-7000-8000-000000000000", "version": 1}
    step(reception, nobody, "service").expect(404, "visit_not_found")
