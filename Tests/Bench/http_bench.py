"""http and static: the product beside bare libmicrohttpd that answers the same bytes."""

import collections
import pathlib
import random
import subprocess

import rounds
import tools
from support import people, waiting
from support.client import Answer, Client
from support.desk import RECEPTION, Desk, free_port

CONNECTIONS = 8
REQUESTS = 30_000
ROUNDS = 7
# So many cards that the answers which the product remembers between two commits are few among them.
PEOPLE = 5_000
# libmicrohttpd writes these itself, in both programs.
OWN = {"connection", "content-length", "date", "keep-alive"}


def request(client: Client, path: str) -> bytes:
    """What a browser sends, headers and all, so that the product's gate and session do their whole work."""
    cookies = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    return (
        f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{client.port}\r\nAccept: */*\r\nAccept-Language: ru\r\n"
        f"Sec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: cors\r\nSec-Fetch-Dest: empty\r\n"
        f"Cookie: {cookies}\r\n\r\n"
    ).encode()


def load(port: int, answer: Answer, sent: pathlib.Path) -> float:
    words = [port, CONNECTIONS, REQUESTS, answer.status, len(answer.body), sent]
    told = subprocess.run(
        [tools.built("load"), *map(str, words)], check=True, capture_output=True, text=True
    ).stdout.split()
    print(f"  {told[0]}/s, p50 {told[1]} µs, p99 {told[2]} µs")
    return float(told[0])


def measure(folder: pathlib.Path, desk: Desk, client: Client, *paths: str) -> float:
    """The product's share of bare libmicrohttpd on these paths, whose answers have one length."""
    path = paths[0]
    client.get(path).expect(200)
    answer = client.get(path).expect(200)
    print(
        f"GET {path} and {len(paths) - 1} more: {len(answer.body)} bytes, {CONNECTIONS} connections, "
        f"{REQUESTS} requests a round"
    )
    (folder / "body").write_bytes(answer.body)
    (folder / "request").write_bytes(b"".join(request(client, each) for each in paths))
    lines = [f"{name}: {value}\n" for name, value in answer.headers.items() if name.lower() not in OWN]
    (folder / "headers").write_text("".join(lines))
    port = free_port()
    words = [port, answer.status, folder / "headers", folder / "body"]
    bare = subprocess.Popen([tools.built("bare_mhd"), *map(str, words)])
    try:
        other = Client(port)
        waiting.until(lambda: _same(other, answer), 5, "bare libmicrohttpd to answer the same")
        return rounds.in_turn(
            ROUNDS,
            lambda: load(desk.port, answer, folder / "request"),
            lambda: load(port, answer, folder / "request"),
        )
    finally:
        bare.terminate()
        bare.wait()


def _same(other: Client, answer: Answer) -> bool:
    """Whether the limit sends what the product sends: a smaller answer would not be a fair limit."""
    try:
        got = other.get("/")
    except OSError:
        return False
    assert got.body == answer.body and got.status == answer.status
    ours, its = ({name.lower() for name in each.headers} - OWN for each in (answer, got))
    assert ours == its, f"other headers: {ours ^ its}"
    return True


def http(folder: pathlib.Path) -> float:
    tools.build_product("frontdesk")
    with Desk(folder / "desk").add_everybody() as desk:
        client = desk.sign_in(RECEPTION)
        cards = cards_of_one_length(client)
        anew = measure(folder, desk, client, *cards)
        again = measure(folder, desk, client, cards[0])
        print(f"share when each card is read anew {anew:.2f}; the ratio is of one that is asked for again")
        return again


def cards_of_one_length(client: Client) -> list[str]:
    """Registers people who differ by their numbers only; answers the paths of those alike in length."""
    chance = random.Random(1)
    same = {name: people.person(chance)[name] for name in ("surname", "name", "patronymic", "birth_date")}
    by_length = collections.defaultdict(list)
    came = {"reason": "Приём терапевта", "destination": "doctor", "place": None}
    for _ in range(PEOPLE):
        body = people.walk_in(chance, **same) | {"visit": came}
        made = client.post("/api/v1/patients", body).expect(201)
        path = f"/api/v1/patients/{made['patient']['id']}"
        by_length[len(made.body)].append(path)
    return max(by_length.values(), key=len)


def static(folder: pathlib.Path) -> float:
    tools.build_product("frontdesk")
    with Desk(folder / "desk").add_everybody() as desk:
        return measure(folder, desk, desk.client(), "/sign-in")
