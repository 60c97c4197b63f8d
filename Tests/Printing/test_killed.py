"""The daemon is killed while papers are on their way: no sheet comes twice by itself, none is lost unsaid."""

import random
import time

import pytest
from support import waiting
from support.client import Broken
from support.printer import Line, Printer


def killed_and_started(at) -> None:
    at.desk.kill9()
    at.start_again()


def test_a_paper_that_waits_is_printed_after_the_next_start(counter, printer: Printer):
    printer.switch_off()
    at = counter(documents=printer.uri)
    key = at.ask()
    at.until(key, "waiting", "off")
    at.desk.kill9()
    printer.switch_on()
    at.start_again()
    at.until(key, "printed")
    assert len(printer.sheets()) == 1


def test_killed_between_sending_and_the_answer_it_asks_instead_of_printing(
    counter, printer: Printer, line: Line
):
    line.cuts = "hold"
    at = counter(documents=line.uri)
    key = at.ask()
    assert line.is_cut.wait(20)
    assert at.job(key)["state"] == "sent"
    at.desk.kill9()
    line.cuts = None
    at.start_again()
    at.until(key, "unknown")
    waiting.until(printer.sheets, 10, "the sheet that the printer had already")
    # The next paper shows that the worker is at work, and leaves this one alone.
    at.until(at.ask(), "printed")
    assert len(printer.sheets()) == 2
    assert at.job(key)["state"] == "unknown"


def test_killed_in_the_middle_of_the_page_it_asks_too(counter, printer: Printer, line: Line):
    line.cuts = "paper"
    at = counter(documents=line.uri)
    key = at.ask()
    assert line.is_cut.wait(20)
    at.desk.kill9()
    line.cuts = None
    at.start_again()
    at.until(key, "unknown")
    assert printer.sheets() == []
    at.step(key, "repetition").expect(200)
    at.until(key, "printed")
    assert len(printer.sheets()) == 1


def test_killed_while_the_printer_has_it_it_is_followed_to_its_end(counter, printer: Printer):
    printer.set("empty")
    at = counter(documents=printer.uri)
    key = at.ask()
    at.until(key, "printing", "paper_empty")
    killed_and_started(at)
    at.until(key, "printing", "paper_empty")
    printer.set("ready")
    at.until(key, "printed")
    assert len(printer.sheets()) == 1


def test_printed_while_the_desk_was_dead_it_is_known_afterwards(counter, printer: Printer):
    printer.set("slow")
    at = counter(documents=printer.uri)
    key = at.ask()
    at.until(key, "printing")
    at.desk.kill9()
    printer.set("ready")
    waiting.until(printer.sheets, 10, "the sheet")
    at.start_again()
    at.until(key, "printed")
    assert len(printer.sheets()) == 1


def test_killed_at_random_moments_no_sheet_comes_twice_and_each_is_accounted_for(
    counter, printer: Printer, rounds: int, request: pytest.FixtureRequest, record_property
):
    seed = request.config.getoption("--seed") or random.SystemRandom().randrange(2**32)
    print(f"seed {seed}: repeat with --seed {seed}")
    chance, at, keys, began = random.Random(seed), counter(documents=printer.uri), [], time.monotonic()
    for _ in range(rounds):
        try:
            for _ in range(chance.randrange(1, 4)):
                keys.append(at.ask())
        except Broken:
            pass
        waiting.random_moment(chance, 0.0, 0.12)
        killed_and_started(at)
    settled = ("printed", "unknown")
    jobs = {}

    def is_over() -> bool:
        jobs.update({job["id"]: job for job in at.jobs()})
        return all(job["state"] in settled for job in jobs.values() if job["state"] != "printed")

    waiting.until(is_over, 120, "every paper to come to its end")
    names = printer.names()
    twice = [name for name in names if names.count(name) > 1]
    assert twice == [], f"seed {seed}: printed twice by itself"
    # The name ends with the attempt: a second one would be one that nobody asked for.
    assert all(name.endswith("-1") for name in names), f"seed {seed}: {names}"
    tails = {name.split("-")[1] for name in names}
    asked = [key for key, job in jobs.items() if job["state"] == "unknown"]
    lost = [key for key in keys if key[-12:] not in tails and key not in asked]
    assert lost == [], f"seed {seed}: neither printed nor asked about"
    record_property(
        "figure",
        f"kill -9 in {rounds} rounds of printing: {len(keys)} papers, {len(names)} sheets, 0 twice, 0 lost,"
        f" {len(asked)} asked about, {time.monotonic() - began:.0f} s, seed {seed}",
    )
    assert len(printer.sheets()) == len(names)


def test_the_control_a_repetition_that_was_asked_for_is_seen_as_a_second_sheet(
    counter, printer: Printer, line: Line
):
    line.cuts = "answer"
    at = counter(documents=line.uri)
    key = at.ask()
    at.until(key, "unknown")
    line.cuts = None
    at.step(key, "repetition").expect(200)
    at.until(key, "printed")
    assert [name.split("-")[-1] for name in printer.names()] == ["1", "2"]
