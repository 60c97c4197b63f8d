"""search: what a receptionist types, among a million people, beside SQLite from C with a query of one index.

A town takes minutes to fill. FRONTDESK_TOWNS names a folder where towns are kept from one run to the next.
"""

import collections
import itertools
import json
import os
import pathlib
import random
import re
import sqlite3
import subprocess

import rounds
import tools
import typed_lines
from support import people, product
from support.client import Client
from support.desk import Desk, Operator

MANY, FEW = 1_000_000, 10_000
SEED = 2026
LINES = 2000
CONNECTIONS = 8
REQUESTS = 20_000
ROUNDS = 5
# As many as the index of runs lets wait on average.
WAITING = 64
LIMIT_MILLISECONDS, LIMIT_GROWTH, LIMIT_ALIKE_MILLISECONDS = 5, 1.5, 10
RECEPTION = Operator("petrova", "Петрова А. В.", ("receptionist",), "demo desk 8470", "274913")
SEARCH = "/api/v1/patients/search"
BUCKET = re.compile(r'duration_seconds_bucket\{le="([^"]+)"\} (\d+)')


def bench(*words: object) -> list[str]:
    program = product.BUILD / "release" / "SearchBench"
    done = subprocess.run([program, *map(str, words)], check=True, capture_output=True, text=True)
    return done.stdout.splitlines()


