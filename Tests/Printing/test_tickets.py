"""Tickets: dots to a port that says nothing back."""

import os
import pathlib
import threading

from support import waiting
from support.desk import free_port
from support.printer import Roll, dots


def black(rows: list[bytes]) -> int:
    return sum(byte.bit_count() for row in rows for byte in row)


def test_a_ticket_arrives_dot_by_dot_and_is_cut(counter, roll: Roll):
    at = counter(tickets=roll.uri)
    assert at.printer("tickets")["condition"] == "unasked"
    key = at.ask("tickets")
    at.until(key, "printed")
    wide, rows = dots(roll.tickets[0])
    assert (wide * 8, len(rows), len(roll.tickets)) == (576, 240, 1)
    # The frame: its first row is all black, and inside it both edges are.
    assert rows[0] == b"\xff" * wide and rows[20][:1] == b"\xf0" and rows[20][-1:] == b"\x0f"
    assert 0 < black(rows) < 576 * 240


def test_a_roll_printer_that_is_off_is_waited_for(counter):
    port = free_port()
    at = counter(tickets=f"tcp://127.0.0.1:{port}")
    key = at.ask("tickets")
    assert at.until(key, "waiting", "off")["text"] == "Ждёт. Принтер выключен или не подключён"
    waiting.until(lambda: at.printer("tickets")["trouble"] == "off", 10, "the printer to be known as off")
    roll = Roll(port)
    at.until(key, "printed")
    assert len(roll.tickets) == 1
    assert at.printer("tickets")["condition"] == "unasked"
    roll.close()


def test_a_ticket_torn_off_in_the_middle_is_asked_about_and_not_repeated(counter, roll: Roll):
    roll.tears_after = 2000
    at = counter(tickets=roll.uri)
    key = at.ask("tickets")
    at.until(key, "unknown")
    roll.tears_after = None
    at.until(at.ask("tickets"), "printed")
    assert len(roll.tickets) == 1
    at.step(key, "repetition").expect(200)
    at.until(key, "printed")
    assert len(roll.tickets) == 2


def test_killed_in_the_middle_of_a_ticket_it_asks(counter, roll: Roll):
    held = threading.Event()
    roll.holds_until = held
    at = counter(tickets=roll.uri)
    key = at.ask("tickets")
    at.until(key, "sent")
    at.desk.kill9()
    held.set()
    roll.holds_until = None
    at.start_again()
    at.until(key, "unknown")
    assert at.job(key)["steps"] == ["confirm", "again", "cancel"]


def test_a_printer_at_a_cable_gets_the_same_bytes(counter, tmp_path: pathlib.Path, roll: Roll):
    """A device is a file that takes bytes; a pipe stands for it."""
    cable = tmp_path / "lp0"
    os.mkfifo(cable)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(cable.read_bytes()), daemon=True)
    reader.start()
    at = counter(tickets=roll.uri)
    at.until(at.ask("tickets"), "printed")
    at.desk.stop()
    device = pathlib.Path("/dev/shm") / f"lp-{os.getpid()}"
    device.symlink_to(cable)
    try:
        at.desk.settings["print"] = {"tickets": str(device)}
        at.desk.write_config()
        at.start_again()
        at.until(at.ask("tickets"), "printed")
        reader.join(10)
    finally:
        device.unlink()
    assert got == roll.tickets


def test_both_printers_work_beside_each_other(counter, printer, roll: Roll):
    printer.set("empty")
    at = counter(documents=printer.uri, tickets=roll.uri)
    page = at.ask()
    at.until(page, "printing", "paper_empty")
    at.until(at.ask("tickets"), "printed")
    assert at.job(page)["state"] == "printing"
