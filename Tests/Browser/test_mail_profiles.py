"""Copies by e-mail, the calendar that their term is counted by, and reading back; by keyboard alone."""

import pytest
from playwright.sync_api import Dialog, expect
from screen import Screen
from support import people
from support.client import Client
from support.desk import ADMIN, Desk

PASSPORT = {
    "kind": "passport", "series": "4510", "number": "123456", "issued_on": "", "issuer": "",
    "department_code": "",
}  # fmt: skip


def offered(desk: Desk, reception: Client, chance) -> tuple[str, str]:
    """A card with an address and a document, and its sheet for copies by e-mail."""
    text = {"purpose": "emailing", "after": 0, "text": "Прошу присылать копии на мою почту."}
    desk.sign_in(ADMIN).post("/api/v1/consent-texts", text).expect(201)
    body = people.walk_in(chance, visit=False, surname="Почтова", email="pochta@mail.example")
    made = reception.post("/api/v1/patients", body).expect(201)
    card = made["patient"]["id"]
    shown = {"document": PASSPORT, "accepted": [], "reason": None}
    reception.post(f"/api/v1/patients/{card}/documents", shown).expect(201)
    sheet = reception.post(f"/api/v1/patients/{card}/consents", {"purpose": "emailing"}).expect(201)
    return card, sheet["id"]


def test_a_mail_profile_goes_from_the_signed_sheet_to_its_confirmation(
    screen: Screen, desk: Desk, reception: Client, chance
):
    card, sheet = offered(desk, reception, chance)
    screen.sign_in()
    screen.open(f"/patient?id={card}#consents")
    panel = screen.page.locator("[data-mail]")
    expect(panel).to_contain_text("Лист напечатан")
    screen.open(f"/consent?id={sheet}")
    screen.press("Alt+Y")
    expect(screen.page.locator(".paper")).to_contain_text("будет подтверждён до")
    due = reception.get("/api/v1/mail-profiles").expect(200)["items"][0]["due"]
    shown = ".".join(reversed(due.split("-")))
    screen.tab_to("[data-card]")
    screen.press("Enter")
    screen.at("/patient")
    expect(panel).to_contain_text(f"Бумага получена: подтвердите до {shown}")
    screen.press("Alt+N")
    dialog = screen.page.locator("#mail-reject")
    expect(dialog).to_be_visible()
    with screen.expecting("422"):
        screen.press("Control+Enter")
        expect(dialog.locator(".summary")).to_be_visible()
    screen.page.locator("#mail-reject-reason").focus()
    screen.type("Подпись не та")
    screen.press("Control+Enter")
    expect(panel).to_contain_text("Отклонён: Подпись не та")
    # The key that confirms does not say that the paper is here again.
    asked = []
    screen.page.on("request", lambda request: asked.append(request.url))
    screen.press("Alt+Y", "Alt+G")
    expect(panel).to_contain_text(f"подтвердите до {shown}")
    assert [url.rsplit("/")[-1] for url in asked if "/mail-profiles/" in url] == ["receipt"]
    # From another tab the first press shows the profile, and does nothing to it.
    screen.open_card(card)
    expect(panel).to_be_hidden()
    screen.press("Alt+Y")
    expect(panel).to_contain_text(f"подтвердите до {shown}")
    screen.press("Alt+Y")
    expect(panel).to_contain_text("Подтверждён, копии посылаем на pochta@mail.example")
    version = reception.get(f"/api/v1/patients/{card}").expect(200)["version"]
    person = people.person(chance, surname="Почтова", email="novaya@mail.example")
    body = {"version": version, "person": person, "accepted": [], "reason": None, "draft": None}
    reception.put(f"/api/v1/patients/{card}", body).expect(200)
    screen.open("/desk")
    attention = screen.page.locator("#attention")
    expect(attention).to_contain_text("1 профиль для копий на электронную почту пора подтвердить")
    attention.locator("a[href='/mail-profiles']").focus()
    screen.press("Enter")
    screen.at("/mail-profiles")
    expect(screen.page.locator("#waiting tbody")).to_contain_text("адрес сменился")
    expect(screen.page.locator("#waiting [data-anchor]").first).to_be_focused()
    screen.press("Enter")
    screen.at("/patient")
    expect(panel).to_contain_text("на карте другой адрес")
    screen.press("Alt+Y")
    expect(panel).to_contain_text("novaya@mail.example")


