"""`frontdesk verify` and `frontdesk keys`: whose papers are believed, and what is said of the others."""

import datetime
import random
import zoneinfo

import pytest
from support import tokens
from support.desk import ADMIN, Desk

HOST = "LK.FRONTDESK.INVALID"
GENUINE, ENDED, FOREIGN = 0, 1, 65


@pytest.fixture
def own(desk: Desk) -> tokens.Desk:
    """Signs as this desk does: with its own key."""
    return tokens.Desk((desk.data / "keys" / "document.key").read_bytes())


def code(signer: tokens.Desk, chance: random.Random, **days: int) -> str:
    today = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Moscow")).date()
    return tokens.url(signer.token(chance, today=tokens.number(today), **days), HOST)


def verify(desk: Desk, text: str, *, given: bool = False) -> tuple[int, list[str]]:
    words = ("verify",) if given else ("verify", text)
    done = desk.run(*words, given=text if given else "", check=False)
    return done.returncode, done.stdout.splitlines()


@pytest.fixture
def other(sleeping_desk: Desk, chance) -> tokens.Desk:
    """Another desk, whose papers are believed here."""
    signer = tokens.Desk(chance.randbytes(32))
    line = tokens.key_line(signer.public, "48")
    sleeping_desk.run("keys", "import", line, "--by", ADMIN.login, "--name", "Филиал")
    return signer


@pytest.mark.parametrize("given", [False, True], ids=["named", "given"])
def test_a_genuine_code_is_told_with_its_desk_and_days(other, desk: Desk, chance, given: bool):
    status, lines = verify(desk, code(other, chance).lower() + "\n", given=given)
    assert status == GENUINE
    told = "Документ подлинный, ещё не зарегистрирован в центре."
    assert lines[:2] == ["OK_NOT_YET_SYNCED", told]
    assert "Выдан: Филиал, номера 48/…" in lines
    assert any(line.startswith("Срок действия: с ") for line in lines)


def test_a_code_under_the_own_key_that_the_ledger_does_not_know_is_odd(desk: Desk, own, chance):
    status, lines = verify(desk, code(own, chance))
    assert status == ENDED and "в книге выданных документов его нет" in lines[1]
    assert any(line.startswith("Выдан: этот стол, номера ") for line in lines)


def test_a_genuine_code_whose_days_are_over_or_to_come_ends_with_1(desk: Desk, own, chance):
    for days, reason in ((-20, "EXPIRED"), (20, "NOT_YET_VALID")):
        status, lines = verify(desk, code(own, chance, shifted=days))
        assert (status, lines[0]) == (ENDED, reason)


def test_what_is_not_ours_is_told_why(desk: Desk, own, chance):
    genuine = code(own, chance)
    stranger = code(tokens.Desk(bytes(32)), chance)
    letter = "B" if genuine[-30] == "A" else "A"
    for text, reason in {
        genuine[:100]: "FORMAT",
        genuine.replace(HOST, "EVIL.EXAMPLE"): "FORMAT",
        "2600000000000000": "FORMAT",
        genuine[:-30] + letter + genuine[-29:]: "BAD_SIGNATURE",
        stranger: "UNKNOWN_KIOSK",
    }.items():
        status, lines = verify(desk, text)
        assert (status, lines[0], len(lines)) == (FOREIGN, reason, 2), text


def test_the_help_names_the_endings(desk: Desk):
    told = desk.run("verify", "--help").stdout
    for word in ("[TEXT]", "standard input", "with 0", "with 1", "with 65"):
        assert word in told


def test_a_key_goes_from_desk_to_desk_and_is_taken_back(desk: Desk, own, chance):
    assert desk.run("keys", "show").stdout.strip().startswith("frontdesk-key-1.")
    prefix = desk.run("keys", "show").stdout.split(".")[1]
    assert desk.run("keys", "show").stdout.strip() == tokens.key_line(own.public, prefix)
    other = tokens.Desk(chance.randbytes(32))
    text = code(other, chance)
    assert verify(desk, text)[1][0] == "UNKNOWN_KIOSK"
    desk.stop()
    line = tokens.key_line(other.public, "48")
    named = ("--by", ADMIN.login, "--name", "Филиал на Лесной")
    broken = desk.run("keys", "import", line[:-1] + ("A" if line[-1] != "A" else "B"), *named, check=False)
    assert broken.returncode == FOREIGN and "Это не ключ стола" in broken.stderr
    desk.run("keys", "import", *named, given=line)
    desk.start()
    status, lines = verify(desk, text)
    assert status == GENUINE and "Выдан: Филиал на Лесной, номера 48/…" in lines
    key = desk.run("keys", "list").stdout.split()[0]
    desk.stop()
    desk.run("keys", "withdraw", key, "--by", ADMIN.login, "--reason", "Украден")
    status, lines = verify(desk, text)
    assert (status, lines[0]) == (FOREIGN, "KIOSK_REVOKED")
    assert desk.run("audit", "verify").stdout.splitlines()[-1] == "intact"
