"""«Открыть PDF» on each page that prints a paper, by keyboard alone."""

import pytest
from playwright.sync_api import expect
from screen import Screen, out_of_order
from support import people
from support.client import Client
from support.desk import ADMIN, Desk


@pytest.fixture
def card(reception: Client, chance) -> str:
    return people.registered(reception, chance)["id"]


def opens(screen: Screen, path: str) -> None:
    """Alt+O brings this file in a tab of its own."""
    with screen.context.expect_event(
        "response", lambda answer: answer.url.endswith(path) and answer.request.is_navigation_request()
    ) as answer:
        screen.press("Alt+o")
    assert answer.value.status == 200
    assert answer.value.headers["content-type"] == "application/pdf"
    for tab in screen.context.pages:
        if tab is not screen.page:
            tab.close()


def test_the_card_and_the_sheet_to_read_it_back(screen: Screen, card: str):
    screen.sign_in()
    screen.open_card(card)
    opens(screen, f"/patients/{card}/card.pdf")
    screen.press("Alt+r")
    screen.at("/read-back")
    opens(screen, f"/patients/{card}/read-back.pdf")


def test_a_consent_and_the_blank_forms(screen: Screen, desk: Desk, reception: Client, card: str):
    admin = desk.sign_in(ADMIN)
    text = {"purpose": "processing", "after": 0, "text": "Я согласен."}
    admin.post("/api/v1/consent-texts", text).expect(201)
    sheet = reception.post(f"/api/v1/patients/{card}/consents", {"purpose": "processing"}).expect(201)["id"]
    screen.sign_in()
    screen.open(f"/consent?id={sheet}")
    opens(screen, f"/consents/{sheet}/sheet.pdf")
    screen.open("/blanks")
    opens(screen, "/blanks/walk-in.pdf")
    choices = screen.page.locator("[data-choices] button")
    expect(choices).to_have_count(3)
    for number, path in ((1, "/blanks/day.pdf"), (2, "/blanks/consents/processing/sheet.pdf")):
        choices.nth(number).focus()
        screen.press("Enter")
        opens(screen, path)


def test_the_report_of_a_shift(screen: Screen, reception: Client):
    screen.sign_in()
    screen.open("/shift")
    screen.tab_to("[data-none] [data-open-shift]")
    screen.press("Enter")
    expect(screen.page.locator("[data-close-shift]")).to_be_visible()
    screen.tab_to("[data-close-shift]")
    screen.press("Enter")
    screen.press("Control+Enter")
    expect(screen.page.locator("[data-report]")).to_be_visible()
    opens(screen, "/report.pdf")


def test_why_there_is_no_paper_is_said_on_the_page(screen: Screen, card: str):
    screen.sign_in()
    screen.open_card(card)
    screen.page.route("**/card.pdf", out_of_order)
    with screen.expecting("503"):
        screen.press("Alt+o")
        expect(screen.page.locator("[data-pdf-problem]")).to_have_text("Нет места")
    assert len(screen.context.pages) == 1, "no tab with a text for programs"
