"""The page of printers and papers, by keyboard alone."""

import pytest
from playwright.sync_api import expect
from screen import Screen
from support import waiting
from support.desk import ADMIN, Desk
from support.printer import Line, Printer


@pytest.fixture
def desk(sleeping_desk: Desk, line: Line) -> Desk:
    sleeping_desk.settings["print"] = {"documents": line.uri}
    sleeping_desk.write_config()
    return sleeping_desk.start()


def state(screen: Screen, row: int = 0):
    return screen.page.locator("#printing tbody tr").nth(row).locator("[data-text=text]")


def strip(screen: Screen, part: str = "printer"):
    return screen.page.locator(f"status-strip [data-part={part}]")


def test_out_of_paper_the_operator_sees_why_it_waits_and_that_it_has_printed(
    screen: Screen, printer: Printer
):
    printer.set("empty")
    screen.sign_in()
    expect(strip(screen)).to_contain_text("Принтер готов")
    screen.press("Alt+Q")
    screen.at("/printing")
    expect(screen.page.locator("[data-role=documents] [data-test]")).to_be_focused()
    screen.press("Enter")
    expect(state(screen)).to_have_text("Принтер ждёт. Нет бумаги", timeout=20_000)
    expect(strip(screen)).to_contain_text("Нет бумаги", timeout=20_000)
    expect(strip(screen, "print")).to_contain_text("В очереди печати: 1")
    assert screen.violations() == []
    printer.set("ready")
    expect(state(screen)).to_have_text("Напечатано", timeout=20_000)
    expect(strip(screen)).to_have_text("Принтер готов", timeout=20_000)
    assert len(printer.sheets()) == 1


def test_whether_it_printed_is_asked_and_answered_by_a_key(screen: Screen, printer: Printer, line: Line):
    line.cuts = "answer"
    screen.sign_in()
    screen.open("/printing")
    screen.tab_to("[data-test]")
    screen.press("Enter")
    expect(state(screen)).to_have_text("Напечаталось? Посмотрите в лотке", timeout=20_000)
    line.cuts = None
    expect(strip(screen, "print")).to_have_text("Напечаталось? (1)", timeout=20_000)
    screen.open("/desk")
    attention = screen.page.locator("#attention")
    expect(attention).to_contain_text("Напечаталось?")
    attention.locator("a[href='/printing']").focus()
    screen.press("Enter")
    screen.at("/printing")
    expect(screen.page.locator("#printing tbody [data-anchor]").first).to_be_focused()
    assert screen.violations() == []
    waiting.until(printer.sheets, 10, "the sheet that the desk was not told of")
    screen.press("Digit1")
    expect(state(screen)).to_have_text("Напечатано")
    expect(strip(screen, "print")).to_be_hidden()
    assert len(printer.sheets()) == 1


def test_a_paper_that_did_not_come_out_is_printed_again_by_a_key(
    screen: Screen, printer: Printer, line: Line
):
    line.cuts = "paper"
    screen.sign_in()
    screen.open("/printing")
    screen.tab_to("[data-test]")
    screen.press("Enter")
    expect(state(screen)).to_have_text("Напечаталось? Посмотрите в лотке", timeout=20_000)
    line.cuts = None
    screen.tab_to("#printing tbody [data-anchor]")
    screen.press("Digit2")
    expect(state(screen)).to_have_text("Напечатано", timeout=20_000)
    assert len(printer.sheets()) == 1


def test_a_printer_that_is_off_is_said_to_be_off_and_what_waits_can_be_taken_out(
    screen: Screen, printer: Printer, line: Line
):
    line.close()
    printer.switch_off()
    screen.sign_in(ADMIN)
    screen.open("/printing")
    screen.tab_to("[data-test]")
    screen.press("Enter")
    expect(state(screen)).to_have_text("Ждёт. Принтер выключен или не подключён", timeout=20_000)
    expect(strip(screen)).to_have_text("Принтер выключен или не подключён", timeout=20_000)
    screen.tab_to("#printing tbody [data-anchor]")
    screen.press("Digit3")
    expect(state(screen)).to_have_text("Отменено")
    assert printer.sheets() == []


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_is_whole_on_a_phone_too(
    new_screen, printer: Printer, line: Line, width: int, language: str
):
    screen = new_screen(width=width, height=800)
    screen.speak(language)
    printer.set("jam")
    screen.sign_in()
    screen.open("/printing")
    for number in (1, 2):
        screen.page.locator("[data-test]").first.focus()
        screen.press("Enter")
        expect(screen.page.locator("#printing tbody tr")).to_have_count(number)
        line.cuts = "answer"
    expect(strip(screen, "print")).to_be_visible(timeout=20_000)
    assert screen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert screen.violations() == []
