"""Whoever is registered twice is seen while the form is typed, by keyboard alone."""

from playwright.sync_api import expect
from screen import Screen
from support import people
from support.client import Client

KNOWN = {
    "surname": "Королёв",
    "name": "Пётр",
    "patronymic": "Семёнович",
    "birth_date": "05.03.1987",
    "phone": "8 926 111-22-33",
}


def type_person(screen: Screen, surname: str, born: str) -> None:
    screen.open("/register?new")
    screen.type(surname)
    screen.enter_to("name")
    screen.type("Пётр")
    screen.enter_to("patronymic")
    screen.type("Семёнович")
    screen.enter_to("birth_date")
    screen.type(born)


def test_a_card_alike_is_shown_with_its_reason_and_opened_beside_the_form(
    screen: Screen, reception: Client, chance
):
    known = people.walk_in(chance, visit=False, **KNOWN)
    card = reception.post("/api/v1/patients", known).expect(201)["patient"]["id"]
    screen.sign_in()
    type_person(screen, "Каролев", "05031987")
    row = screen.page.locator("#alike button.alike__one")
    expect(row).to_contain_text("Королёв Пётр Семёнович")
    expect(row).to_contain_text("Фамилия отличается одной опечаткой")
    assert screen.active() == "birth_date", "the cursor stays where she types"
    screen.press("Alt+c", "Enter")
    other = screen.page.locator("#alike .other")
    expect(other).to_be_visible()
    expect(other).to_contain_text("+7 (926) 111-22-33")
    assert screen.violations() == []
    screen.press("Escape")
    expect(other).to_be_hidden()
    expect(row).to_be_focused()
    screen.press("Alt+c")
    assert screen.active() == "birth_date"
    screen.press("Alt+c", "Enter")
    screen.tab_to("#alike [data-go]")
    screen.press("Enter")
    screen.at(f"/patient?id={card}")


def test_nothing_stands_in_the_way_of_registering_somebody_alike(screen: Screen, reception: Client, chance):
    reception.post("/api/v1/patients", people.walk_in(chance, visit=False, **KNOWN)).expect(201)
    screen.sign_in()
    type_person(screen, "Королев", "05031987")
    expect(screen.page.locator("#alike button.alike__one")).to_contain_text("е или ё")
    screen.enter_to("sex")
    screen.press("ArrowRight")
    screen.enter_to("visit_reason")
    screen.type("Приём терапевта")
    screen.press("Control+Enter")
    screen.at("/patient")


def test_a_namesake_is_shown_only_until_the_birth_date_is_typed(screen: Screen, reception: Client, chance):
    reception.post("/api/v1/patients", people.walk_in(chance, visit=False, **KNOWN)).expect(201)
    screen.sign_in()
    type_person(screen, "Королёв", "")
    row = screen.page.locator("#alike button.alike__one")
    expect(row).to_contain_text("дата рождения ещё не введена")
    screen.type("11091951")
    expect(row).to_have_count(0)
    expect(screen.page.locator("#alike [data-hint]")).to_be_visible()


def test_a_number_of_another_card_opens_that_card_beside_the_form(screen: Screen, reception: Client, chance):
    card = people.card_of(reception, chance, surname="Совсемдругая")
    policy = {"kind": "oms", "oms_type": "", "number": "7992730000000007", "insurer": "", "valid_to": ""}
    body = {"policy": policy, "accepted": [], "reason": None}
    reception.post(f"/api/v1/patients/{card}/policies", body).expect(201)
    screen.sign_in()
    screen.open("/register?new")
    screen.tab_to("[name=policy_number]")
    screen.type("7992730000000007")
    screen.press("Tab")
    screen.tab_to(".warning a")
    assert screen.violations() == []
    screen.press("Enter")
    other = screen.page.locator("#alike .other")
    expect(other).to_contain_text("Совсемдругая")
    expect(other.locator("h3")).to_be_focused()
    screen.press("Escape")
    expect(other).to_be_hidden()
    expect(screen.page.locator(".warning a")).to_be_focused()
    expect(screen.page.locator("[name=policy_number]")).to_have_value("79 9273 0000 0000 07".replace(" ", ""))