def test_a_profile_without_an_address_or_a_document_says_what_to_do(
    screen: Screen, desk: Desk, reception: Client, chance
):
    text = {"purpose": "emailing", "after": 0, "text": "Прошу присылать копии."}
    desk.sign_in(ADMIN).post("/api/v1/consent-texts", text).expect(201)
    made = reception.post("/api/v1/patients", people.walk_in(chance, visit=False, email="")).expect(201)
    card = made["patient"]["id"]
    sheet = reception.post(f"/api/v1/patients/{card}/consents", {"purpose": "emailing"}).expect(201)
    reception.post(f"/api/v1/consents/{sheet['id']}/answer", {"version": 1, "given": True}).expect(200)
    screen.sign_in()
    screen.open(f"/patient?id={card}#consents")
    panel = screen.page.locator("[data-mail]")
    expect(panel).to_contain_text("впишите адрес электронной почты")
    expect(panel).to_contain_text("запишите документ")
    with screen.expecting("409"):
        screen.press("Alt+Y")
        expect(panel.locator("[role=alert]")).to_contain_text("не записан адрес")


def test_the_admin_marks_a_year_by_keyboard(screen: Screen, desk: Desk):
    screen.sign_in(ADMIN)
    screen.open("/calendar?year=2027")
    day = screen.page.locator("[data-day]:focus")
    expect(day).to_have_attribute("data-day", "2027-01-01")
    expect(screen.page.locator("#calendar")).to_contain_text("никто не внёс")
    screen.press("PageDown", "ArrowDown", "ArrowRight", "ArrowLeft", "ArrowUp", "End", "Home")
    expect(day).to_have_attribute("data-day", "2027-02-01")
    expect(day).to_have_attribute("aria-pressed", "false")
    screen.press("Space")
    expect(day).to_have_attribute("aria-pressed", "true")
    screen.press("Enter")
    expect(day).to_have_attribute("aria-pressed", "false")
    screen.press("Space", "ArrowLeft", "ArrowLeft")
    expect(day).to_have_attribute("data-day", "2027-01-30")
    screen.press("Space")
    expect(screen.page.locator("[data-marks]")).to_contain_text("30.01.2027 рабочий")
    screen.tab_to("#list")
    screen.type("31.12.2027 – выходной, перенос со 2 января – по-старому, как в 2026-м")
    screen.press("Enter")
    screen.type("вчера")
    # Saving takes the list in by itself, and not by halves.
    screen.press("Control+Enter")
    expect(screen.page.locator("#calendar [role=alert]").first).to_contain_text("вчера")
    expect(screen.page.locator("#list")).to_be_focused()
    expect(screen.page.locator("#list")).to_have_value("вчера")
    expect(screen.page.locator("#calendar [data-when=done]")).to_be_hidden()
    screen.press("Control+A", "Delete", "Control+Enter")
    expect(screen.page.locator("#calendar")).to_contain_text("Год сохранён")
    expect(screen.page.locator("#calendar")).to_contain_text("Переносы внесены")
    days = desk.sign_in(ADMIN).get("/api/v1/calendar?year=2027").expect(200)["days"]
    assert [(one["day"], one["kind"], one["note"]) for one in days] == [
        ("2027-01-30", "working", None),
        ("2027-02-01", "holiday", None),
        # A note has one kind of dash.
        ("2027-12-31", "holiday", "перенос со 2 января - по-старому, как в 2026-м"),
    ]
    with screen.page.expect_request(lambda asked: "year=2026" in asked.url):
        screen.press("Alt+ArrowDown")
    expect(screen.page.locator("#calendar-title")).to_contain_text("2026")


