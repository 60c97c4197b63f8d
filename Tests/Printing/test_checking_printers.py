"""`frontdesk check` says how the configured printers are."""

from support.desk import Desk
from support.printer import Printer


def told(desk: Desk, printer: Printer) -> str:
    desk.settings["print"] = {"documents": printer.uri}
    desk.write_config()
    lines = desk.run("check", check=False).stdout.splitlines()
    return next(line for line in lines if "printer of documents" in line)


def test_a_printer_that_is_on_is_fine(sleeping_desk: Desk, printer: Printer):
    assert told(sleeping_desk, printer).startswith("ok ")


def test_one_that_is_off_is_said_to_be_off(sleeping_desk: Desk, printer: Printer):
    printer.switch_off()
    assert "nobody is there" in told(sleeping_desk, printer)


def test_one_that_says_nothing_is_not_waited_for_for_ever(sleeping_desk: Desk, printer: Printer):
    printer.freeze()
    assert "says nothing" in told(sleeping_desk, printer)
    printer.thaw()


def test_what_is_no_printer_is_said_to_be_none(sleeping_desk: Desk, printer: Printer):
    with Desk(sleeping_desk.folder / "other") as other:
        printer.uri = f"ipp://localhost:{other.port}/ipp/print"
        assert "no printer answers there" in told(sleeping_desk, printer)
