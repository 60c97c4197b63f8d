"""The thread sanitizer over the running program under every kind of load, and over a planted race."""

import concurrent.futures
import itertools
import os
import pathlib
import random
import socket
import subprocess
import time

import pytest
from support import people, product, raw
from support.client import Broken, Client
from support.desk import ADMIN, EVERYBODY, RECEPTION, SENIOR, Desk

SECONDS = 15
REPORTED = 66


def environment(folder: pathlib.Path) -> dict[str, str]:
    return {
        "TSAN_OPTIONS": f"exitcode={REPORTED}:halt_on_error=0:log_path={folder / 'report'}",
        "SWIFT_BACKTRACE": "enable=no",
    }


def reports(folder: pathlib.Path) -> list[str]:
    return [path.read_text(errors="replace")[:4000] for path in sorted(folder.glob("report*"))]


def sanitized(package: pathlib.Path, name: str, scratch: str) -> pathlib.Path:
    """Builds without optimisation: at -O the sample race was optimised away together with its report."""
    words = ["swift", "build", "--package-path", package, "--scratch-path", product.BUILD / scratch]
    done = subprocess.run([*words, "--sanitize=thread", "--product", name], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    return product.BUILD / scratch / "debug" / name


class Everything:
    """All kinds of use at once, each in a thread of its own."""

    def __init__(self, desk: Desk, deadline: float):
        self.desk = desk
        self.deadline = deadline
        self.asked = itertools.count()

    def until_the_end(self, kind) -> None:
        number = 0
        while time.monotonic() < self.deadline:
            kind(number)
            number += 1
            next(self.asked)

    def registering(self) -> None:
        client, chance = self.desk.sign_in(RECEPTION), random.Random(1)
        self.until_the_end(lambda _: client.post("/api/v1/patients", people.walk_in(chance)).expect(201))

    def reading(self) -> None:
        client = self.desk.sign_in(SENIOR)
        made = client.post("/api/v1/patients", people.walk_in(random.Random(2))).expect(201)["patient"]["id"]
        paths = (
            f"/api/v1/patients/{made}",
            "/api/v1/visits",
            f"/api/v1/patients/{made}/history",
            "/api/v1/session",
        )
        self.until_the_end(lambda number: client.get(paths[number % len(paths)]).expect(200))

    def searching(self) -> None:
        client = self.desk.sign_in(SENIOR)
        ask = {"text": "бер", "limit": 20}
        self.until_the_end(lambda _: client.post("/api/v1/patients/search", ask, key=False).expect(200))

    def drafting(self) -> None:
        client = self.desk.sign_in(RECEPTION)
        path = "/api/v1/drafts/01900000-0000-7000-8000-000000000000"
        body = {"form": "walk-in", "subject": None, "content": {"surname": "Н"}}
        self.until_the_end(lambda _: client.put(path, body).expect(200))

    def coming_and_going(self) -> None:
        def once(_: int) -> None:
            client = self.desk.sign_in(RECEPTION)
            client.post("/api/v1/session/lock", key=False).expect(204)
            client.keep_token(client.post("/api/v1/session/unlock", {"pin": RECEPTION.pin}, key=False))
            client.delete("/api/v1/session").expect(204)
            client.close()

        self.until_the_end(once)

    def administering(self) -> None:
        client = self.desk.sign_in(ADMIN)
        paths = ("/api/v1/operators", "/api/v1/audit?limit=50", "/api/v1/settings", "/metrics", "/readyz")
        self.until_the_end(lambda number: client.get(paths[number % len(paths)]).expect(200))

    def pages(self) -> None:
        client = Client(self.desk.port)
        paths = ("/sign-in", "/help", "/nothing", "/api/v1/openapi.json", "/api/v1/status")
        self.until_the_end(lambda number: client.get(paths[number % len(paths)]))

    def misbehaving(self) -> None:
        def once(number: int) -> None:
            try:
                if number % 3 == 0:
                    socket.create_connection(("127.0.0.1", self.desk.port)).close()
                elif number % 3 == 1:
                    raw.send(self.desk.port, b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")
                else:
                    raw.send(
                        self.desk.port, b"POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Le", wait=0.05
                    )
            except Broken:
                pass

        self.until_the_end(once)

    def run(self) -> int:
        kinds = (self.registering, self.reading, self.searching, self.drafting, self.coming_and_going,
                 self.administering, self.pages, self.misbehaving)  # fmt: skip
        with concurrent.futures.ThreadPoolExecutor(len(kinds)) as pool:
            for future in [pool.submit(kind) for kind in kinds]:
                future.result(timeout=SECONDS + 60)
        return next(self.asked)


def test_the_program_under_load_has_no_race(tmp_path: pathlib.Path, record_property):
    binary = sanitized(product.CHECKOUT, "frontdesk", "tsan")
    desk = Desk(tmp_path / "desk", binary=binary, environment=environment(tmp_path))
    for number, who in enumerate(EVERYBODY):
        desk.add_operator(who, first=number == 0)
    desk.start(within=60)
    try:
        asked = Everything(desk, time.monotonic() + SECONDS).run()
        status = desk.stop(within=60)
    finally:
        desk.kill9()
    assert reports(tmp_path) == []
    assert status == 0, desk.log()[-3000:]
    record_property("figure", f"thread sanitizer: {asked} requests of 8 kinds at once, no report")


def test_the_control_a_planted_race_is_found(tmp_path: pathlib.Path):
    binary = sanitized(pathlib.Path(__file__).parent / "Planted", "Planted", "tsan-planted")
    for _ in range(5):
        done = subprocess.run([binary], env=os.environ | environment(tmp_path), capture_output=True)
        if done.returncode == REPORTED:
            break
    assert done.returncode == REPORTED
    assert any("ThreadSanitizer: " in text and "race" in text for text in reports(tmp_path))


@pytest.fixture(autouse=True)
def _no_address_randomness_trouble():
    """The sanitizer's shadow memory wants a small random offset; newer kernels give a larger one."""
    bits = pathlib.Path("/proc/sys/vm/mmap_rnd_bits")
    if bits.exists() and int(bits.read_text()) > 28 and os.geteuid() == 0:
        before = bits.read_text()
        bits.write_text("28")
        yield
        bits.write_text(before)
    else:
        yield
