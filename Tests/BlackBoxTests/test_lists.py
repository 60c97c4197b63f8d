"""Lists of insured people through HTTP and on the command line."""

import csv
import io
import pathlib

import pytest
from support import lists, people
from support.desk import RECEPTION, SENIOR, Desk


@pytest.fixture
def rows(chance) -> list[dict]:
    return [people.person(chance) for _ in range(40)]


def test_a_list_longer_than_a_request_may_be_arrives_in_pieces(desk: Desk, chance):
    senior = desk.sign_in(SENIOR)
    rows = [people.person(chance, note="ы" * 900) for _ in range(700)]
    text = lists.csv_of(rows)
    assert len(text) > 2 * lists.PIECE
    lists.send(senior, text)
    checked = lists.wait_for(senior, "checked")
    assert checked["lines"] == 700 and checked["received_bytes"] == len(text)


def test_only_a_piece_may_be_bytes_and_none_may_be_longer(desk: Desk):
    senior = desk.sign_in(SENIOR)
    senior.put(lists.PATH, {"bytes": 3 << 20}).expect(200)
    kind = {"Content-Type": "application/octet-stream"}
    senior.put(lists.PATH, b"{}", headers=kind).expect(415)
    lists.send_piece(senior, 0, bytes(lists.PIECE + 1)).expect(409, "list_piece_wrong")


def test_the_desk_goes_on_working_beside_a_list(desk: Desk, chance):
    senior, reception = desk.sign_in(SENIOR), desk.sign_in(RECEPTION)
    lists.send(senior, lists.csv_of([people.person(chance) for _ in range(3000)]))
    lists.wait_for(senior, "checked")
    senior.put(lists.asked(senior, "/import"), {"take_alike": True}).expect(200)
    done = 0
    while senior.get(lists.PATH).expect(200)["stage"] == "taking":
        reception.post("/api/v1/patients", people.walk_in(chance)).expect(201)
        done += 1
    assert done >= 3, "nobody came while the list was brought in"


def test_a_list_that_was_cut_off_says_so_and_is_brought_in_once_more(desk: Desk, rows):
    senior = desk.sign_in(SENIOR)
    lists.send(senior, lists.csv_of(rows))
    lists.wait_for(senior, "checked")
    desk.kill9()
    desk.start()
    senior = desk.sign_in(SENIOR)
    assert senior.get(lists.PATH).expect(200)["stage"] == "none"
    assert not list(desk.data.glob("*list*")), "people's data outlived the program"
    ended = lists.bring_in(senior, lists.csv_of(rows), take_alike=True)
    assert ended["totals"]["registered"] == len(rows)


def test_the_command_brings_a_list_in_and_names_who_did_it(sleeping_desk: Desk, rows, tmp_path: pathlib.Path):
    desk = sleeping_desk
    wrong = rows[0] | {"surname": "=Ошибкин", "snils": "112-233-445 00"}
    path, errors = tmp_path / "list.csv", tmp_path / "errors.csv"
    path.write_bytes(lists.csv_of([*rows, wrong], encoding="cp1251"))
    words = ("import", str(path))
    look = desk.run(*words, "--dry-run", check=False)
    assert look.returncode == 1 and f"{len(rows)} would be registered" in look.stdout
    assert "должно быть 95" in look.stdout
    done = desk.run(*words, "--by", "senior", "--take-alike", "--errors", str(errors), check=False)
    assert done.returncode == 1 and f"{len(rows)} registered" in done.stdout, done.stdout + done.stderr
    assert errors.stat().st_mode & 0o077 == 0
    table = list(csv.reader(io.StringIO(errors.read_bytes().decode("utf-8-sig")), delimiter=";"))
    assert table[1][0] == f"{len(rows) + 2}" and table[1][2] == "'=Ошибкин" and len(table) == 2
    again = desk.run(*words, "--by", "senior", check=False)
    assert "0 registered" in again.stdout and f"{len(rows)} here already" in again.stdout
    desk.run("audit", "verify")
    # The list itself, or a list of errors from yesterday, is nobody's to write over.
    before = path.read_bytes()
    for there in (path, errors):
        told = desk.run(*words, "--dry-run", "--errors", str(there), check=False)
        assert told.returncode == 73 and "is there already" in told.stderr
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "words, status, told",
    [
        (("import",), 64, "FILE is missing"),
        (("import", "nowhere.csv", "--by", "senior"), 66, "cannot be opened"),
        (("import", "LIST", "--by", "registrar"), 64, "a senior or an admin"),
        (("import", "LIST"), 64, "--by is missing"),
        (("import", "BOOK", "--by", "senior"), 65, "CSV UTF-8"),
        (("import", "EMPTY", "--dry-run"), 65, ""),
    ],
)
def test_the_command_says_what_is_wrong(sleeping_desk: Desk, rows, tmp_path, words, status: int, told: str):
    files = {"LIST": lists.csv_of(rows), "BOOK": b"PK\x03\x04" + bytes(50), "EMPTY": b""}
    for name, text in files.items():
        (tmp_path / name).write_bytes(text)
    done = sleeping_desk.run(*(str(tmp_path / w) if w in files else w for w in words), check=False)
    assert done.returncode == status and told in done.stderr, done


def test_the_command_waits_for_no_daemon(desk: Desk, rows, tmp_path: pathlib.Path):
    path = tmp_path / "list.csv"
    path.write_bytes(lists.csv_of(rows))
    done = desk.run("import", str(path), "--by", "senior", check=False)
    assert done.returncode == 75 and "held by another program" in done.stderr
