"""A scanner types into whatever is on the screen: what it reads lands where it belongs, on either layout."""

import time

import pytest
from playwright.sync_api import expect
from screen import Screen
from support import people
from support.client import Client

POLICY = "2600000000000000"
SNILS = "11223344595"
QUICK, SLOW = 0.008, 0.120
ON_TOP = """(() => {
  const told = document.querySelector("[data-scan]"), place = told.getBoundingClientRect()
  return told.contains(document.elementFromPoint(place.x + place.width / 2, place.y + place.height / 2))
})()"""
RUSSIAN = dict(zip("abcdefghijklmnopqrstuvwxyz", "фисвуапршолдьтщзйкыегмцчня", strict=True))
# What these keys give, plain or with Shift, on either layout.
SIGNS = {
    "#": ("Digit3", True, "#", "№"),
    "-": ("Minus", False, "-", "-"),
    ":": ("Semicolon", True, ":", "Ж"),
    "/": ("Slash", False, "/", "."),
    "?": ("Slash", True, "?", ","),
    ".": ("Period", False, ".", "ю"),
}


class Scanner:
    """Key events as the browser gets them from a device, with the times that the device would have."""

    def __init__(self, screen: Screen):
        self.devtools = screen.context.new_cdp_session(screen.page)
        self.now = time.time()

    def key(self, code: str, key: str, between: float, shift: bool = False, text: str | None = None) -> None:
        self.now += between
        about = {"code": code, "key": key, "modifiers": 8 if shift else 0, "timestamp": self.now}
        if text:
            about |= {"text": text, "unmodifiedText": text}
        kind = "keyDown" if text else "rawKeyDown"
        self.devtools.send("Input.dispatchKeyEvent", {"type": kind, **about})
        self.devtools.send("Input.dispatchKeyEvent", {"type": "keyUp", **about})

    def scan(self, text: str, russian: bool = False, between: float = QUICK, end: str = "Enter") -> None:
        """The places of the keys are those of QWERTY; the letters are what the layout makes of them."""
        # A moment after what a hand has typed.
        self.now = max(self.now, time.time()) + 1
        for sign in text:
            if sign.isdigit():
                self.key(f"Digit{sign}", sign, between, text=sign)
            elif sign in SIGNS:
                code, shift, latin, cyrillic = SIGNS[sign]
                typed = cyrillic if russian else latin
                self.key(code, typed, between, shift=shift, text=typed)
            else:
                typed = RUSSIAN[sign.lower()] if russian else sign.lower()
                typed = typed.upper() if sign.isupper() else typed
                self.key(f"Key{sign.upper()}", typed, between, shift=sign.isupper(), text=typed)
        self.key(end, end, between, text="\r" if end == "Enter" else None)


@pytest.fixture
def scanner(screen: Screen) -> Scanner:
    screen.sign_in()
    return Scanner(screen)


def policy_code(number: int = 2_600_000_000_000_000) -> str:
    """Edition 2 of the code on a paper policy, as hexadecimal text."""
    letters = " .-'0123456789АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЬЪЫЭЮЯ"
    name = "ЁЛКИНА|ГАЛИНА|ПЕТРОВНА"
    bits = "".join(f"{63 if letter == '|' else letters.index(letter):06b}" for letter in name)
    names = int(bits.ljust(51 * 8, "0"), 2).to_bytes(51)
    days = (31_481).to_bytes(2) + (47_481).to_bytes(2)
    return (b"\x02" + number.to_bytes(8) + names + b"\x02" + days + b"\xa5" * 65).hex().upper()


@pytest.mark.parametrize("russian", [False, True], ids=["latin", "russian"])
def test_a_snils_goes_to_its_field_and_out_of_the_one_it_was_typed_into(
    screen: Screen, scanner: Scanner, russian: bool
):
    screen.open("/register?new")
    screen.type("Скан")
    scanner.scan(SNILS, russian)
    expect(screen.page.locator("#snils")).to_have_value("112-233-445 95")
    expect(screen.page.locator("#surname")).to_have_value("Скан")
    expect(screen.page.locator("#snils")).to_be_focused()
    screen.sees("Сканер: заполнено поле «СНИЛС».")
    assert screen.violations() == []


@pytest.mark.parametrize("russian", [False, True], ids=["latin", "russian"])
def test_the_code_of_a_paper_policy_fills_the_form(screen: Screen, scanner: Scanner, russian: bool):
    screen.open("/register?new")
    scanner.scan(policy_code(), russian)
    expect(screen.page.locator("#surname")).to_have_value("Ёлкина")
    expect(screen.page.locator("#name")).to_have_value("Галина")
    expect(screen.page.locator("#patronymic")).to_have_value("Петровна")
    expect(screen.page.locator("#birth_date")).to_have_value("12.03.1986")
    expect(screen.page.locator("[name=sex][value=female]")).to_be_checked()
    expect(screen.page.locator("[data-doubt=surname]")).to_be_visible()


def test_a_policy_finds_its_card_from_anywhere(
    screen: Screen, scanner: Scanner, reception: Client, chance
):
    body = people.walk_in(chance, surname="Полисов", visit=False)
    card = reception.post("/api/v1/patients", body).expect(201)["patient"]["id"]
    policy = {"kind": "oms", "oms_type": "", "number": POLICY, "insurer": "", "valid_to": ""}
    reception.post(
        f"/api/v1/patients/{card}/policies", {"policy": policy, "accepted": [], "reason": None}
    ).expect(201)
    screen.open("/settings")
    scanner.scan(POLICY)
    screen.at(f"/patient?id={card}")


