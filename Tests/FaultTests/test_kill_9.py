"""The daemon is killed at random moments under load: nothing acknowledged is lost or half there."""

import os
import pathlib
import random
import shutil
import subprocess
import time

import checks
import pytest
from load import Load
from support import register as store
from support import waiting
from support.desk import Desk, desk_from
from support.register import Register

# The register is begun anew after so many rounds, so that a check does not grow with the length of the run.
ROUNDS_OF_ONE_DESK = 40


class KillRounds:
    """Rounds of load, kill, look, start, ask again."""

    def __init__(self, template: pathlib.Path, folder: pathlib.Path, seed: int):
        self.template = template
        self.folder = folder
        self.chance = random.Random(seed)
        self.acknowledged = self.retried = 0
        self.desk: Desk | None = None
        self.load: Load | None = None

    def renew(self) -> tuple[Desk, Load]:
        self.close()
        shutil.rmtree(self.folder / "desk", ignore_errors=True)
        self.desk = desk_from(self.template, self.folder / "desk").start()
        self.load = Load(self.desk, self.chance)
        self.load.sign_in()
        return self.desk, self.load

    def close(self) -> None:
        if self.desk is not None:
            self.desk.kill9()
        if self.load is not None:
            self.acknowledged += self.load.acknowledged()

    def round(self, number: int) -> list[str]:
        desk, load = (
            self.renew()
            if self.desk is None or self.load is None or number % ROUNDS_OF_ONE_DESK == 0
            else (self.desk, self.load)
        )
        load.begin()
        waiting.random_moment(self.chance, 0.005, 0.08)
        desk.kill9()
        load.join()
        shutil.rmtree(self.folder / "copy", ignore_errors=True)
        with Register(desk.database(), self.folder / "copy" / "data") as register:
            found = checks.register_is_whole(register, load)
            copy = checks.copied_desk(desk, register, self.folder / "copy")
        verify = subprocess.Popen(
            [copy.binary, "audit", "verify", "--config", copy.config],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        desk.start()
        load.sign_in()
        self.retried += sum(hand.unanswered is not None for hand in load.hands)
        load.retry()
        found += checks.answers_repeat(load, self.chance, samples=1)
        found += [f"refused under load: {answer.status} {answer.body[:200]!r}" for answer in load.refusals()]
        told, _ = verify.communicate(timeout=60)
        if verify.returncode != 0:
            found.append(f"the audit does not verify: {told.decode(errors='replace')[-400:]}")
        return found


def test_nothing_acknowledged_is_lost_when_the_daemon_is_killed(
    template: pathlib.Path, tmp_path: pathlib.Path, rounds: int, request, record_property
):
    seed = request.config.getoption("--seed") or random.SystemRandom().randrange(2**32)
    print(f"seed {seed}: repeat with --seed {seed}")
    run, began = KillRounds(template, tmp_path, seed), time.monotonic()
    try:
        for number in range(rounds):
            found = run.round(number)
            assert found == [], f"round {number}, seed {seed}: {found[:10]}"
    finally:
        run.close()
    seconds = time.monotonic() - began
    record_property(
        "figure",
        f"kill -9: {rounds} rounds in {seconds:.0f} s, {run.acknowledged} writes acknowledged, 0 lost,"
        f" 0 half-written, {run.retried} unanswered ones retried, seed {seed}",
    )
    assert run.acknowledged > rounds, "so few writes prove nothing"


@pytest.fixture
def worked(template: pathlib.Path, tmp_path: pathlib.Path):
    """A desk that was killed under load, and the load's memory."""
    desk = desk_from(template, tmp_path / "desk").start()
    load = Load(desk, random.Random(5))
    load.sign_in()
    load.begin()
    waiting.until(lambda: load.acknowledged() > 20, 20, "twenty acknowledged writes")
    desk.kill9()
    load.join()
    return desk, load


def test_the_control_a_write_that_never_reached_the_disk_is_found_missing(worked, tmp_path: pathlib.Path):
    desk, load = worked
    load.hands[0].patients.append("01900000-0000-7000-8000-000000000000")
    with Register(desk.database(), tmp_path / "copy") as register:
        assert checks.register_is_whole(register, load) == [
            "lost patient 01900000-0000-7000-8000-000000000000"
        ]


HALVES = {
    "an operation is gone": ("outbox", "DELETE FROM outbox WHERE seq = (SELECT max(seq) FROM outbox)"),
    "an audit row is gone": (
        "audit",
        "DELETE FROM audit WHERE operation = (SELECT max(operation) FROM audit)",
    ),
    "a visit is gone": ("visit", "DELETE FROM visit WHERE number = (SELECT max(number) FROM visit)"),
    "an older draft is back": ("draft", 'UPDATE draft SET content = \'{"surname":"Д0"}\''),
}


@pytest.mark.parametrize("table, sql", HALVES.values(), ids=HALVES.keys())
def test_the_control_a_half_written_fact_is_found(worked, tmp_path: pathlib.Path, table: str, sql: str):
    desk, load = worked
    with Register(desk.database(), tmp_path / "copy") as register:
        assert checks.register_is_whole(register, load) == []
        for (trigger,) in register.rows(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", table
        ):
            register.line.execute(f'DROP TRIGGER "{trigger}"')
        register.line.execute(sql)
        assert checks.register_is_whole(register, load) != []


def test_the_control_a_damaged_chain_does_not_verify(worked, tmp_path: pathlib.Path):
    desk, _ = worked
    desk.run("audit", "verify")
    store.damage_one_audit_row(desk.database())
    assert desk.run("audit", "verify", check=False).returncode != 0


def test_killed_while_starting_it_starts_again(template: pathlib.Path, tmp_path: pathlib.Path, rounds: int):
    chance = random.Random(9)
    desk = desk_from(template, tmp_path / "desk")
    for _ in range(max(10, rounds // 5)):
        desk.launch()
        waiting.random_moment(chance, 0, 0.06)
        desk.kill9()
    with desk:
        desk.sign_in()


def test_killed_at_the_very_first_start_it_starts_again(tmp_path: pathlib.Path, rounds: int):
    chance = random.Random(10)
    for number in range(max(5, rounds // 20)):
        desk = Desk(tmp_path / str(number))
        desk.launch()
        waiting.random_moment(chance, 0, 0.06)
        desk.kill9()
        with desk:
            assert desk.client().get("/api/v1/status").expect(200)["setup_needed"] is True
            assert os.listdir(desk.data)
