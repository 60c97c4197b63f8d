"""Clients that drip, stall or crowd (K-15): each is closed in time, and the operator does not feel them."""

import pathlib
import resource
import selectors
import socket
import threading
import time

from support import raw, waiting
from support.client import Client
from support.desk import Desk

CROWD = 1000
CLOSED_WITHIN = 15
P99_SECONDS = 0.3


class Drip:
    """A connection that sends one byte of an endless request a second."""

    def __init__(self, port: int):
        self.line = socket.socket()
        self.line.setblocking(False)
        self.line.connect_ex(("127.0.0.1", port))
        self.began = time.monotonic()
        self.text = iter(f"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX-Drip: " + "x" * 1000)
        self.closed_after: float | None = None

    def drip(self) -> None:
        try:
            self.line.send(next(self.text).encode())
        except BlockingIOError:
            pass
        except OSError:
            self.close()

    def close(self) -> None:
        if self.closed_after is None:
            self.closed_after = time.monotonic() - self.began
        self.line.close()


class Crowd:
    """Many drips at once, each watched for its end."""

    def __init__(self, port: int, count: int):
        self.watch = selectors.DefaultSelector()
        self.drips = [Drip(port) for _ in range(count)]
        for drip in self.drips:
            self.watch.register(drip.line, selectors.EVENT_READ, drip)

    def open(self) -> list[Drip]:
        return [drip for drip in self.drips if drip.closed_after is None]

    def live(self, seconds: float) -> None:
        """Drips once a second until all are closed or the time is over."""
        end, tick = time.monotonic() + seconds, 0.0
        while self.open() and time.monotonic() < end:
            if time.monotonic() >= tick:
                tick = time.monotonic() + 1
                for drip in self.open():
                    drip.drip()
            for key, _ in self.watch.select(timeout=0.2):
                self._read(key.data)

    def _read(self, drip: Drip) -> None:
        try:
            gone = drip.line.recv(4096) == b""
        except BlockingIOError:
            return
        except OSError:
            gone = True
        if gone:
            self.watch.unregister(drip.line)
            drip.close()

    def end(self) -> None:
        for drip in self.open():
            drip.line.close()


def test_a_thousand_dripping_connections(desk: Desk, reception: Client, record_property):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 8192), hard))
    crowd, waits, over = Crowd(desk.port, CROWD), [], threading.Event()

    def operator() -> None:
        while not over.wait(0.05):
            began = time.monotonic()
            reception.get("/api/v1/visits").expect(200)
            waits.append(time.monotonic() - began)

    worker = threading.Thread(target=operator)
    worker.start()
    try:
        crowd.live(CLOSED_WITHIN + 5)
    finally:
        over.set()
        worker.join(30)
        crowd.end()
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    still = len(crowd.open())
    longest = max(drip.closed_after or CLOSED_WITHIN * 9 for drip in crowd.drips)
    waits.sort()
    p99 = waits[len(waits) * 99 // 100]
    record_property(
        "figure",
        f"{CROWD} dripping connections: the last closed after {longest:.1f} s,"
        f" operator's p99 {p99 * 1000:.0f} ms over {len(waits)} requests",
    )
    assert still == 0 and longest <= CLOSED_WITHIN, f"{still} still open, the longest {longest:.1f} s"
    assert len(waits) > 30 and p99 <= P99_SECONDS
    assert desk.answers("/readyz") == 200


def test_a_slow_head_is_closed_within_its_deadline(desk: Desk):
    began = time.monotonic()
    reply = raw.send(desk.port, b"GET /healthz HTTP/1.1\r\nHost: 127", wait=15)
    assert reply.closed and time.monotonic() - began <= 10


def test_a_slow_body_is_closed(desk: Desk, reception: Client):
    head = (
        f"POST /api/v1/patients/search HTTP/1.1\r\nHost: 127.0.0.1:{desk.port}\r\n"
        f"Content-Type: application/json\r\nX-Frontdesk-Token: {reception.token}\r\n"
        f"Cookie: frontdesk_session={reception.cookies['frontdesk_session']}\r\n"
        "Content-Length: 4000\r\n\r\n{"
    )
    began = time.monotonic()
    reply = raw.send(desk.port, head.encode(), wait=CLOSED_WITHIN + 5)
    assert reply.closed and time.monotonic() - began <= CLOSED_WITHIN
    assert reply.status in (None, 400, 408)


def test_an_idle_kept_connection_may_stay_a_while(desk: Desk):
    client = desk.client()
    client.get("/healthz").expect(200)
    assert client._connection is not None
    client.get("/healthz").expect(200)


def test_connections_that_come_and_go_leave_nothing_behind(desk: Desk):
    assert desk.process is not None
    client = desk.client()
    client.get("/healthz").expect(200)
    descriptors = pathlib.Path(f"/proc/{desk.process.pid}/fd")

    def held() -> int:
        return len(list(descriptors.iterdir()))

    before = held()
    for _ in range(500):
        socket.create_connection(("127.0.0.1", desk.port)).close()
    waiting.until(lambda: held() <= before + 2, 20, "the descriptors to be given back")
    client.get("/healthz").expect(200)
