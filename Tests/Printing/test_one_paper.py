"""One paper to one printer, with everything that can be wrong with a printer."""

import pathlib
import subprocess

from support import waiting
from support.printer import Line, Printer
from support.register import Register


def content_of(counter, key: str, folder: pathlib.Path) -> bytes:
    """The page as the desk keeps it. The daemon does not run meanwhile."""
    with Register(counter.desk.database(), folder) as register:
        return register.rows("SELECT content FROM print_job WHERE id = ?", key)[0][0]


def test_a_page_is_printed_once_and_forgotten(counter, printer: Printer, tmp_path: pathlib.Path):
    at = counter(documents=printer.uri)
    key = at.ask()
    assert at.until(key, "printed")["steps"] == []
    assert len(printer.sheets()) == 1
    at.desk.stop()
    assert content_of(at, key, tmp_path / "copy") is None


def test_what_arrives_is_what_was_sent(counter, printer: Printer, tmp_path: pathlib.Path):
    printer.switch_off()
    at = counter(documents=printer.uri)
    key = at.ask()
    at.until(key, "waiting", "off")
    at.desk.stop()
    sent = content_of(at, key, tmp_path / "copy")
    printer.switch_on()
    at.start_again()
    at.until(key, "printed")
    assert printer.sheets() == [sent]
    page = tmp_path / "page.pdf"
    page.write_bytes(sent)
    subprocess.run(["qpdf", "--check", page], check=True, capture_output=True)
    size = subprocess.run(["pdfinfo", page], check=True, capture_output=True, text=True).stdout
    assert "(A4)" in size, size


def test_the_printer_is_told_the_size_of_the_sheet_and_nothing_of_a_person(counter, printer: Printer):
    at = counter(documents=printer.uri)
    at.until(at.ask(), "printed")
    told = printer.told()
    assert told["IPP_MEDIA"] == "iso_a4_210x297mm"
    assert told["IPP_JOB_NAME"].startswith("frontdesk-")
    assert all(word not in "".join(told.values()) for word in ("Стойкина", "registrar"))


def test_out_of_paper_it_waits_says_why_and_prints_one_sheet_after_the_refill(counter, printer: Printer):
    printer.set("empty")
    at = counter(documents=printer.uri)
    key = at.ask()
    job = at.until(key, "printing", "paper_empty")
    assert job["text"] == "Принтер ждёт. Нет бумаги"
    waiting.until(lambda: at.printer()["trouble"] == "paper_empty", 10, "the printer to be out of paper")
    assert "Нет бумаги" in at.printer()["text"]
    assert printer.sheets() == []
    printer.set("ready")
    at.until(key, "printed")
    waiting.until(lambda: at.printer()["trouble"] is None, 10, "the printer to be well again")
    assert len(printer.sheets()) == 1


def test_a_second_paper_waits_for_the_first_and_both_are_printed_once(counter, printer: Printer):
    printer.set("slow")
    at = counter(documents=printer.uri)
    first, second = at.ask(), at.ask()
    at.until(first, "printing")
    assert at.job(second)["state"] == "waiting"
    printer.set("ready")
    at.until(second, "printed")
    assert at.job(first)["state"] == "printed"
    assert len(printer.names()) == len(set(printer.names())) == 2


def test_a_printer_at_work_for_somebody_else_is_waited_for(counter, printer: Printer, tmp_path: pathlib.Path):
    page = tmp_path / "foreign.pdf"
    page.write_bytes(b"%PDF-1.4\n%%EOF\n")
    printer.set("slow")
    subprocess.run(
        ["ipptool", "-f", page, printer.uri, "print-job.test"], check=False, capture_output=True, timeout=20
    )
    at = counter(documents=printer.uri)
    key = at.ask()
    assert at.until(key, "waiting", "busy")["text"] == "Ждёт. Принтер занят другой бумагой"
    printer.set("ready")
    at.until(key, "printed")
    assert len([name for name in printer.names() if name.startswith("frontdesk-")]) == 1


def test_a_jam_is_told_in_words_and_the_paper_is_printed_again_only_when_asked(counter, printer: Printer):
    printer.set("jam")
    at = counter(documents=printer.uri)
    key = at.ask()
    job = at.until(key, "failed", "paper_jam")
    assert job["text"] == "Не напечатано. Замятие бумаги"
    assert job["steps"] == ["again", "cancel"]
    printer.set("ready")
    following = at.ask()
    at.until(following, "printed")
    assert len(printer.sheets()) == 1
    at.step(key, "repetition").expect(200)
    at.until(key, "printed")
    assert len(printer.sheets()) == 2