@pytest.mark.parametrize("russian", [False, True], ids=["latin", "russian"])
def test_a_card_opens_by_its_code(
    screen: Screen, scanner: Scanner, reception: Client, chance, russian: bool
):
    made = reception.post("/api/v1/patients", people.walk_in(chance, visit=False)).expect(201)["patient"]
    scanner.scan(f"#{made['card_number']:04}", russian, end="Tab")
    screen.at(f"/patient?id={made['id']}")


def test_a_sheet_that_nobody_has_is_told_of(screen: Screen, scanner: Scanner):
    with screen.expecting("404"):
        scanner.scan("C-999", russian=True)
        expect(screen.page.locator("[data-scan]")).to_contain_text("Лист № 999 не найден")


def test_a_slow_hand_is_no_scanner(screen: Screen, scanner: Scanner):
    screen.open("/register?new")
    scanner.scan(SNILS, between=SLOW)
    expect(screen.page.locator("#surname")).to_have_value(SNILS)
    expect(screen.page.locator("#snils")).to_have_value("")


def test_a_number_whose_check_is_wrong_stays_where_it_was_typed(screen: Screen, scanner: Scanner):
    screen.open("/register?new")
    scanner.scan("11223344596")
    expect(screen.page.locator("[data-scan]")).to_contain_text("не прошёл проверку")
    expect(screen.page.locator("#surname")).to_have_value("11223344596")


def test_nothing_is_read_behind_a_closed_screen(screen: Screen, scanner: Scanner):
    screen.press("Control+Shift+L")
    expect(screen.page.locator("lock-screen dialog")).to_be_visible()
    with screen.expecting("401", "422", "423"):
        scanner.scan(SNILS)
        expect(screen.page.locator("lock-screen [data-unlock] .summary")).to_be_visible()
    expect(screen.page.locator("[data-scan]")).to_be_hidden()


def test_the_digits_of_a_scan_are_no_steps_of_a_visit(screen: Screen, reception: Client, chance):
    reception.post("/api/v1/patients", people.walk_in(chance, surname="Ждущий")).expect(201)
    screen.sign_in()
    screen.sees("Ждущий")
    screen.press("ArrowDown")
    # All at once: between two keys of a scan there is no time for a step.
    screen.page.evaluate(
        """(codes) => {
          for (const code of codes) {
            const about = { code, key: code.slice(-1), bubbles: true, cancelable: true }
            document.activeElement.dispatchEvent(new KeyboardEvent("keydown", about))
          }
        }""",
        [f"Digit{sign}" for sign in SNILS] + ["Enter"],
    )
    expect(screen.page.locator("#find")).to_have_value("112-233-445 95")
    assert reception.get("/api/v1/visits")["items"][0]["state"] == "arrived"


def test_behind_a_dialog_nothing_changes(screen: Screen, scanner: Scanner):
    screen.open("/register?new")
    screen.page.evaluate("document.querySelector('#surname').blur()")
    screen.press("Shift+Slash")
    expect(screen.page.locator("dialog:modal")).to_be_visible()
    scanner.scan(SNILS)
    screen.sees("Сканер: открыто окно.")
    # In the window itself: what stands behind it is neither seen nor read out.
    expect(screen.page.locator("dialog:modal [data-scan]")).to_be_visible()
    assert screen.page.evaluate(ON_TOP)
    assert screen.violations() == []
    expect(screen.page.locator("#snils")).to_have_value("")
    assert screen.page.url.endswith("/register?new")
    screen.press("Escape")
    scanner.scan(SNILS)
    screen.sees("Сканер: заполнено поле «СНИЛС».")


def test_the_open_form_of_a_policy_takes_the_code_and_its_kind(
    screen: Screen, scanner: Scanner, reception: Client, chance
):
    card = people.card_of(reception, chance)
    screen.open_card(card)
    screen.press("Alt+P")
    form = screen.page.locator("#policy-form")
    form.locator("[name=policy_kind]").select_option("dms")
    scanner.scan(policy_code())
    expect(form.locator("[name=policy_number]")).to_have_value("2600 0000 0000 0000")
    expect(form.locator("[name=policy_kind]")).to_have_value("oms")
    expect(form.locator("[data-oms]")).to_be_visible()


def test_a_scan_leaves_a_half_typed_form_behind_as_a_draft(
    screen: Screen, scanner: Scanner, reception: Client, chance
):
    card = people.card_of(reception, chance)
    other = people.registered(reception, chance)
    screen.open_card(card)
    screen.press("Alt+D")
    series = screen.page.locator("#document-form [name=document_series]")
    expect(series).to_be_focused()
    screen.type("45")
    scanner.scan(f"#{other['card_number']:04}")
    screen.at(f"/patient?id={other['id']}")
    kept = reception.get("/api/v1/drafts").expect(200)["items"]
    assert [(one["form"], one["subject"]) for one in kept] == [("document", card)]
    assert kept[0]["content"]["document_series"] == "45"


def test_what_is_half_typed_in_the_one_line_outlives_a_scan(screen: Screen, scanner: Scanner):
    screen.open("/register?new")
    screen.press("Alt+O")
    screen.type("аллергия на")
    scanner.scan(policy_code())
    expect(screen.page.locator("#surname")).to_have_value("Ёлкина")
    expect(screen.page.locator("[name=one_line]")).to_have_value("аллергия на")
