"""Two cards of one person are made one and parted again, by keyboard alone."""

import re

from playwright.sync_api import expect
from screen import Screen, out_of_order, reload
from support import people
from support.client import Client

MAIDEN = {"surname": "Девичьева", "name": "Нина", "patronymic": "Ильинична", "birth_date": "05.03.1987",
          "sex": "female", "phone": "8 926 111-22-33", "snils": "", "note": ""}  # fmt: skip
MARRIED = MAIDEN | {"surname": "Замужнева", "phone": "", "note": "Слышит левым ухом"}


def test_two_cards_are_found_compared_and_made_one(screen: Screen, reception: Client, chance):
    first = people.card_of(reception, chance, **MAIDEN)
    second = people.card_of(reception, chance, visit=True, **MARRIED)
    screen.sign_in()
    screen.open(f"/patient?id={second}")
    screen.sees("Замужнева")
    screen.keys = 0
    screen.press("Alt+m")
    screen.at("/merge")
    row = screen.page.locator("#other [data-row]")
    expect(row).to_contain_text("Девичьева Нина")
    assert screen.violations() == []
    screen.press("ArrowDown", "ArrowUp")
    assert screen.active("id") == "other-text"
    screen.press("ArrowDown", "Enter")
    screen.at(f"/merge?card={second}&with={first}")
    screen.sees("Остаётся: карта № 1")
    # The older card stays; what was written later, or only there, is proposed from the other.
    chosen = screen.page.locator("#pair input[value=merged]:checked")
    assert [one.get_attribute("name") for one in chosen.all()] == ["take_surname", "take_note"]
    assert screen.active() == "take_surname"
    # Whoever does not see the columns hears which card a value is of.
    sides = screen.page.locator("[name=take_surname]")
    expect(sides.first).to_have_accessible_description(re.compile("карта № 1"))
    expect(sides.last).to_have_accessible_description(re.compile("карта № 2"))
    screen.press("ArrowLeft", "ArrowDown")
    assert screen.active() == "take_phone"
    screen.press("ArrowUp", "ArrowRight")
    assert screen.violations() == []
    with screen.expecting("422"):
        screen.press("Control+Enter")
        expect(screen.page.locator("#reason")).to_be_focused()
    screen.sees("Заполните это поле")
    screen.tab_to("#reason")
    screen.type("Сменила фамилию")
    screen.press("Control+Enter")
    screen.at(f"/patient?id={first}&done=merged")
    screen.sees("Карты объединены")
    screen.sees("Замужнева Нина Ильинична")
    screen.sees("Сюда влита карта № 2")
    # The visit was opened on the other card, and is served here.
    expect(screen.page.locator("[data-open-visit]")).to_be_visible()
    screen.tab_to("#tab-data")
    for _ in range(8):
        if screen.active() == "tab-visits":
            break
        screen.press("ArrowRight")
    expect(screen.page.locator("#panel-visits tbody tr")).to_contain_text("с карты № 2")


def test_two_open_visits_are_named_and_each_is_one_key_away(screen: Screen, reception: Client, chance):
    first = people.card_of(reception, chance, visit=True, **MAIDEN)
    second = people.card_of(reception, chance, visit=True, **MARRIED)
    screen.sign_in()
    with screen.expecting("409"):
        screen.open(f"/merge?card={first}&with={second}")
        expect(screen.page.locator("[data-ways] a")).to_have_count(2)
    ways = screen.page.locator("[data-ways] a")
    expect(ways.first).to_contain_text("карте № 1")
    expect(ways.first).to_be_focused()
    assert screen.violations() == []
    screen.press("Tab", "Enter")
    screen.at(f"/patient?id={second}")
    expect(screen.page.locator("[data-open-visit]")).to_be_visible()