def test_while_it_is_off_papers_are_kept_and_printed_once_it_is_back(counter, printer: Printer):
    printer.switch_off()
    at = counter(documents=printer.uri)
    waiting.until(lambda: at.printer()["trouble"] == "off", 10, "the printer to be known as off")
    assert at.printer()["text"] == "Принтер выключен или не подключён"
    first, second = at.ask(), at.ask()
    assert at.until(first, "waiting", "off")["text"] == "Ждёт. Принтер выключен или не подключён"
    printer.switch_on()
    at.until(first, "printed")
    at.until(second, "printed")
    assert len(printer.sheets()) == 2


def test_a_paper_that_waits_can_be_taken_out(counter, printer: Printer):
    printer.switch_off()
    at = counter(documents=printer.uri)
    key = at.ask()
    at.until(key, "waiting", "off")
    at.step(key, "cancellation").expect(200)
    assert at.job(key)["state"] == "cancelled"
    printer.switch_on()
    at.until(at.ask(), "printed")
    assert len(printer.sheets()) == 1


def test_a_paper_at_the_printer_is_cancelled_there(counter, printer: Printer):
    printer.set("empty")
    at = counter(documents=printer.uri)
    key = at.ask()
    at.until(key, "printing", "paper_empty")
    at.step(key, "cancellation").expect(200)
    # ippeveprinter lets its mechanics finish what they have begun, and calls it cancelled then.
    printer.set("ready")
    at.until(key, "cancelled")


def test_a_printer_that_forgot_a_paper_is_no_proof_of_anything(counter, printer: Printer):
    printer.set("slow")
    at = counter(documents=printer.uri)
    key = at.ask()
    at.until(key, "printing")
    printer.switch_off()
    at.until(key, "printing", "off")
    printer.set("ready")
    # It counts from 1 again, and somebody else's paper gets the number.
    printer.switch_on()
    job = at.until(key, "unknown")
    assert job["text"] == "Напечаталось? Посмотрите в лотке"
    assert job["steps"] == ["confirm", "again", "cancel"]


def test_an_answer_that_is_lost_is_asked_of_the_operator(counter, printer: Printer, line: Line):
    line.cuts = "answer"
    at = counter(documents=line.uri)
    key = at.ask()
    at.until(key, "unknown")
    status = at.client.get("/api/v1/status").expect(200)
    assert (status["print_questions"], status["print_waiting"]) == (1, 0)
    waiting.until(printer.sheets, 10, "the sheet, which nobody told of")
    line.cuts = None
    # Others go on, and nothing is printed a second time.
    at.until(at.ask(), "printed")
    assert len(printer.sheets()) == 2
    assert at.job(key)["state"] == "unknown"
    at.step(key, "confirmation").expect(200)
    assert at.job(key)["state"] == "printed"
    assert at.client.get("/api/v1/status").expect(200)["print_questions"] == 0
    at.step(key, "repetition").expect(409, "print_step_refused")


def test_a_line_that_breaks_in_the_page_is_asked_of_the_operator_too(counter, printer: Printer, line: Line):
    line.cuts = "paper"
    at = counter(documents=line.uri)
    key = at.ask()
    at.until(key, "unknown")
    line.cuts = None
    assert printer.sheets() == []
    at.step(key, "repetition").expect(200)
    at.until(key, "printed")
    assert len(printer.sheets()) == 1


def test_a_role_without_a_printer_is_refused(counter, printer: Printer):
    at = counter(documents=printer.uri)
    at.client.post("/api/v1/printers/tickets/test-page", {}).expect(409, "printer_missing")
    assert at.printer("tickets")["condition"] == "absent"


def test_a_paper_whose_printer_was_taken_away_is_asked_about(counter, printer: Printer):
    printer.set("empty")
    at = counter(documents=printer.uri)
    key = at.ask()
    at.until(key, "printing", "paper_empty")
    at.desk.stop()
    at.desk.settings["print"] = {}
    at.desk.write_config()
    at.start_again()
    at.until(key, "unknown")
    at.step(key, "cancellation").expect(200)


def test_who_decides_about_an_outdated_state_is_told(counter, printer: Printer):
    printer.switch_off()
    at = counter(documents=printer.uri)
    key = at.ask()
    at.until(key, "waiting", "off")
    old = {"version": at.job(key)["version"] - 1}
    at.client.post(f"/api/v1/print-jobs/{key}/cancellation", old).expect(409, "print_job_changed")
