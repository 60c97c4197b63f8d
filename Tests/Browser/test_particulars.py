"""What is known beside the card, the phone confirmed in person, and the list that the admin keeps."""

from playwright.sync_api import expect
from screen import Screen, out_of_order, reload
from support import people
from support.client import Client
from support.desk import ADMIN, Desk


def precinct(desk: Desk, number: str = "7") -> dict:
    place = {"clinic": "Поликлиника № 12", "precinct": number, "kind": "adult"}
    return desk.sign_in(ADMIN).post("/api/v1/attachment-places", place).expect(201).json


def test_what_is_known_beside_a_card_is_written_down_by_keyboard(
    screen: Screen, desk: Desk, reception: Client, chance
):
    precinct(desk)
    made = reception.post("/api/v1/patients", people.walk_in(chance, visit=False)).expect(201)
    card = made["patient"]["id"]
    screen.as_operator()
    screen.open(f"/patient?id={card}")
    facts = screen.page.locator("[data-beside]")
    expect(facts).to_contain_text("нет")
    screen.press("Alt+A")
    expect(screen.page.locator("[name=phone_2]")).to_be_focused()
    expect(screen.page.locator("[name=phone_3]")).to_be_hidden()
    screen.type("9262223344")
    screen.press("Enter")
    screen.type("мама")
    expect(screen.page.locator("[name=phone_3]")).to_be_visible()
    screen.press("Escape")
    expect(screen.page.locator("[name=phone_2]")).to_be_hidden()
    screen.press("Alt+A")
    expect(screen.page.locator("[name=whose_2]")).to_have_value("мама")
    screen.enter_to("inn")
    screen.type("500100732258")
    screen.enter_to("address_registered")
    screen.type("Неблизкая ул., д. 1, кв. 2")
    screen.enter_to("address_same")
    screen.press("Space")
    expect(screen.page.locator("[name=address_actual]")).to_be_disabled()
    screen.enter_to("attachment")
    screen.press("ArrowDown")
    with screen.expecting("422"):
        screen.press("Control+Enter")
        expect(screen.page.locator("[name=inn]")).to_be_focused()
    expect(screen.page.locator("[data-error=inn]")).to_contain_text("59")
    assert screen.violations() == []
    screen.page.locator("[name=inn]").select_text()
    screen.type("500100732259")
    screen.press("Control+Enter")
    expect(facts).to_contain_text("500100732259")
    expect(facts).to_contain_text("+7 (926) 222-33-44 – мама")
    expect(facts).to_contain_text("совпадает с адресом регистрации")
    expect(facts).to_contain_text("Поликлиника № 12, участок 7 (взрослый)")
    expect(screen.page.locator("[data-edit-beside]")).to_be_focused()
    noted = reception.get(f"/api/v1/patients/{card}/particulars").expect(200)
    assert noted["version"] == 1 and noted["attachment"]["precinct"] == "7"


def test_the_second_of_two_is_shown_what_the_first_has_noted(
    screen: Screen, reception: Client, senior: Client, chance
):
    made = reception.post("/api/v1/patients", people.walk_in(chance, visit=False)).expect(201)
    card = made["patient"]["id"]
    screen.as_operator()
    screen.open_card(card)
    screen.press("Alt+A")
    expect(screen.page.locator("[name=phone_2]")).to_be_focused()
    screen.page.locator("[name=address_registered]").fill("Моя улица")
    beside = {"inn": "", "phones": [], "address_registered": "Их улица", "address_actual": "",
              "address_same": False, "attachment": "", "attached_since": ""}  # fmt: skip
    path = f"/api/v1/patients/{card}/particulars"
    senior.put(path, {"version": 0, "particulars": beside}).expect(200)
    with screen.expecting("409"):
        screen.press("Control+Enter")
        expect(screen.page.locator("[data-error=address_registered]")).to_contain_text("Их улица")
    expect(screen.page.locator("[name=address_registered]")).to_have_value("Моя улица")
    screen.press("Control+Enter")
    expect(screen.page.locator("[data-beside]")).to_contain_text("Моя улица")
    # The card alone is read anew: when it was registered is no address.
    screen.page.route(f"**{path}", out_of_order)
    with screen.expecting("503"):
        reload(screen, "/merges")
        expect(screen.page.locator("[data-beside]")).to_contain_text("Моя улица")
    screen.page.unroute_all(behavior="wait")