def test_two_quite_different_people_are_merged_only_by_whoever_is_sure(
    screen: Screen, reception: Client, chance
):
    first = people.card_of(reception, chance, **MAIDEN)
    stranger = {"surname": "Преображенская", "name": "Ольга", "birth_date": "29.07.1951", "phone": ""}
    second = people.card_of(reception, chance, **(MAIDEN | stranger))
    screen.sign_in()
    screen.open(f"/merge?card={first}&with={second}")
    screen.sees("фамилии Девичьева и Преображенская, даты рождения 05.03.1987 и 29.07.1951")
    screen.tab_to("#reason")
    screen.type("Завели дважды")
    with screen.expecting("422"):
        screen.press("Control+Enter")
        expect(screen.page.locator("[name=sure]")).to_be_focused()
    expect(screen.page.locator("#sure-error")).to_contain_text("если убедились, что человек один")
    assert screen.violations() == []
    screen.press("Space", "Control+Enter")
    screen.at(f"/patient?id={first}&done=merged")


def test_a_merged_card_leads_to_the_other_one_and_offers_only_to_part(
    screen: Screen, reception: Client, chance
):
    first = people.card_of(reception, chance, **MAIDEN)
    second = people.card_of(reception, chance, **MARRIED)
    merge(reception, first, second, ["surname"])
    screen.sign_in()
    screen.press("Control+K")
    screen.type("№2")
    option = screen.page.locator("#find-list [role=option]").first
    expect(option).to_contain_text("карта № 1, раньше № 2")
    screen.press("Escape", "Escape")

    screen.open(f"/patient?id={second}")
    screen.sees("с картой № 1. Причина: Завели дважды")
    assert screen.page.evaluate("document.activeElement.textContent") == "Открыть карту № 1"
    expect(screen.page.locator("#visit")).to_be_hidden()
    expect(screen.page.locator("[data-edit]")).to_be_hidden()
    assert screen.violations() == []
    screen.press("Alt+m")
    dialog = screen.page.locator("#part")
    expect(dialog).to_contain_text("Фамилия: Замужнева → Девичьева")
    assert screen.violations() == []
    screen.type("Это мать и дочь")
    screen.press("Control+Enter")
    screen.at(f"/patient?id={second}&done=parted")
    screen.sees("Карты разъединены")
    expect(screen.page.locator("[data-edit]")).to_be_visible()
    assert reception.get(f"/api/v1/patients/{first}")["surname"] == "Девичьева"


def test_a_merged_card_shows_its_data_whichever_tab_was_named(screen: Screen, reception: Client, chance):
    first = people.card_of(reception, chance, **MAIDEN)
    second = people.card_of(reception, chance, **MARRIED)
    merge(reception, first, second, ["surname"])
    screen.sign_in()
    screen.open(f"/patient?id={second}#family")
    screen.sees("с картой № 1. Причина: Завели дважды")
    expect(screen.page.locator("#panel-data")).to_be_visible()
    expect(screen.page.locator("#panel-family")).to_be_hidden()
    screen.tab_to("#tab-data")


def test_a_colleague_who_merges_the_card_does_not_take_the_hand_away(
    screen: Screen, reception: Client, chance
):
    first = people.card_of(reception, chance, **MAIDEN)
    second = people.card_of(reception, chance, **MARRIED)
    screen.sign_in()
    screen.open_card(second)
    screen.press("Alt+T")
    assert screen.active() == "phone"
    merge(reception, first, second, ["surname"])
    reload(screen, "/merges")
    screen.sees("с картой № 1. Причина: Завели дважды")
    assert screen.active() == "phone"


def test_a_quick_enter_goes_to_what_was_typed_and_not_to_what_was_there(
    screen: Screen, reception: Client, chance
):
    here = people.card_of(reception, chance, **MAIDEN)
    alike = people.card_of(reception, chance, **MARRIED)
    meant = people.card_of(reception, chance, surname="Тихомирова", name="Вера", birth_date="11.12.1951")
    screen.sign_in()
    screen.open(f"/merge?card={here}")
    row = screen.page.locator("#other [data-row]")
    expect(row).to_have_attribute("data-row", alike)
    screen.type("тихомирова")
    screen.press("Enter")
    expect(screen.page.locator("#other :focus")).to_contain_text("Тихомирова")
    screen.press("Enter")
    screen.at(f"/merge?card={here}&with={meant}")


