"""No room on the disk: every endpoint answers within a second, and works again when there is room."""

import pathlib
import random
import time

import checks
import pytest
from load import Load
from small_disk import Denied, Memory
from support import lists, people, waiting
from support.client import Client
from support.clock import Clock
from support.desk import ADMIN, RECEPTION, SENIOR, Desk, desk_from
from support.register import Register

QUESTIONS = ("/healthz", "/metrics", "/sign-in", "/api/v1/status", "/api/v1/session", "/api/v1/screen",
             "/api/v1/visits", "/api/v1/drafts", "/api/v1/shift", "/api/v1/settings",
             "/api/v1/openapi.json")  # fmt: skip


@pytest.fixture
def disk(tmp_path: pathlib.Path):
    try:
        disk = Memory(tmp_path / "memory", megabytes=96)
    except Denied as reason:
        pytest.skip(f"NO FULL DISK WAS TRIED: this machine denies mounting a tmpfs ({reason})")
    yield disk
    disk.close()


@pytest.fixture
def desk(disk: Memory, template: pathlib.Path, tmp_path: pathlib.Path):
    desk = desk_from(template, disk.place / "desk")
    desk.config, desk.log_path = tmp_path / "frontdesk.ini", tmp_path / "frontdesk.log"
    desk.write_config()
    with desk:
        yield desk


def asked(client: Client, method: str, path: str, body: object = None):
    """The answer, which must come within a second."""
    began = time.monotonic()
    answer = client.call(method, path, body)
    took = time.monotonic() - began
    assert took <= 1, f"{method} {path} took {took:.1f} s on a full disk"
    return answer


def fill_until_refused(disk: Memory, client: Client, chance: random.Random) -> None:
    """Fills again and again: what the ballast or a checkpoint gives back is taken too."""

    def refused() -> bool:
        disk.fill()
        return client.post("/api/v1/patients", people.walk_in(chance, note="х" * 500)).status in (503, 507)

    waiting.until(refused, 60, "the disk to be full for the desk too")


def reading_goes_on(client: Client) -> None:
    for path in QUESTIONS:
        asked(client, "GET", path).expect(200)
    asked(client, "POST", "/api/v1/patients/search", {"text": "а", "limit": 5}).expect(200)


def test_a_full_disk_keeps_nobody_from_reading(disk: Memory, desk: Desk, tmp_path: pathlib.Path):
    clock = Clock(tmp_path)
    desk.kill9()
    desk.environment |= clock.environment
    desk.start()
    client, colleague = desk.sign_in(RECEPTION), desk.sign_in(SENIOR)
    client.post("/api/v1/shift", {"take_over": None}).expect(201)
    fill_until_refused(disk, client, random.Random(7))
    reading_goes_on(client)
    clock.move(31)
    reading_goes_on(client)
    refused = colleague.post("/api/v1/session/lock", key=False)
    assert refused.status in (503, 507) and refused.code, refused
    reading_goes_on(client)
    clock.move(31)
    reading_goes_on(client)
    colleague.get("/api/v1/visits").expect(423, "screen_locked")


def test_a_full_disk_answers_quickly_and_recovers(disk: Memory, desk: Desk, tmp_path: pathlib.Path):
    chance = random.Random(4)
    load = Load(desk, chance, hands=1)
    load.sign_in()
    hand, client = load.hands[0], load.hands[0].client
    client.post("/api/v1/shift", {"take_over": None}).expect(201)
    for _ in range(20):
        hand.step()
    fill_until_refused(disk, client, chance)
    wrote = asked(client, "POST", "/api/v1/patients", people.walk_in(chance))
    assert wrote.status in (503, 507) and wrote.code, wrote
    assert len(wrote["detail"]) > 20, "it says what and what now"
    reading_goes_on(client)
    for method, path in (
        ("PUT", "/api/v1/drafts/01900000-0000-7000-8000-000000000000"),
        ("POST", "/api/v1/shift"),
    ):
        assert asked(client, method, path, {}).status in (400, 422, 503, 507), path
    assert client.get("/api/v1/status").expect(200)["store"] in ("full", "read_only")
    assert desk.answers("/readyz") == 503 and desk.answers("/healthz") == 200
    disk.free()
    waiting.until(
        lambda: hand.client.get("/api/v1/status")["store"] == "ok", 30, "the desk to notice the room"
    )
    hand.refused.clear()
    hand.step()
    hand.step()
    assert hand.refused == [], "it works again without a restart"
    desk.kill9()
    with Register(desk.database(), tmp_path / "copy") as register:
        assert checks.register_is_whole(register, load) == []


def test_it_starts_on_a_full_disk_and_tells_so(disk: Memory, desk: Desk):
    chance = random.Random(6)
    client = desk.sign_in(RECEPTION)
    fill_until_refused(disk, client, chance)
    desk.kill9()
    disk.fill()
    desk.launch()
    waiting.until(lambda: desk.answers("/healthz") == 200, 20, "the desk to answer on a full disk")
    status = desk.client().get("/api/v1/status").expect(200)
    assert status["store"] in ("full", "read_only") or status["disk"] == "very_low", status.body
    disk.free()
    waiting.until(lambda: desk.answers("/readyz") == 200, 30, "the desk to be ready when there is room")
    desk.sign_in(ADMIN)


def test_no_list_is_taken_where_room_is_short_and_people_are_all_the_same(desk: Desk):
    chance = random.Random(9)
    senior = desk.sign_in(SENIOR)
    refused = senior.put(lists.PATH, {"bytes": 1000}).expect(507, "store_full")
    assert len(refused["detail"]) > 20, "it says what and what now"
    assert senior.get(lists.PATH).expect(200)["stage"] == "none"
    desk.sign_in(RECEPTION).post("/api/v1/patients", people.walk_in(chance)).expect(201)
