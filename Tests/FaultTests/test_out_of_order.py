"""A store that cannot be opened at start: the screens say so, the commands say so, and it mends by itself."""

import os
import pathlib
import shutil
import signal
import time

import pytest
from small_disk import Denied, Memory
from support import lists, waiting
from support.client import Client
from support.desk import ADMIN, RECEPTION, SENIOR, Desk, desk_from

LETTER = b"This is a letter to somebody, not a database.\n" * 400
PAGES = ("/", "/sign-in", "/desk", "/patients", "/nowhere")
# A word of the page by kind, in Russian and in English.
WORDS = {
    "corrupt": ("повреждён", "damaged"),
    "read_only": ("только читать", "only be read"),
    "full": ("нет места", "disk is full"),
}


@pytest.fixture
def small(template: pathlib.Path, tmp_path: pathlib.Path):
    """A stopped desk on a disk of its own, whose configuration is elsewhere."""
    try:
        disk = Memory(tmp_path / "memory", megabytes=96)
    except Denied as reason:
        pytest.skip(f"NO SMALL DISK WAS TRIED: this machine denies mounting a tmpfs ({reason})")
    desk = desk_from(template, disk.place / "desk")
    desk.config, desk.log_path = tmp_path / "frontdesk.ini", tmp_path / "frontdesk.log"
    desk.write_config()
    yield disk, desk
    desk.kill9()
    disk.close()


def launch(desk: Desk) -> None:
    desk.launch()
    waiting.until(lambda: desk.answers("/healthz") == 200, 20, "the desk to answer without its store")


def assert_out_of_order(desk: Desk, kind: str, api: int = 503) -> None:
    for language, word in zip(("ru", "en"), WORDS[kind], strict=True):
        client = Client(desk.port, language=language)
        for path in PAGES:
            answer = client.get(path).expect(503)
            assert answer.headers.get_content_type() == "text/html", path
            assert answer.headers["Content-Language"] == language and word in answer.body.decode(), path
    client = desk.client()
    for answer in (
        client.get("/api/v1/status"),
        client.sign_in(RECEPTION.login, RECEPTION.password),
        client.put("/api/v1/drafts/01900000-0000-7000-8000-000000000000"),
    ):
        answer.expect(api, f"store_{kind}")
    assert desk.answers("/readyz") == 503 and desk.answers("/healthz") == 200
    assert "\nfrontdesk_store_ok 0\n" in client.get("/metrics").expect(200).body.decode()
    told = [line for line in desk.log().splitlines() if "event=store.out_of_order" in line]
    assert len(told) == 1 and f"code=store_{kind}" in told[0] and told[0].startswith("<3>"), told
    assert str(desk.data) in desk.log(), "the terminal names the file"


def assert_mends(desk: Desk, *, takes_lists: bool) -> None:
    """All that works beside the requests works again; a disk of a few megabytes is too small for lists."""
    process = desk.process
    waiting.until(lambda: desk.answers("/readyz") == 200, 30, "the desk to go on")
    assert process is not None and process.poll() is None, "without a restart"
    assert "event=store.opened" in desk.log()
    client = desk.sign_in(RECEPTION)
    client.get("/desk").expect(200)
    client.get("/api/v1/visits").expect(200)
    senior = desk.sign_in(SENIOR)
    if takes_lists:
        lists.send(senior, lists.csv_of([]))
        lists.wait_for(senior, "refused")
    else:
        senior.put("/api/v1/lists/current", {"bytes": 1}).expect(507, "store_full")
    assert desk.stop() == 0


def test_a_file_that_is_no_database_is_on_every_screen(sleeping_desk: Desk):
    desk = sleeping_desk
    database = desk.database()
    good = database.read_bytes()
    database.write_bytes(LETTER)
    launch(desk)
    assert_out_of_order(desk, "corrupt")
    assert database.read_bytes() == LETTER, "what is damaged is left as it is"
    fresh = database.with_name("fresh")
    fresh.write_bytes(good)
    os.replace(fresh, database)
    assert_mends(desk, takes_lists=True)


def test_no_new_desk_takes_the_place_of_a_file_that_is_put_aside(sleeping_desk: Desk):
    desk = sleeping_desk
    database = desk.database()
    database.write_bytes(LETTER)
    launch(desk)
    database.rename(database.with_name("aside"))
    # Long enough for two attempts.
    enough = time.monotonic() + 8
    waiting.until(lambda: time.monotonic() > enough or desk.answers("/readyz") == 200, 20, "two attempts")
    assert desk.answers("/readyz") == 503 and not database.exists()


