"""Every point at which the disk can fail, one after the other: never a "saved" that is not so (K-22)."""

import pathlib
import random
import shutil
import subprocess

import checks
import pytest
from load import Hand, Load
from support import product
from support.client import Broken
from support.desk import RECEPTION, Desk, desk_from
from support.register import Register

WRITES = 6
# The last number tried; a sweep ends earlier, where the work is done before the fault would come.
MOST = 400
PLANS = [
    "write:{}:once",
    "write:{}:sticky",
    "write:{}:sticky:full",
    "sync:{}:once",
    "sync:{}:sticky",
    "truncate:{}:once",
]


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    folder = tmp_path_factory.mktemp("faultvfs")
    subprocess.run([product.TESTS / "Faults" / "build-faultvfs", folder], check=True)
    return folder / "libfaultvfs.so"


class Trial:
    """One desk, one plan of failure, some work, and a look at what is left."""

    def __init__(self, template: pathlib.Path, folder: pathlib.Path, library: pathlib.Path, plan: str):
        self.folder, self.switch = folder, folder / "failing"
        shutil.rmtree(folder, ignore_errors=True)
        self.desk: Desk = desk_from(
            template,
            folder,
            environment={
                "LD_PRELOAD": str(library),
                "FRONTDESK_FAULT": plan,
                "FRONTDESK_FAULT_WHILE": str(self.switch),
            },
        )
        self.load = Load(self.desk, random.Random(1), hands=1)

    def run(self) -> list[str]:
        """Works through the failure; answers what is wrong afterwards."""
        found: list[str] = []
        hand = self.load.hands[0]
        with self.desk:
            self.load.sign_in()
            self.switch.touch()
            for _ in range(WRITES):
                found += self._write(hand)
            self.switch.unlink()
        with Register(self.desk.database(), self.folder / "copy") as register:
            found += checks.register_is_whole(register, self.load)
        self.desk.environment = {}
        with self.desk:
            self.desk.run("audit", "verify")
            self.load.sign_in()
            hand.refused.clear()
            hand.retry()
            hand.step()
            found += [f"after the failure: {answer.status} {answer.body[:200]!r}" for answer in hand.refused]
        return found

    def _write(self, hand: Hand) -> list[str]:
        before = len(hand.refused)
        try:
            hand.step()
        except Broken as error:
            return [f"no answer at all: {error}"]
        return [
            f"an answer of another kind: {answer.status} {answer.body[:200]!r}"
            for answer in hand.refused[before:]
            if answer.status not in (503, 507)
        ]

    @property
    def fired(self) -> bool:
        return "faultvfs:" in self.desk.log()


@pytest.mark.parametrize("plan", PLANS)
def test_after_an_input_output_error_nothing_unsaved_is_called_saved(
    template: pathlib.Path,
    tmp_path: pathlib.Path,
    library: pathlib.Path,
    rounds: int,
    plan: str,
    record_property,
):
    # A hundred rounds visit every early point and every third after that; a thousand visit all.
    stride = 1 if rounds >= 1000 else 3
    points = 0
    for number in (*range(1, 13), *range(13, MOST, stride)):
        trial = Trial(template, tmp_path / "desk", library, plan.format(number))
        found = trial.run()
        assert found == [], f"{plan.format(number)}: {found[:10]}\n{trial.desk.log()[-2000:]}"
        if not trial.fired:
            break
        points += 1
    record_property("figure", f"I/O faults {plan.format('N')}: {points} points, 0 wrong")
    assert points > 0 or plan.startswith("truncate"), "nothing ever failed, so nothing was tested"


def test_the_control_a_disk_that_lies_is_found_out(
    template: pathlib.Path, tmp_path: pathlib.Path, library: pathlib.Path
):
    """Writes are dropped and success is said: the checks must find acknowledged work missing."""
    wrong = False
    for number in range(1, 12):
        try:
            wrong = bool(Trial(template, tmp_path / "desk", library, f"write:{number}:sticky:lie").run())
        except Exception:  # Whatever breaks on such a disk is a finding too.
            wrong = True
        if wrong:
            break
    assert wrong


def test_reading_errors_are_answered_and_not_hidden(
    template: pathlib.Path, tmp_path: pathlib.Path, library: pathlib.Path
):
    switch = tmp_path / "failing"
    environment = {
        "LD_PRELOAD": str(library),
        "FRONTDESK_FAULT": "read:1:sticky",
        "FRONTDESK_FAULT_WHILE": str(switch),
    }
    with desk_from(template, tmp_path / "desk", environment=environment) as desk:
        client = desk.sign_in(RECEPTION)
        switch.touch()
        for _ in range(5):
            answer = client.get("/api/v1/visits")
            assert answer.status in (200, 500, 503), answer
        switch.unlink()
        desk.kill9()
    desk.environment = {}
    with desk:
        desk.sign_in(RECEPTION).get("/api/v1/visits").expect(200)
