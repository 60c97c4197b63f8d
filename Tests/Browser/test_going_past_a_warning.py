"""On a card that exists a warning is gone past as on a new one: read, ticked, and explained where asked."""

from playwright.sync_api import Page, expect
from screen import Screen
from support import people
from support.client import Client
from support.desk import ADMIN, Desk


def go_past(screen: Screen, page: Page, form: str, code: str, why: str) -> None:
    """From the refusal to the answer, with keys alone."""
    with screen.expecting("422"):
        screen.press("Control+Enter")
        expect(page.locator(f"{form} [data-accepts={code}]")).to_be_focused()
    screen.press("Space", "Enter")
    expect(page.locator(f"{form} [data-reason]")).to_be_focused()
    screen.type(why)
    expect(page.locator(f"{form} [data-reason]")).to_have_value(why)
    screen.press("Control+Enter")
    expect(page.locator(form)).to_be_hidden()


def test_a_passport_of_another_card_is_noted_with_the_reason(screen: Screen, reception: Client, chance):
    passport = {"kind": "passport", "series": "4510", "number": "123456", "issued_on": "", "issuer": "",
                "department_code": ""}  # fmt: skip
    body = {"document": passport, "accepted": [], "reason": None}
    reception.post(f"/api/v1/patients/{people.card_of(reception, chance)}/documents", body).expect(201)
    card = people.card_of(reception, chance)
    screen.as_operator()
    screen.open_card(card)
    screen.press("Alt+D")
    expect(screen.page.locator("#document-series")).to_be_focused()
    screen.type("4510")
    screen.press("Enter")
    screen.type("123456")
    go_past(screen, screen.page, "#document-form", "paper_shared", "Карту завели дважды")
    screen.sees("45 10 123456")
    # Nothing is half typed any more: going away keeps no draft.
    screen.open("/desk")
    assert screen.desk_drafts() == 0


def test_a_tax_number_is_noted_with_the_reason(screen: Screen, desk: Desk, reception: Client, chance):
    admin = desk.sign_in(ADMIN)
    now = admin.get("/api/v1/strictness").expect(200)
    refusing = [one["code"] for one in now["checks"] if one["severity"] == "error"]
    softer = {"version": now["version"], "refusing": [code for code in refusing if code != "inn_control"]}
    admin.put("/api/v1/strictness", softer).expect(200)
    card = people.card_of(reception, chance)
    screen.as_operator()
    screen.open_card(card)
    screen.press("Alt+A")
    expect(screen.page.locator("#beside [name=phone_2]")).to_be_focused()
    screen.tab_to("#beside [name=inn]")
    screen.type("500100732258")
    go_past(screen, screen.page, "#beside", "inn_control", "Так в документе")
    expect(screen.page.locator("[data-beside]")).to_contain_text("500100732258")
    screen.open("/desk")
    assert screen.desk_drafts() == 0


def test_another_value_is_another_question(screen: Screen, reception: Client, chance):
    policy = {"kind": "oms", "oms_type": "", "number": "7992730000000007", "insurer": "", "valid_to": ""}
    body = {"policy": policy, "accepted": [], "reason": None}
    reception.post(f"/api/v1/patients/{people.card_of(reception, chance)}/policies", body).expect(201)
    card = people.card_of(reception, chance)
    screen.as_operator()
    screen.open_card(card)
    screen.press("Alt+P")
    expect(screen.page.locator("#policy-number")).to_be_focused()
    screen.type("7992730000000007")
    tick = screen.page.locator("#policy-form [data-accepts=paper_shared]")
    with screen.expecting("422"):
        screen.press("Control+Enter")
        expect(tick).to_be_focused()
    screen.press("Space")
    screen.page.locator("#policy-number").focus()
    screen.press("End", "Backspace")
    expect(tick).to_have_count(0)