def late(figures: list[int]) -> int:
    """What 99 of 100 are not over."""
    return sorted(figures)[(len(figures) - 1) * 99 // 100]


class Town:
    """A register that the demo has filled, the lines typed there and who was found."""

    def __init__(self, folder: pathlib.Path, count: int):
        self.folder, self.count = folder, count
        is_kept = (folder / "filled").exists()
        self.desk = Desk(folder, binary=product.BUILD / "release" / "frontdesk")
        if not is_kept:
            self.fill()
        self.database = self.desk.data / "frontdesk.db"
        drawn = typed_lines.draw(self.database, LINES, SEED)
        self.typed = [typed for _, typed in drawn]
        self.lines = self.keep("lines", [f"{kind}\t{typed}" for kind, typed in drawn])
        self.told = bench("answers", self.database, self.lines)
        self.answers = self.keep("answers", self.told)
        # Those that a page of one index answers.
        pages = [place for place, answer in enumerate(self.told) if answer.startswith("^")]
        kinds = self.lines.read_text().splitlines()
        self.page_lines = self.keep("page-lines", [kinds[place] for place in pages])
        self.page_answers = self.keep("page-answers", [self.told[place] for place in pages])

    def fill(self) -> None:
        words = [self.desk.binary, "demo", "--patients", str(self.count), "--config", self.desk.config]
        print(subprocess.run(words, check=True, capture_output=True, text=True).stdout.splitlines()[0])
        chance = random.Random(SEED)
        with self.desk:
            client = self.desk.sign_in(RECEPTION)
            for _ in range(WAITING):
                client.post("/api/v1/patients", people.walk_in(chance, visit=False)).expect(201)
            assert self.desk.stop() == 0
        (self.folder / "filled").touch()

    def keep(self, name: str, lines: list[str]) -> pathlib.Path:
        path = self.folder / name
        path.write_text("\n".join(lines) + "\n")
        return path

    def check_some(self) -> None:
        """Asks every key, without an index, for some of the lines: as many must be found as there are."""
        line = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)
        words = [(place, typed.split()) for place, typed in enumerate(self.typed) if typed.islower()]
        plain = [one for one in words if all(len(word) > 2 and word.isalpha() for word in one[1])]
        for place, parts in random.Random(SEED).sample(plain, 12):
            where = " AND ".join("instr(search_key, ?)" for _ in parts)
            folded = [part.replace("ё", "е") for part in parts]
            sql = f"SELECT count(*) FROM (SELECT 1 FROM patient WHERE {where} LIMIT 21)"
            (count,) = line.execute(sql, folded).fetchone()
            told = self.told[place]
            found = 21 if told.startswith("^") else len(told.split())
            assert found == count, f"“{self.typed[place]}”: found {found}, there are {count}"
        line.close()

    def by_product(self, lines: pathlib.Path, times: int) -> float:
        """Lines a second, one after the other."""
        seconds, self.found = bench("time", self.database, lines, times)[0].split()
        return times * len(lines.read_text().splitlines()) / float(seconds)

    def by_limit(self, answers: pathlib.Path, times: int) -> float:
        words = [tools.built("search_limit"), self.database, answers, str(times)]
        seconds, found = subprocess.run(words, check=True, capture_output=True, text=True).stdout.split()
        assert found == self.found, "the limit found other people than the product"
        return times * len(answers.read_text().splitlines()) / float(seconds)

    def share(self, count: int, lines: pathlib.Path, answers: pathlib.Path, times: int) -> float:
        self.by_product(lines, 1)
        return rounds.in_turn(
            count, lambda: self.by_product(lines, times), lambda: self.by_limit(answers, times)
        )

    def check_the_check(self) -> None:
        """The comparison with the limit must see when one person of one line is another."""
        told = list(self.told)
        place = next(place for place, answer in enumerate(told) if answer and answer[0] != "^")
        other = next(answer for answer in told[place + 1 :] if answer and answer[0] != "^")
        told[place] = " ".join([other.split()[-1], *told[place].split()[1:]])
        self.by_product(self.lines, 1)
        try:
            self.by_limit(self.keep("changed", told), 1)
        except AssertionError:
            return
        raise SystemExit("a changed answer went unnoticed")

    def work(self) -> None:
        """What each kind of line takes of a processor."""
        kinds = collections.defaultdict(list)
        for told in bench("work", self.database, self.lines, ROUNDS):
            kind, took = told.split("\t")
            kinds[kind].append(int(took))
        kinds = {"all": [*itertools.chain(*kinds.values())]} | dict(sorted(kinds.items()))
        for kind, took in kinds.items():
            middle = sorted(took)[len(took) // 2]
            print(f"  {kind:28} mean {sum(took) / len(took):5.0f}, p50 {middle:5}, p99 {late(took):5} µs")

    def serve(self, connections: int) -> float:
        """So many clients at once over HTTP; the mean milliseconds that an answer takes in the server."""
        with self.desk as desk:
            client = desk.sign_in(RECEPTION)
            requests = [request(client, typed) for typed in self.typed]
            (self.folder / "requests").write_bytes(b"".join(requests))
            words = [tools.built("load"), desk.port, connections, REQUESTS, 200, "any"]
            command = [*map(str, words), self.folder / "requests"]
            subprocess.run(command, check=True, capture_output=True)
            before, worked = histogram(client), processor_seconds(desk)
            told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
            after, worked = histogram(client), processor_seconds(desk) - worked
        counts = {bound: after[0][bound] - before[0][bound] for bound in after[0]}
        mean = (after[1] - before[1]) / counts["+Inf"] * 1000
        shares = [
            f"{float(bound) * 1000:g} ms {count / counts['+Inf']:.2%}"
            for bound, count in counts.items()
            if bound != "+Inf" and 0.0004 < float(bound) < 0.02
        ]
        print(
            f"{connections} at once among {self.count:,}: {told[0]} searches a second; the client "
            f"waits p50 {int(told[1]) / 1000:.2f}, p99 {int(told[2]) / 1000:.2f} ms; the server takes on the "
            f"mean {mean:.2f} ms, {worked / REQUESTS * 1000:.2f} ms of them of a processor; answered within "
            + ", ".join(shares)
        )
        if connections == CONNECTIONS:
            within = counts[str(LIMIT_MILLISECONDS / 1000)] / counts["+Inf"]
            verdict = "held" if within >= 0.99 else "NOT held"
            print(f"p99 in the server ≤ {LIMIT_MILLISECONDS} ms (its own histogram): {verdict}")
        return mean

    def found_on_the_mean(self) -> float:
        """How many people a line shows: among more, more are found, and each is read."""
        counts = [shown() if told.startswith("^") else min(shown(), len(told.split())) for told in self.told]
        return sum(counts) / len(counts)

    def alike(self) -> None:
        """The check for duplicates, of people spread over the register."""
        cards = [1 + number * 7_368_787 % self.count for number in range(2000)]
        told = [line.split() for line in bench("alike", self.database, *cards)]
        took, seen = [int(one[0]) for one in told], sum(one[1] == "1" for one in told)
        print(
            f"duplicates among {self.count:,}: {seen} of {len(cards)} slips seen, p99 "
            f"{late(took) / 1000:.2f} ms of a processor, limit {LIMIT_ALIKE_MILLISECONDS} ms"
        )


def shown() -> int:
    """How many the list under the field shows: so many are asked for with each letter."""
    source = (product.WWW / "js" / "elements" / "patient-search.js").read_text()
    (count,) = re.findall(r"^const shown = (\d+)$", source, re.MULTILINE)
    return int(count)


def request(client: Client, typed: str) -> bytes:
    """What a browser sends for one more letter."""
    body = json.dumps({"text": typed, "limit": shown()}, ensure_ascii=False).encode()
    cookies = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    head = (
        f"POST {SEARCH} HTTP/1.1\r\nHost: 127.0.0.1:{client.port}\r\nAccept: application/json\r\n"
        f"Origin: http://127.0.0.1:{client.port}\r\nSec-Fetch-Site: same-origin\r\n"
        f"X-Frontdesk-Token: {client.token}\r\nContent-Type: application/json\r\n"
        f"Cookie: {cookies}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def histogram(client: Client) -> tuple[dict[str, int], float]:
    """How many answers took how long in the server, and the seconds of all."""
    text = client.get("/metrics").expect(200).body.decode()
    (total,) = re.findall(r"duration_seconds_sum (\S+)", text)
    return {bound: int(count) for bound, count in BUCKET.findall(text)}, float(total)


def processor_seconds(desk: Desk) -> float:
    assert desk.process is not None
    fields = pathlib.Path(f"/proc/{desk.process.pid}/stat").read_text().rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def growth(few: Town, many: Town, connections: int) -> float:
    """How many times longer the mean answer takes among many; the middle of three turns."""
    turns = [(few.serve(connections), many.serve(connections)) for _ in range(3)]
    return sorted(mine / less for less, mine in turns)[1]


def search(folder: pathlib.Path) -> float:
    tools.build_product("frontdesk", "SearchBench")
    towns = pathlib.Path(os.environ.get("FRONTDESK_TOWNS", folder))
    few, many = Town(towns / "few", FEW), Town(towns / "many", MANY)
    many.check_some()
    print(f"the work of one search among {MANY:,}, in µs of a processor:")
    many.work()
    many.alike()
    crowd, alone = growth(few, many, CONNECTIONS), growth(few, many, 1)
    print(
        f"growth of the mean time in the server from {FEW:,} to {MANY:,}: {crowd:.2f} with {CONNECTIONS} "
        f"clients at once, {alone:.2f} with one, limit {LIMIT_GROWTH}; a line shows "
        f"{few.found_on_the_mean():.1f} people there and {many.found_on_the_mean():.1f} here"
    )
    many.check_the_check()
    told = many.share(3, many.lines, many.answers, 2)
    print(f"share of a limit that is told the ids of whom it shall find, all lines: {told:.2f}")
    print("the ratio is of the lines that one query over one index answers, searching itself:")
    return many.share(ROUNDS, many.page_lines, many.page_answers, 20)
