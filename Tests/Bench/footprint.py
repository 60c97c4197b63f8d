"""footprint: memory after use, time to the first answer, size of the binary, each beside its limit."""

import pathlib
import random
import shutil
import socket
import statistics
import subprocess
import time

import tools
from support import people, product, waiting
from support.desk import RECEPTION, Desk

RESIDENT_MEGABYTES = 26
START_MILLISECONDS = 60
BINARY_MEGABYTES = 20
PAGES = 100
STARTS = 15


def resident(desk: Desk) -> float:
    """Megabytes five seconds after a sign-in and a hundred pages of all kinds, with their data."""
    client = desk.sign_in(RECEPTION)
    made = client.post("/api/v1/patients", people.walk_in(random.Random(1))).expect(201)
    card = made["patient"]["id"]
    pages = (
        "/desk",
        "/register",
        "/patients",
        f"/patient?id={card}",
        "/visits",
        "/shift",
        "/settings",
        "/help",
    )
    data = (
        "/api/v1/session",
        f"/api/v1/patients/{card}",
        "/api/v1/visits",
        "/api/v1/status",
        "/api/v1/drafts",
    )
    for number in range(PAGES):
        client.get(pages[number % len(pages)]).expect(200)
        client.get(data[number % len(data)]).expect(200)
    waiting.measure_after(5)
    return desk.resident_kilobytes() / 1024


def start_milliseconds(desk: Desk) -> float:
    """From the spawn to the first 200 on the health page."""
    asked = f"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:{desk.port}\r\nConnection: close\r\n\r\n".encode()
    began = time.monotonic()
    desk.launch()
    while time.monotonic() - began < 10:
        try:
            with socket.create_connection(("127.0.0.1", desk.port), timeout=5) as line:
                line.sendall(asked)
                if line.recv(64).startswith(b"HTTP/1.1 200"):
                    took = (time.monotonic() - began) * 1000
                    assert desk.stop() == 0
                    return took
        except ConnectionRefusedError:
            waiting.measure_after(0.0005)
    raise SystemExit(f"no answer within 10 s: {desk.log()}")


def stripped_megabytes(folder: pathlib.Path) -> float:
    copy = folder / "stripped"
    shutil.copy(product.console(), copy)
    subprocess.run(["strip", copy], check=True)
    linked = subprocess.run(["ldd", copy], capture_output=True, text=True).stdout
    assert "libswift" not in linked, "the binary is not static: it needs the toolchain's libraries"
    return copy.stat().st_size / 1_000_000


def footprint(folder: pathlib.Path) -> float:
    tools.build_product("frontdesk")
    desk = Desk(folder / "desk").add_everybody()
    with desk:
        memory = resident(desk)
    starts = sorted(start_milliseconds(desk) for _ in range(STARTS))
    figures = (
        ("resident", memory, RESIDENT_MEGABYTES, "MB"),
        (f"start to first 200 (median of {STARTS})", statistics.median(starts), START_MILLISECONDS, "ms"),
        ("stripped static binary", stripped_megabytes(folder), BINARY_MEGABYTES, "MB"),
    )
    print(f"starts from {starts[0]:.1f} to {starts[-1]:.1f} ms")
    for name, figure, limit, unit in figures:
        print(f"{name}: {figure:.1f} {unit}, limit {limit} {unit}, limit/figure {limit / figure:.2f}")
    return min(limit / figure for _, figure, limit, _ in figures)