def test_a_silent_program_leaves_no_blank_page(screen: Screen, reception: Client, chance):
    here = people.card_of(reception, chance, **MAIDEN)
    screen.sign_in()
    with screen.expecting("503"):
        screen.page.route(f"**/api/v1/patients/{here}", out_of_order)
        screen.open(f"/merge?card={here}")
        expect(screen.page.locator("#other-error")).to_be_visible()
        assert screen.active("id") == "other-text"
    screen.page.unroute_all(behavior="wait")
    screen.page.evaluate("document.dispatchEvent(new CustomEvent('desk:answers'))")
    expect(screen.page.locator("#other .panel")).to_contain_text("Девичьева")
    with screen.expecting("503"):
        screen.page.route("**/api/v1/attachment-places", out_of_order)
        screen.open(f"/patient?id={here}")
        screen.sees("Девичьева")
        screen.press("Alt+A")
        expect(screen.page.locator("[data-confirm-problem]")).to_be_visible()
    screen.page.unroute_all(behavior="wait")


def test_what_was_corrected_since_stays_and_the_dialog_says_so(screen: Screen, reception: Client, chance):
    first = people.card_of(reception, chance, **MAIDEN)
    second = people.card_of(reception, chance, **MARRIED)
    merge(reception, first, second, ["surname", "note"])
    corrected = {"version": 2, "person": person(chance, MARRIED | {"surname": "Третьякова"}),
                 "accepted": [], "reason": None, "draft": None}  # fmt: skip
    reception.put(f"/api/v1/patients/{first}", corrected).expect(200)
    screen.sign_in()
    screen.open_card(second)
    screen.press("Alt+m")
    dialog = screen.page.locator("#part")
    expect(dialog).to_contain_text("исправлено после объединения: «Фамилия»")
    expect(dialog).to_contain_text("Примечание: Слышит левым ухом → нет")


def test_why_cards_were_not_parted_is_told_though_nothing_more_can_be_read(
    screen: Screen, reception: Client, chance
):
    first = people.card_of(reception, chance, **MAIDEN)
    second = people.card_of(reception, chance, **MARRIED)
    merge(reception, first, second, ["surname"])
    screen.sign_in()
    screen.open_card(second)
    screen.press("Alt+m")
    dialog = screen.page.locator("#part")
    expect(dialog).to_contain_text("Фамилия: Замужнева → Девичьева")
    corrected = {"version": 2, "person": person(chance, MARRIED | {"surname": "Третьякова"}),
                 "accepted": [], "reason": None, "draft": None}  # fmt: skip
    reception.put(f"/api/v1/patients/{first}", corrected).expect(200)
    screen.page.route(re.compile(r"/api/v1/merges/[^/]+$"), out_of_order)
    screen.type("Это мать и дочь")
    with screen.expecting("409", "503"):
        screen.press("Control+Enter")
        expect(dialog.locator(".summary")).to_contain_text("Карту уже изменили")
    screen.page.unroute_all(behavior="wait")


def test_a_card_changed_meanwhile_is_shown_anew_before_anything_is_made_one(
    screen: Screen, reception: Client, chance
):
    first = people.card_of(reception, chance, **MAIDEN)
    second = people.card_of(reception, chance, **MARRIED)
    screen.sign_in()
    screen.open(f"/merge?card={first}&with={second}")
    screen.tab_to("#reason")
    screen.type("Одна и та же")
    corrected = {"version": 1, "person": person(chance, MARRIED | {"surname": "Третьякова"}),
                 "accepted": [], "reason": None, "draft": None}  # fmt: skip
    reception.put(f"/api/v1/patients/{second}", corrected).expect(200)
    with screen.expecting("409"):
        screen.press("Control+Enter")
        screen.sees("Карту уже изменили")
    expect(screen.page.locator("[data-field=surname]")).to_contain_text("Третьякова")
    screen.press("Control+Enter")
    screen.at(f"/patient?id={first}&done=merged")


