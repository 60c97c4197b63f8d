"""Killed while it brings a list in: each line is whole or absent, and bringing it in again completes it."""

import pathlib
import random
import shutil

from support import lists, waiting
from support.desk import SENIOR, Desk, desk_from
from support.register import Register

PEOPLE = 900
SYLLABLES = ("ба", "ве", "го", "ду", "жи", "зо", "ла", "ме", "ни", "ро", "су", "те")


def person(number: int) -> dict:
    """Nobody like anybody else: every third syllable of the surname differs, and so do the numbers."""
    first, second, third = number % 12, number // 12 % 12, number // 144 % 12
    root = SYLLABLES[first] + SYLLABLES[second] + SYLLABLES[third] + SYLLABLES[(first + second) % 12]
    day = f"{number % 27 + 2:02}.{number // 27 % 11 + 2:02}.{1950 + number // 300 * 13}"
    return {
        "surname": f"{root.capitalize()}нский", "name": "Глеб", "patronymic": "Петрович", "birth_date": day,
    }  # fmt: skip


def broken(register: Register) -> list[str]:
    """What must not be: half a line, or a line that its lot does not own up to."""
    found = register.damage() + register.half_written() + register.promised()
    bare = register.rows(
        "SELECT count(*) FROM patient WHERE NOT EXISTS"
        " (SELECT 1 FROM shown_paper WHERE patient_id = patient.id AND sort = 'policy')"
    )
    unlinked = register.rows(
        "SELECT count(*) FROM patient WHERE NOT EXISTS"
        " (SELECT 1 FROM list_line WHERE patient_id = patient.id)"
    )
    miscounted = register.rows(
        "SELECT count(*) FROM list_lot WHERE registered + policies <>"
        " (SELECT count(*) FROM list_line WHERE lot_id = list_lot.id)"
    )
    for what, ((count,),) in (("policy", bare), ("line", unlinked), ("count", miscounted)):
        found += [f"{count} without their {what}"] if count else []
    return found


def kill_in_the_middle(desk: Desk, text: bytes, chance: random.Random) -> None:
    client = desk.sign_in(SENIOR)
    lists.send(client, text)
    lists.wait_for(client, "checked")
    client.put(lists.asked(client, "/import"), {"take_alike": True}).expect(200)
    waiting.random_moment(chance, 0.0, 0.35)
    desk.kill9()


def test_a_list_is_never_brought_in_by_half(
    template: pathlib.Path, tmp_path: pathlib.Path, rounds: int, request, record_property
):
    seed = request.config.getoption("--seed") or random.SystemRandom().randrange(2**32)
    print(f"seed {seed}: repeat with --seed {seed}")
    chance = random.Random(seed)
    text = lists.csv_of([person(number) for number in range(PEOPLE)], policy="ДМС-770011")
    cut = 0
    for number in range(max(3, rounds // 20)):
        shutil.rmtree(tmp_path / "desk", ignore_errors=True)
        desk = desk_from(template, tmp_path / "desk").start()
        kill_in_the_middle(desk, text, chance)
        with Register(desk.database(), tmp_path / f"copy{number}") as register:
            assert broken(register) == []
            ((there,),) = register.rows("SELECT count(*) FROM patient")
        cut += 0 < there < PEOPLE
        with desk:
            client = desk.sign_in(SENIOR)
            last = client.get(lists.PATH).expect(200)["last_run"]
            assert (last["totals"]["registered"] if last else 0) == there
            ended = lists.bring_in(client, text, take_alike=True)["totals"]
            assert ended["known"] == there and ended["registered"] == PEOPLE - there
        with Register(desk.database(), tmp_path / f"whole{number}") as register:
            assert broken(register) == []
            assert register.rows("SELECT count(*), count(DISTINCT search_key) FROM patient") == [
                (PEOPLE, PEOPLE)
            ]
    record_property("figure", f"kill -9 in a list: cut off in the middle {cut} times, seed {seed}")
    assert cut > 0, "the daemon was never caught in the middle"


def test_the_control_a_line_without_its_policy_is_found(template: pathlib.Path, tmp_path: pathlib.Path):
    with desk_from(template, tmp_path / "desk") as desk:
        lists.bring_in(desk.sign_in(SENIOR), lists.csv_of([person(1)], policy="ДМС-770011"))
        assert desk.stop() == 0
    with Register(desk.database(), tmp_path / "copy") as register:
        assert broken(register) == []
        register.line.execute("DELETE FROM shown_paper")
        assert broken(register) != []