def test_a_first_start_waits_for_room(small: tuple[Memory, Desk]):
    disk, desk = small
    shutil.rmtree(desk.data)
    (desk.data / "keys").mkdir(parents=True, mode=0o700)
    disk.fill()
    launch(desk)
    assert_out_of_order(desk, "full", 507)
    disk.free()
    waiting.until(lambda: desk.answers("/readyz") == 200, 30, "the desk to be founded")
    assert "one-time code" in desk.log()


def test_a_folder_that_may_not_be_written_is_on_every_screen(small: tuple[Memory, Desk]):
    disk, desk = small
    disk.make_read_only()
    launch(desk)
    assert_out_of_order(desk, "read_only")
    disk.make_writable()
    assert_mends(desk, takes_lists=False)


def test_a_disk_without_room_for_the_store_is_on_every_screen(small: tuple[Memory, Desk]):
    disk, desk = small
    desk.database().with_name(desk.database().name + ".lock").unlink(missing_ok=True)
    disk.fill()
    launch(desk)
    assert_out_of_order(desk, "full", 507)
    disk.free()
    assert_mends(desk, takes_lists=False)


def test_it_stops_cleanly_while_out_of_order(sleeping_desk: Desk):
    sleeping_desk.database().write_bytes(LETTER)
    launch(sleeping_desk)
    assert sleeping_desk.process is not None
    sleeping_desk.signal(signal.SIGTERM)
    assert sleeping_desk.process.wait(15) == 0
    sleeping_desk.process = None


def commands(desk: Desk):
    """Every command that needs the database, and what it said."""
    words = {
        "operator add": ("operator", "add", "--login", "new", "--name", "Новый Н. Н.", "--role", "admin",
                         "--password-stdin"),
        "demo": ("demo",),
        "audit verify": ("audit", "verify"),
        "rebuild": ("rebuild", "--into", str(desk.folder / "rebuilt.db")),
        "check": ("check",),
    }  # fmt: skip
    return {name: desk.run(*line, given=f"{ADMIN.password}\n", check=False) for name, line in words.items()}


def assert_told(desk: Desk, database: pathlib.Path, statuses: dict[str, int], word: str) -> None:
    done = commands(desk)
    assert {name: one.returncode for name, one in done.items()} == statuses, done
    for name, one in done.items():
        told = one.stdout + one.stderr
        assert one.returncode in (0, 1) or (str(database) in one.stderr and word in one.stderr), (name, told)
    assert not (desk.folder / "rebuilt.db").exists() or statuses["rebuild"] == 0


def test_commands_name_a_corrupt_file(sleeping_desk: Desk):
    database = sleeping_desk.database()
    database.write_bytes(LETTER)
    statuses = dict.fromkeys(("operator add", "demo", "audit verify", "rebuild"), 65) | {"check": 1}
    assert_told(sleeping_desk, database, statuses, "is corrupt")
    assert f"WRONG  database {database}" in sleeping_desk.run("check", check=False).stdout


def test_commands_name_a_database_that_another_program_holds(desk: Desk):
    statuses = {"operator add": 75, "demo": 75, "audit verify": 0, "rebuild": 0, "check": 0}
    assert_told(desk, desk.database(), statuses, "is held by another program")
    second = Desk(desk.folder / "second", data=desk.data)
    done = second.run("serve", check=False)
    assert done.returncode == 75 and str(desk.database()) in done.stderr and "Stop that one" in done.stderr


def test_commands_name_a_missing_database(sleeping_desk: Desk):
    database = sleeping_desk.database()
    shutil.rmtree(sleeping_desk.data)
    sleeping_desk.data.mkdir(mode=0o700)
    for words in (("audit", "verify"), ("rebuild", "--into", str(sleeping_desk.folder / "rebuilt.db"))):
        done = sleeping_desk.run(*words, check=False)
        assert done.returncode == 66 and str(database) in done.stderr and "is not there" in done.stderr, done
    assert not (sleeping_desk.folder / "rebuilt.db").exists() and not database.exists()


def test_commands_name_a_folder_that_may_not_be_written(small: tuple[Memory, Desk], tmp_path: pathlib.Path):
    disk, desk = small
    database = desk.database()
    disk.make_read_only()
    desk.folder = tmp_path
    done = commands(desk)
    for name in ("operator add", "demo"):
        assert done[name].returncode == 77 and str(database) in done[name].stderr, done[name]
        assert "read-only" in done[name].stderr
    assert done["check"].returncode == 1 and "may not write" in done["check"].stdout


def test_a_key_that_others_may_read_is_named(sleeping_desk: Desk):
    key = next((sleeping_desk.data / "keys").iterdir())
    key.chmod(0o644)
    done = sleeping_desk.run("serve", check=False)
    assert done.returncode == 77 and str(key) in done.stderr and "chmod 600" in done.stderr, done
