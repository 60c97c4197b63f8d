"""A register built from the outbox operations alone equals the desk's own, row by row."""

import contextlib
import pathlib
import random
import sqlite3

import pytest
from day import Day
from support import tokens
from support.desk import ADMIN, Desk
from support.register import Register

STEPS = 400
LONGER = 12


def differences(one: dict[str, list[tuple]], other: dict[str, list[tuple]]) -> list[str]:
    found = [f"table {name} is in one of them only" for name in one.keys() ^ other.keys()]
    for table in one.keys() & other.keys():
        mine, its = set(one[table]), set(other[table])
        found += [f"{table}: only at the desk: {row}" for row in sorted(mine - its, key=repr)]
        found += [f"{table}: only in the rebuilt one: {row}" for row in sorted(its - mine, key=repr)]
    return found


def empty_tables(desk: Desk) -> set[str]:
    with contextlib.closing(sqlite3.connect(f"file:{desk.database()}?mode=ro", uri=True)) as line:
        return {name for name in TABLES if line.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone() is None}


def believe_another_desk(desk: Desk) -> None:
    """Keys are kept from the command line, which wants the data folder to itself."""
    assert desk.stop() == 0
    line = tokens.key_line(bytes(range(32)), "48")
    desk.run("keys", "import", line, "--by", ADMIN.login, "--name", "Филиал")
    desk.start()


@pytest.fixture
def rebuilt(desk: Desk, tmp_path: pathlib.Path, request, record_property):
    """The desk's register and the one rebuilt from its operations, after a random day."""
    seed = request.config.getoption("--seed") or random.SystemRandom().randrange(2**32)
    print(f"seed {seed}: repeat with --seed {seed}")
    believe_another_desk(desk)
    day = Day(desk, seed)
    day.live(STEPS)
    # What chance has left out so far, it may still bring: rarer things happen on a longer day.
    for _ in range(LONGER):
        if not empty_tables(desk):
            break
        day.live(STEPS // 4)
    assert desk.stop() == 0
    target = tmp_path / "rebuilt.db"
    desk.run("rebuild", "--into", str(target))
    with Register(desk.database(), tmp_path / "one") as own, Register(target, tmp_path / "other") as other:
        record_property("figure", f"replay: seed {seed}, {sum(day.done.values())} steps, {day.done}")
        assert len(day.done) >= 8, f"too dull a day: {day.done}"
        yield own, other


def test_operations_alone_rebuild_every_business_table(rebuilt: tuple[Register, Register]):
    own, other = (register.business() for register in rebuilt)
    assert TABLES <= own.keys()
    assert {table for table in TABLES if not own[table]} == set()
    assert differences(own, other) == []


TABLES = {
    *("patient", "visit", "shift", "operator", "setting", "desk"),
    *("consent", "consent_text", "shown_paper", "card_merge", "strictness"),
    *("mail_profile", "calendar_year", "calendar_day", "read_back"),
    *("list_run", "list_lot", "list_line"),
    *("family_link", "act_on_behalf", "death_note"),
    *("attachment_place", "particulars", "further_phone", "phone_confirmation"),
    # Documents and their sheets come with the papers that are issued: policies and certificates.
    "desk_key",
    *("insurer", "programme", "requisites"),
    *("own_number", "issued_policy", "issued_policy_programme", "policy_link", "certificate"),
}
CHANGES = {
    "a phone": "UPDATE patient SET phone = '+79990000000' WHERE id = (SELECT max(id) FROM patient)",
    "a visit's reason": "UPDATE visit SET reason = 'Другое' WHERE id = (SELECT max(id) FROM visit)",
    "an operator's name": "UPDATE operator SET name = 'Другой' WHERE id = (SELECT max(id) FROM operator)",
    "a setting": "UPDATE setting SET lock_after_seconds = 61",
}


def test_the_control_one_changed_row_is_found(rebuilt: tuple[Register, Register]):
    own, other = rebuilt
    before = own.business()
    assert differences(before, other.business()) == []
    for what, sql in CHANGES.items():
        other.line.execute("BEGIN")
        other.line.execute(sql)
        found = differences(before, other.business())
        other.line.execute("ROLLBACK")
        assert len(found) == 2, f"{what}: {found}"
