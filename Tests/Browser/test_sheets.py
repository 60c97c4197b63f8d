"""When the computer was dead: blank forms to print, and sheets typed in afterwards; by keyboard alone."""

import datetime

from playwright.sync_api import expect
from screen import Screen
from support import people
from support.client import Client
from support.desk import ADMIN, Desk


def yesterday(client: Client) -> str:
    today = datetime.date.fromisoformat(client.get("/api/v1/status").expect(200)["today"])
    return (today - datetime.timedelta(days=1)).strftime("%d.%m.%Y")


def test_a_sheet_is_typed_in_with_its_true_time_and_the_next_one_keeps_the_day(
    screen: Screen, reception: Client
):
    day = yesterday(reception)
    screen.sign_in()
    screen.press("F2")
    screen.at("/register")
    for name, text in (("surname", "Бумажнова"), ("name", "Анна"), ("patronymic", "Ильинична")):
        screen.enter_to(name)
        screen.type(text)
    screen.enter_to("birth_date")
    screen.type("05031987")
    screen.tab_to("[name=sex]")
    screen.press("Space")
    screen.tab_to("#visit_reason")
    screen.type("Справка")
    screen.tab_to("[name=late]")
    screen.press("Space")
    screen.tab_to("#late_day")
    screen.type(day)
    screen.press("Tab")
    screen.type("9:05")
    screen.press("Tab")
    screen.type("Б-7")
    screen.tab_to("#late_outcome")
    screen.type("Выдана")
    with screen.expecting("422"):
        screen.press("Control+Enter")
        # The desk is of today: the day before must be meant.
        expect(screen.page.locator("#late_day-error")).to_contain_text("Это давно")
    screen.tab_to("[name=late_sure]")
    screen.press("Space", "Control+Enter")
    screen.at("/patient")
    iso = "-".join(reversed(day.split(".")))
    made = reception.get(f"/api/v1/visits?day={iso}").expect(200)["items"][0]
    assert (made["state"], made["outcome"], made["blank"], made["day"]) == ("done", "Выдана", "Б-7", iso)
    assert made["entered_at"] > made["arrived_at"]
    screen.tab_to("[data-done] [data-next]")
    screen.press("Enter")
    screen.at("/register")
    expect(screen.page.locator("#late_day")).to_have_value(day)
    expect(screen.page.locator("[name=late]")).to_be_checked()
    screen.open(f"/visits?day={iso}")
    row = screen.page.locator("visit-list tr[data-row]").first
    expect(row).to_contain_text("09:05")
    expect(row).to_contain_text("внесено позже")


def test_a_visit_ends_with_the_number_of_its_receipt(screen: Screen, reception: Client, chance):
    visit = reception.post("/api/v1/patients", people.walk_in(chance)).expect(201)["visit"]
    reception.post(f"/api/v1/visits/{visit['id']}/service", {"version": 1}).expect(200)
    screen.sign_in()
    screen.press("ArrowDown", "1")
    expect(screen.page.locator("dialog[data-step=outcome]")).to_be_visible()
    screen.type("Принят")
    screen.press("Tab")
    screen.type("ф-15/2")
    screen.press("Control+Enter")
    expect(screen.page.locator("dialog[data-step=outcome]")).to_be_hidden()
    assert reception.get("/api/v1/visits").expect(200)["items"][0]["receipt"] == "Ф-15/2"
    screen.open("/visits")
    expect(screen.page.locator("visit-list tr[data-row]").first).to_contain_text("чек № Ф-15/2")


def test_each_blank_form_is_one_page(screen: Screen, desk: Desk):
    admin = desk.sign_in(ADMIN)
    for purpose in ("processing", "emailing", "insurer", "marketing"):
        text = {"purpose": purpose, "after": 0, "text": "Я согласен, чтобы клиника хранила мои данные.\n" * 9}
        admin.post("/api/v1/consent-texts", text).expect(201)
    screen.sign_in()
    screen.open("/blanks")
    choices = screen.page.locator("[data-choices] button")
    expect(choices).to_have_count(6)
    for number in range(6):
        choices.nth(number).focus()
        screen.press("Enter")
        expect(choices.nth(number)).to_have_attribute("aria-pressed", "true")
        assert screen.page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1, number
    expect(screen.page.locator("article.paper").locator("visible=true")).to_have_count(1)
