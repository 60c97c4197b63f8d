"""A document's code, scanned anywhere, shows what this desk knows of it; the address is never opened."""

import datetime
import pathlib
import zoneinfo

import pytest
from playwright.sync_api import expect
from screen import Screen
from support import tokens
from support.desk import ADMIN
from test_scanner import Scanner

HOST = "LK.FRONTDESK.INVALID"
DIALOG = "#verdict"


@pytest.fixture
def own(screen: Screen) -> tokens.Desk:
    return tokens.Desk((screen.desk.data / "keys" / "document.key").read_bytes())


@pytest.fixture
def other(screen: Screen, chance) -> tokens.Desk:
    """Another desk, whose papers are believed here."""
    signer = tokens.Desk(chance.randbytes(32))
    line = tokens.key_line(signer.public, "48")
    assert screen.desk.stop() == 0
    screen.desk.run("keys", "import", line, "--by", ADMIN.login, "--name", "Филиал на Лесной")
    screen.desk.start()
    return signer


@pytest.fixture
def scanner(screen: Screen, other: tokens.Desk) -> Scanner:
    screen.sign_in()
    return Scanner(screen)


def code(signer: tokens.Desk, chance, **days: int) -> str:
    today = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Moscow")).date()
    return tokens.url(signer.token(chance, today=tokens.number(today), **days), HOST)


@pytest.mark.parametrize("russian", [False, True], ids=["latin", "russian"])
def test_a_genuine_code_is_told_and_the_field_keeps_what_stood_in_it(
    screen: Screen, scanner: Scanner, other, chance, russian: bool
):
    screen.open("/register?new")
    screen.type("Скан")
    scanner.scan(code(other, chance), russian)
    dialog = screen.page.locator(DIALOG)
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("Документ подлинный, ещё не зарегистрирован в центре.")
    expect(dialog).to_contain_text("Филиал на Лесной, номера 48/…")
    expect(dialog.locator("[data-close]")).to_be_focused()
    expect(screen.page.locator("#surname")).to_have_value("Скан")
    assert screen.violations() == []
    screen.press("Escape")
    expect(dialog).to_be_hidden()
    expect(screen.page.locator("#surname")).to_be_focused()


def test_a_code_scanned_where_no_field_is_opens_the_verdict_and_not_the_search(
    screen: Screen, scanner: Scanner, own, chance
):
    screen.open("/visits")
    screen.page.evaluate("document.activeElement.blur()")
    scanner.scan(code(own, chance, shifted=-30))
    expect(screen.page.locator(DIALOG)).to_contain_text("его срок кончился")
    expect(screen.page.locator("#find")).to_have_value("")


def test_a_code_under_the_own_key_that_the_ledger_does_not_know_is_odd(
    screen: Screen, scanner: Scanner, own, chance
):
    scanner.scan(code(own, chance))
    expect(screen.page.locator(DIALOG)).to_contain_text("в книге выданных документов его нет")
    expect(screen.page.locator(f"{DIALOG} [data-told]")).to_have_attribute("data-meaning", "alert")


def test_one_scan_takes_the_place_of_another(screen: Screen, scanner: Scanner, other, chance):
    genuine = code(other, chance)
    scanner.scan(genuine)
    dialog = screen.page.locator(DIALOG)
    expect(dialog).to_contain_text("Документ подлинный")
    for text, told in {
        genuine[:90]: "Код прочитан не целиком.",
        genuine.replace(HOST, "EVIL.EXAMPLE"): "Код ведёт на чужой адрес evil.example.",
        "https://evil.example/?q=1": "Код ведёт на чужой адрес evil.example.",
        code(tokens.Desk(bytes(32)), chance): "Код подписан столом, которого здесь не знают.",
        genuine[:-30] + ("B" if genuine[-30] == "A" else "A") + genuine[-29:]: "QR не прошёл проверку",
    }.items():
        scanner.scan(text)
        expect(dialog).to_contain_text(told)
        assert not dialog.locator("dl").is_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_verdict_is_read_in_both_themes_and_on_a_narrow_screen(
    screen: Screen, scanner: Scanner, other, chance, theme: str, width: int, request
):
    screen.page.emulate_media(color_scheme=theme)
    screen.page.set_viewport_size({"width": width, "height": 900})
    scanner.scan(code(other, chance))
    expect(screen.page.locator(DIALOG)).to_be_visible()
    assert screen.violations() == []
    wide = screen.page.locator(DIALOG).evaluate("dialog => dialog.scrollWidth - dialog.clientWidth")
    assert wide <= 0
    if folder := request.config.getoption("--pictures"):
        screen.picture(pathlib.Path(folder) / f"verdict-{theme}-{width}.png")