def test_a_phone_is_confirmed_in_person_until_it_is_changed(screen: Screen, reception: Client, chance):
    made = reception.post("/api/v1/patients", people.walk_in(chance, visit=False)).expect(201)
    screen.as_operator()
    screen.open(f"/patient?id={made['patient']['id']}")
    button = screen.page.locator("[data-confirm]")
    expect(button).to_be_visible()
    screen.press("Alt+K")
    data = screen.page.locator("#panel-data")
    expect(data).to_contain_text("подтверждён лично")
    expect(data).to_contain_text("Стойкина Регина Петровна")
    expect(button).to_be_hidden()
    screen.page.locator("#tab-papers").focus()
    screen.press("Enter")
    expect(screen.page.locator("#panel-papers")).to_contain_text("Телефон подтверждён лично")
    screen.press("Alt+T")
    screen.type("9267654321")
    screen.press("Control+Enter")
    expect(button).to_be_visible()
    expect(data.locator("[data-text=confirmed]")).to_be_hidden()


def test_a_walk_in_keeps_what_stands_in_the_folded_part(screen: Screen, desk: Desk, reception: Client):
    place = precinct(desk)
    screen.as_operator()
    screen.open("/register?new")
    for name, text in {"surname": "Артёмов", "name": "Пётр", "patronymic": "Семёнович",
                       "birth_date": "05.03.1987", "visit_reason": "Приём"}.items():  # fmt: skip
        screen.page.locator(f"[name={name}]").fill(text)
    screen.page.locator("[name=sex]").last.check()
    expect(screen.page.locator("[name=inn]")).to_be_hidden()
    screen.page.locator("#beside summary").focus()
    screen.press("Enter")
    screen.page.locator("[name=inn]").fill("5001007322")
    screen.page.locator("[name=attachment]").select_option(place["id"])
    screen.draft_is_kept()
    screen.page.reload()
    screen.settled()
    expect(screen.page.locator("[name=inn]")).to_have_value("5001007322")
    expect(screen.page.locator("[name=attachment]")).to_have_value(place["id"])
    screen.page.locator("#beside").evaluate("part => { part.open = false }")
    with screen.expecting("422"):
        screen.press("Control+Enter")
        expect(screen.page.locator("[name=inn]")).to_be_focused()
    expect(screen.page.locator("[data-error=inn]")).to_contain_text("организации")
    screen.page.locator("[name=inn]").fill("500100732259")
    screen.press("Control+Enter")
    screen.at("/patient")
    expect(screen.page.locator("[data-beside]")).to_contain_text("500100732259")


def test_the_admin_adds_renames_and_closes_a_precinct(screen: Screen, desk: Desk):
    screen.as_operator(ADMIN)
    screen.open("/settings")
    screen.page.locator("#place-clinic").focus()
    screen.type("Поликлиника № 12")
    screen.press("Enter")
    screen.type("7")
    screen.press("Control+Enter")
    rows = screen.page.locator("#places [data-list] li")
    expect(rows).to_contain_text("Поликлиника № 12, участок 7 (взрослый)")
    expect(screen.page.locator("#place-precinct")).to_be_focused()
    with screen.expecting("422"):
        screen.press("Control+Enter")
        expect(screen.page.locator("#place-precinct-error")).to_be_visible()
    rows.locator("button").focus()
    screen.press("Enter")
    screen.page.locator("#place-precinct").fill("7а")
    screen.tab_to("[name=closed]")
    screen.press("Space")
    screen.press("Control+Enter")
    expect(rows).to_contain_text("участок 7а (взрослый)")
    expect(rows).to_contain_text("закрыт")
    assert screen.violations() == []