def test_what_was_chosen_by_hand_outlives_turning_the_cards_round(screen: Screen, reception: Client, chance):
    first = people.card_of(reception, chance, **MAIDEN)
    second = people.card_of(reception, chance, **MARRIED)
    screen.sign_in()
    screen.open(f"/merge?card={first}&with={second}")
    assert screen.active() == "take_surname"
    # The surname of the first card, against what is proposed.
    screen.press("ArrowLeft", "Alt+x")
    screen.sees("Остаётся: карта № 2")
    chosen = screen.page.locator("[data-field=surname] label:has(input:checked)")
    expect(chosen).to_contain_text("Девичьева")
    screen.tab_to("#reason")
    screen.type("Одна и та же")
    asked = []

    def stay(dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    screen.page.once("dialog", stay)
    screen.press("Escape")
    screen.until(lambda: asked, "the question before leaving")
    assert asked == ["beforeunload"]
    expect(screen.page.locator("#reason")).to_have_value("Одна и та же")
    screen.press("Control+Enter")
    screen.at(f"/patient?id={second}&done=merged")
    screen.sees("Девичьева Нина Ильинична")


def test_where_nothing_differs_the_cursor_is_in_the_reason(screen: Screen, reception: Client, chance):
    first = people.card_of(reception, chance, **MAIDEN)
    second = people.card_of(reception, chance, **MAIDEN)
    screen.sign_in()
    screen.open(f"/merge?card={first}&with={second}")
    expect(screen.page.locator("#reason")).to_be_focused()


def test_two_who_are_being_served_are_refused_with_both_visits(screen: Screen, reception: Client, chance):
    first = people.card_of(reception, chance, visit=True, **MAIDEN)
    second = people.card_of(reception, chance, visit=True, **MARRIED)
    screen.sign_in()
    with screen.expecting("409"):
        screen.open(f"/merge?card={first}&with={second}")
        screen.sees("Визит № 2 на карте № 2")
    screen.press("Escape")
    screen.at(f"/patient?id={first}")


def test_what_stands_beside_the_merged_card_and_its_death_are_seen_at_the_other(
    screen: Screen, reception: Client, chance
):
    first = people.card_of(reception, chance, **MAIDEN)
    second = people.card_of(reception, chance, **MARRIED)
    beside = {"inn": "500100732259", "phones": [], "address_registered": "Неблизкая ул., д. 1",
              "address_actual": "", "address_same": True, "attachment": "", "attached_since": ""}  # fmt: skip
    path = f"/api/v1/patients/{second}/particulars"
    reception.put(path, {"version": 0, "particulars": beside}).expect(200)
    death = {"date": "11.11.2020", "basis": "words", "details": "сын"}
    reception.post(f"/api/v1/patients/{second}/death", death).expect(201)
    screen.sign_in()
    screen.open(f"/merge?card={first}&with={second}")
    screen.sees("На карте № 2 отмечена смерть 11.11.2020")
    assert screen.violations() == []
    screen.tab_to("#reason")
    screen.type("Сменила фамилию")
    screen.press("Control+Enter")
    screen.at(f"/patient?id={first}&done=merged")
    screen.sees("Умерла 11.11.2020")
    facts = screen.page.locator("[data-beside]")
    expect(facts).to_contain_text("500100732259 (с карты № 2)")
    expect(facts).to_contain_text("Неблизкая ул., д. 1 (с карты № 2)")
    assert screen.violations() == []


def test_a_child_and_the_mother_are_not_made_one(screen: Screen, reception: Client, chance):
    first = people.card_of(reception, chance, **MAIDEN)
    second = people.card_of(reception, chance, **MARRIED | {"birth_date": "05.03.2020"})
    link = {"other": first, "represents": True, "role": "guardian", "word": "", "valid_until": "",
            "basis": "Решение № 5"}  # fmt: skip
    reception.post(f"/api/v1/patients/{second}/family", link).expect(201)
    screen.sign_in()
    with screen.expecting("409"):
        screen.open(f"/merge?card={first}&with={second}")
        screen.sees("Человек не может представлять сам себя")


def person(chance, fields: dict) -> dict:
    return people.walk_in(chance, visit=False, **fields)["person"]


def merge(client: Client, kept: str, merged: str, taken: list[str]) -> None:
    body = {"kept": kept, "kept_version": 1, "merged": merged, "merged_version": 1, "taken": taken,
            "reason": "Завели дважды"}  # fmt: skip
    client.post("/api/v1/merges", body).expect(201)