def test_a_list_that_was_put_in_and_not_marked_is_not_left_unasked(screen: Screen):
    screen.as_operator(ADMIN)
    screen.open("/calendar?year=2027")
    screen.tab_to("#list")
    screen.type("31.12.2027 выходной")
    asked = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    screen.page.once("dialog", stay)
    screen.press("Tab", "Escape")
    screen.until(lambda: asked, "the question before leaving")
    assert asked == ["beforeunload"]
    expect(screen.page.locator("#list")).to_have_value("31.12.2027 выходной")


def test_a_day_marked_before_the_other_year_is_here_is_of_the_year_that_is_seen(screen: Screen):
    screen.as_operator(ADMIN)
    screen.open("/calendar?year=2027")
    expect(screen.page.locator("[data-day]:focus")).to_have_attribute("data-day", "2027-01-01")
    held = []
    screen.page.route("**/api/v1/calendar?year=2026", lambda route: held.append(route))
    screen.press("PageDown", "Alt+ArrowDown", "Space")
    expect(screen.page.locator("[data-marks]")).to_contain_text("01.02.2027")
    screen.until(lambda: held, "the other year to be asked for")
    held[0].continue_()
    expect(screen.page.locator("#calendar-title")).to_contain_text("2026")


def test_the_patient_reads_the_card_back_a_slip_is_mended_and_it_is_signed(
    screen: Screen, reception: Client, chance
):
    body = people.walk_in(chance, visit=False, surname="Читаева", note="Не для пациента")
    made = reception.post("/api/v1/patients", body).expect(201)
    card = made["patient"]["id"]
    screen.sign_in()
    screen.open(f"/patient?id={card}")
    line = screen.page.locator("[data-read-back]")
    expect(line).to_contain_text("ещё не проверял")
    screen.press("Alt+R")
    screen.at("/read-back")
    facts = screen.page.locator(".read-back__facts")
    expect(facts).to_contain_text("Читаева")
    expect(screen.page.locator("nav.tasks")).to_be_hidden()
    screen.does_not_see("Не для пациента")
    screen.tab_to("[data-fix=surname]")
    screen.press("Enter")
    screen.at("/patient")
    expect(screen.page.locator("#surname")).to_be_focused()
    screen.page.locator("#surname").select_text()
    screen.type("Чуткова")
    screen.press("Control+Enter")
    screen.at("/read-back")
    expect(facts).to_contain_text("Чуткова")
    expect(screen.page.locator(".paper__head")).to_contain_text("версия 2")
    screen.press("Alt+Y")
    screen.at("/patient")
    expect(line).to_contain_text("Данные проверены пациентом")
    expect(line).to_contain_text("(версия 2)")
    person = people.person(chance, surname="Иначева")
    change = {"version": 2, "person": person, "accepted": [], "reason": None, "draft": None}
    reception.put(f"/api/v1/patients/{card}", change).expect(200)
    screen.open(f"/patient?id={card}")
    expect(line).to_contain_text("изменены после проверки")


@pytest.mark.parametrize("surname", ["Короткова", "Константинопольская-Преображенская"])
def test_the_sheet_to_read_back_is_one_page(screen: Screen, reception: Client, chance, surname: str):
    made = reception.post("/api/v1/patients", people.walk_in(chance, surname=surname)).expect(201)
    card = made["patient"]["id"]
    shown = {"document": PASSPORT, "accepted": [], "reason": None}
    reception.post(f"/api/v1/patients/{card}/documents", shown).expect(201)
    screen.sign_in()
    screen.open(f"/read-back?id={card}")
    expect(screen.page.locator(".read-back__facts")).to_contain_text(surname)
    assert screen.page.pdf().count(b"/Type /Page\n") == 1


def test_the_read_back_screen_locks_with_the_desk(screen: Screen, reception: Client, chance):
    made = reception.post("/api/v1/patients", people.walk_in(chance, surname="Тихонова")).expect(201)
    screen.sign_in()
    screen.open(f"/read-back?id={made['patient']['id']}")
    expect(screen.page.locator(".read-back__facts")).to_contain_text("Тихонова")
    screen.press("Control+Shift+L")
    expect(screen.page.locator("lock-screen dialog")).to_be_visible()
    screen.does_not_see("Тихонова")
