"""The power of a real ext4 is cut under a desk at work: what was acknowledged is there afterwards."""

import os
import pathlib
import random
import shutil

import checks
import pytest
from load import Load
from small_disk import Denied, Ext4
from support import compiled, waiting
from support.desk import desk_from
from support.register import Register


@pytest.fixture
def disk(tmp_path: pathlib.Path):
    try:
        disk = Ext4(tmp_path / "disk")
    except Denied as reason:
        pytest.skip(f"NO POWER CUTS WERE TRIED: this machine denies loop mounts ({reason})")
    yield disk
    disk.close()


def cuts(
    disk: Ext4, template: pathlib.Path, folder: pathlib.Path, count: int, seed: int, **options
) -> tuple[int, list]:
    """Cuts until one finds something; answers how many writes were acknowledged, and the findings."""
    chance, acknowledged = random.Random(seed), 0
    desk = desk_from(template, disk.place / "desk", **options)
    # What the test has laid out must lie on the disk before the first cut.
    os.sync()
    # Its log and settings are the harness's and need not survive.
    desk.folder = folder
    desk.config, desk.log_path = folder / "frontdesk.ini", folder / "frontdesk.log"
    desk.write_config()
    load = Load(desk, chance)
    for number in range(count):
        desk.start()
        load.sign_in()
        load.retry()
        load.begin()
        waiting.random_moment(chance, 0.02, 0.15)
        disk.cut_power(desk)
        load.join()
        shutil.rmtree(folder / "copy", ignore_errors=True)
        try:
            with Register(desk.database(), folder / "copy") as register:
                found = checks.register_is_whole(register, load)
        except (
            Exception
        ) as unreadable:  # A register that cannot even be opened is a finding, whatever the reason.
            found = [f"unreadable: {unreadable}"]
        acknowledged = load.acknowledged()
        if found:
            return acknowledged, [f"cut {number}", *found]
    with desk:
        desk.run("audit", "verify")
    return acknowledged, []


def test_nothing_acknowledged_is_lost_when_the_power_is_cut(
    disk: Ext4, template: pathlib.Path, tmp_path: pathlib.Path, rounds: int, request, record_property
):
    seed = request.config.getoption("--seed") or random.SystemRandom().randrange(2**32)
    count = max(10, rounds * 3 // 10)
    acknowledged, found = cuts(disk, template, tmp_path, count, seed)
    assert found == [], f"seed {seed}: {found[:10]}"
    assert acknowledged > count
    record_property("figure", f"power cuts: {count}, {acknowledged} writes acknowledged, 0 lost, seed {seed}")


def test_the_control_without_fsync_a_cut_loses_acknowledged_writes(
    disk: Ext4, template: pathlib.Path, tmp_path: pathlib.Path
):
    library = compiled.library(pathlib.Path(__file__).with_name("no_sync.c"))
    _, found = cuts(disk, template, tmp_path, 20, 3, environment={"LD_PRELOAD": str(library)})
    assert found, "twenty cuts without a single fsync lost nothing: this harness would not see a loss"
