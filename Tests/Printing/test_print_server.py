"""The same program prints to a queue of a print server, a private cupsd."""

from support import waiting
from support.printer import Printer, PrintServer


def test_a_page_goes_through_the_queue_and_arrives_as_it_was(counter, printer: Printer, server: PrintServer):
    at = counter(documents=server.uri)
    waiting.until(lambda: at.printer()["condition"] == "ready", 10, "the queue to be ready")
    at.until(at.ask(), "printed")
    assert len(printer.sheets()) == 1
    assert printer.sheets()[0].startswith(b"%PDF-1.4") and printer.sheets()[0].endswith(b"%%EOF\n")


def test_taken_by_the_server_is_not_printed_and_it_is_printed_once_when_the_printer_is_back(
    counter, printer: Printer, server: PrintServer
):
    printer.switch_off()
    at = counter(documents=server.uri)
    key = at.ask()
    at.until(key, "printing", "off")
    printer.switch_on()
    at.until(key, "printed", within=60)
    assert len(printer.sheets()) == 1


def test_killed_while_the_server_has_it_it_is_followed_to_its_end(
    counter, printer: Printer, server: PrintServer
):
    printer.switch_off()
    at = counter(documents=server.uri)
    key = at.ask()
    waiting.until(lambda: at.job(key)["state"] == "printing", 20, "the server to have it")
    at.desk.kill9()
    at.start_again()
    printer.switch_on()
    at.until(key, "printed", within=60)
    assert len(printer.sheets()) == 1
