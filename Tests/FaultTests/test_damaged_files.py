"""A file that is damaged, foreign or not writable is named, and never served as good."""

import pathlib
import random

import pytest
from load import Load
from small_disk import Denied, Memory
from support import waiting
from support.desk import RECEPTION, Desk, desk_from


@pytest.fixture
def worked(template: pathlib.Path, tmp_path: pathlib.Path) -> Desk:
    """A desk with some people in it, stopped in good order."""
    desk = desk_from(template, tmp_path / "desk").start()
    load = Load(desk, random.Random(2), hands=1)
    load.sign_in()
    for _ in range(60):
        load.hands[0].step()
    assert desk.stop() == 0
    return desk


def told(desk: Desk) -> str:
    """What the daemon says at start: it serves all the same, and tells on its status page and in its log."""
    desk.launch()
    waiting.until(lambda: desk.answers("/healthz") == 200, 20, "the desk to answer, well or not")
    return f"{desk.client().get('/api/v1/status').body.decode()} {desk.log()}"


def names_the_damage(text: str, database: pathlib.Path) -> bool:
    return database.name in text and ("corrupt" in text or "not a database" in text or "malformed" in text)


def test_a_damaged_database_is_named_and_not_served_as_good(worked: Desk):
    database = worked.database()
    size = database.stat().st_size
    with open(database, "r+b") as file:
        for place in range(4096, size, 4096):
            file.seek(place + 100)
            file.write(b"\xa5" * 600)
    text = told(worked)
    assert names_the_damage(text, database), text[-2000:]
    assert worked.answers("/readyz") != 200
    if worked.process is not None:
        assert worked.client().sign_in(RECEPTION.login, RECEPTION.password).status in (500, 503)
    worked.kill9()


def test_a_file_that_is_no_database_is_named(worked: Desk):
    database = worked.database()
    database.write_bytes(b"This is a letter to somebody, not a database.\n" * 400)
    assert names_the_damage(told(worked), database)
    assert worked.answers("/readyz") != 200
    worked.kill9()


def test_check_names_the_damage_too(worked: Desk):
    database = worked.database()
    database.write_bytes(b"This is a letter to somebody, not a database.\n" * 400)
    done = worked.run("check", check=False)
    assert done.returncode != 0 and database.name in done.stdout + done.stderr


def test_the_journal_of_a_truncated_log_is_taken_up_to_the_last_whole_write(template, tmp_path: pathlib.Path):
    desk = desk_from(template, tmp_path / "desk").start()
    load = Load(desk, random.Random(3), hands=1)
    load.sign_in()
    for _ in range(20):
        load.hands[0].step()
    desk.kill9()
    log = desk.database().with_name(desk.database().name + "-wal")
    with open(log, "r+b") as file:
        file.truncate(log.stat().st_size - 1000)
    with desk:
        desk.run("audit", "verify")


def test_a_directory_that_may_not_be_written_is_named(template: pathlib.Path, tmp_path: pathlib.Path):
    try:
        disk = Memory(tmp_path / "memory", megabytes=96)
    except Denied as reason:
        pytest.skip(f"NO READ-ONLY DISK WAS TRIED: this machine denies mounting a tmpfs ({reason})")
    try:
        desk = desk_from(template, disk.place / "desk").start()
        assert desk.stop() == 0
        desk.config, desk.log_path = tmp_path / "frontdesk.ini", tmp_path / "frontdesk.log"
        desk.write_config()
        disk.make_read_only()
        text = told(desk)
        assert str(desk.data) in text and ("read_only" in text or "read-only" in text.lower()), text[-2000:]
        assert desk.answers("/readyz") != 200
        desk.kill9()
    finally:
        disk.close()


def test_two_daemons_do_not_share_one_directory(worked: Desk):
    with worked:
        second = Desk(worked.folder / "second", data=worked.data)
        with pytest.raises(AssertionError, match="ended with"):
            second.start(within=10)
        assert str(worked.data) in second.log()
        worked.sign_in(RECEPTION)
