"""import: a list of insured people through the daemon, beside a plain .import of the sqlite3 shell."""

import dataclasses
import pathlib
import subprocess
import time

import tools
from support import lists, product
from support.client import Answer, Client
from support.desk import SENIOR, Desk

LINES = 100_000
SEED = 2026
PEAK_MEGABYTES = 64
MAKER = product.BUILD / "release" / "ListMaker"


@dataclasses.dataclass
class Run:
    """How long each part of one list's way took, in seconds."""

    sent: float
    checked: float
    taken: float
    answer: Answer

    def told(self, name: str) -> str:
        totals = self.answer["totals"]
        return (
            f"{name}: sent in {self.sent:.1f} s, checked in {self.checked:.1f} s"
            f" ({LINES / self.checked:.0f} lines/s), brought in in {self.taken:.1f} s"
            f" ({LINES / self.taken:.0f} lines/s): {totals}"
        )


def bring_in(client: Client, text: bytes) -> Run:
    began = time.monotonic()
    lists.send(client, text)
    sent = time.monotonic()
    lists.wait_for(client, "checked", within=600)
    checked = time.monotonic()
    client.put(lists.asked(client, "/import"), {"take_alike": False}).expect(200)
    answer = lists.wait_for(client, "taken", within=600)
    return Run(sent - began, checked - sent, time.monotonic() - checked, answer)


def forget_peak(desk: Desk) -> None:
    """A sign-in's slow hash takes 64 MB for a moment, its own business: the peak counts from here."""
    assert desk.process is not None
    pathlib.Path(f"/proc/{desk.process.pid}/clear_refs").write_text("5")


def peak_megabytes(desk: Desk) -> float:
    assert desk.process is not None
    status = pathlib.Path(f"/proc/{desk.process.pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


def shell(folder: pathlib.Path, path: pathlib.Path) -> float:
    """Seconds that the shell takes for the same file: text into one table, no rule, no index, no history."""
    began = time.monotonic()
    subprocess.run(
        ["sqlite3", folder / "plain.db", ".mode csv", ".separator ;", f".import {path} list"], check=True
    )
    return time.monotonic() - began


def history_share(desk: Desk) -> float:
    """The part of the register's bytes that is audit and operations."""
    sql = (
        "SELECT sum(CASE WHEN name GLOB 'audit*' OR name GLOB 'outbox*' OR name GLOB '*_audit_*'"
        " OR name GLOB '*_outbox_*' THEN pgsize END) * 1.0 / sum(pgsize) FROM dbstat"
    )
    done = subprocess.run(["sqlite3", desk.database(), sql], check=True, capture_output=True, text=True)
    return float(done.stdout)


def bring_lists_in(folder: pathlib.Path) -> float:
    tools.build_product("frontdesk", "ListMaker")
    path = folder / "list.csv"
    with open(path, "wb") as file:
        subprocess.run([MAKER, "make", str(LINES), str(SEED)], stdout=file, check=True)
    text = path.read_bytes()
    print(f"{LINES} invented people, seed {SEED}, {len(text) / 1e6:.1f} MB")
    plain = min(shell(folder / name, path) for name in made(folder, "one", "two", "three"))
    desk = Desk(folder / "desk").add_everybody()
    with desk:
        client = desk.sign_in(SENIOR)
        forget_peak(desk)
        before = peak_megabytes(desk)
        first = bring_in(client, text)
        print(first.told("first"))
        again = bring_in(client, text)
        print(again.told("again"))
        peak = peak_megabytes(desk)
        assert desk.stop() == 0
    print(f"sqlite3 .import of the same file: {plain:.2f} s, {LINES / plain:.0f} lines/s")
    print(f"audit and operations are {history_share(desk):.0%} of the register's bytes")
    print(f"peak memory (VmHWM): {before:.1f} MB before, {peak:.1f} MB after, limit {PEAK_MEGABYTES} MB")
    assert peak <= PEAK_MEGABYTES, "the import takes more memory than it may"
    return plain / first.taken


def made(folder: pathlib.Path, *names: str) -> tuple[str, ...]:
    for name in names:
        (folder / name).mkdir()
    return names
