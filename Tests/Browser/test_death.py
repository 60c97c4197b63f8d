"""A person who died: noted, what stops then, and a mistake struck; by keyboard alone."""

from playwright.sync_api import expect
from screen import Screen
from support import people
from support.client import Client
from support.desk import SENIOR

LONGEST = {"surname": "Константинопольская-Преображенская", "name": "Александра",
           "patronymic": "Вениаминовна", "sex": "female", "birth_date": "05.04.1940"}  # fmt: skip


def test_a_death_is_noted_stops_the_desk_and_a_senior_strikes_a_mistake(
    screen: Screen, new_screen, reception: Client, chance
):
    body = people.walk_in(chance, **LONGEST)
    card = reception.post("/api/v1/patients", body).expect(201)["patient"]["id"]
    screen.sign_in()
    screen.open(f"/patient?id={card}")
    expect(screen.page.locator("[data-open-visit]")).to_be_visible()
    screen.tab_to("[data-note-death]")
    screen.press("Enter")
    dialog = screen.page.locator("#death")
    expect(dialog).to_contain_text("Константинопольская-Преображенская Александра Вениаминовна")
    screen.type("11112020")
    screen.press("Enter", "Enter")
    screen.type("12")
    with screen.expecting("422"):
        screen.press("Control+Enter")
        expect(dialog.locator("#death-details-error")).to_contain_text("Серия свидетельства")
    assert screen.violations() == []
    screen.page.locator("#death-details").select_text()
    screen.type("II-МЮ 123456")
    screen.press("Control+Enter")
    banner = screen.page.locator(".passed")
    expect(banner.locator("p")).to_be_focused()
    expect(banner).to_contain_text("Умерла 11.11.2020, 80 лет")
    expect(banner).to_contain_text("свидетельство о смерти: II-МЮ № 123456")
    expect(banner.locator("[data-strike-death]")).to_be_hidden()
    expect(screen.page.locator("#visit")).to_be_hidden()
    assert screen.violations() == []
    screen.page.locator("#tab-visits").focus()
    screen.press("Enter")
    expect(screen.page.locator("#panel-visits")).to_contain_text("Отмечена смерть")
    screen.page.locator("#tab-family").focus()
    screen.press("Enter")
    screen.sees("Человек умер: новых связей и согласий уже не записать, визит – только с бумаги.")
    screen.press("/")
    screen.type("константинопольская")
    expect(screen.page.locator("#find-list")).to_contain_text("умерла")
    boss = new_screen()
    boss.sign_in(SENIOR)
    boss.open(f"/patient?id={card}")
    boss.tab_to("[data-strike-death]")
    boss.press("Enter")
    boss.type("Однофамилица")
    boss.press("Control+Enter")
    expect(boss.page.locator(".passed")).to_be_hidden()
    expect(boss.page.locator("#visit form")).to_be_visible()
    told = boss.page.locator("[data-done=struck]")
    expect(told).to_have_text("Отметка о смерти вычеркнута.")
    expect(told).to_be_focused()


def test_a_struck_note_says_for_whom_the_person_stands_again(new_screen, reception: Client, chance):
    mother = people.card_of(reception, chance, **LONGEST)
    child = people.card_of(reception, chance, surname="Преображенский", name="Лев", patronymic="Ильич",
                           sex="male", birth_date="12.03.2020")  # fmt: skip
    link = {"other": child, "represents": False, "role": "guardian", "word": "", "valid_until": "",
            "basis": "Решение № 5"}  # fmt: skip
    reception.post(f"/api/v1/patients/{mother}/family", link).expect(201)
    death = {"date": "11.11.2020", "basis": "words", "details": "сын"}
    reception.post(f"/api/v1/patients/{mother}/death", death).expect(201)
    boss = new_screen()
    boss.sign_in(SENIOR)
    boss.open_card(mother)
    boss.tab_to("[data-strike-death]")
    boss.press("Enter")
    expect(boss.page.locator("#strike-death")).to_contain_text(
        "Снова будет представлять: Преображенский Лев Ильич, 12.03.2020."
    )
    assert boss.violations() == []
    boss.type("Однофамилица")
    boss.press("Control+Enter")
    told = boss.page.locator("[data-done=struck]")
    expect(told).to_contain_text("Снова представляет: Преображенский Лев Ильич, 12.03.2020.")
    expect(told).to_be_focused()
    assert boss.violations() == []
    boss.page.locator("#tab-family").focus()
    boss.press("Enter")
    expect(boss.page.locator("[data-list=represented] .state").first).to_contain_text("действует")


def test_a_sheet_of_the_last_day_is_typed_in_after_the_death_was_noted(
    screen: Screen, reception: Client, chance
):
    card = people.card_of(reception, chance, **LONGEST)
    death = {"date": "11.11.2020", "basis": "words", "details": "сын"}
    reception.post(f"/api/v1/patients/{card}/death", death).expect(201)
    screen.sign_in()
    screen.open_card(card)
    expect(screen.page.locator("#visit")).to_be_hidden()
    screen.press("Alt+V")
    expect(screen.page.locator("#visit_reason")).to_be_focused()
    screen.type("Справка")
    screen.tab_to("#late_day")
    screen.type("12112020")
    screen.press("Tab")
    screen.type("9:05")
    screen.tab_to("#late_outcome")
    screen.type("Выдана")
    assert screen.violations() == []
    with screen.expecting("409"):
        screen.press("Control+Enter")
        screen.sees("человек умер 11.11.2020")
    screen.page.locator("#late_day").select_text()
    screen.type("11112020")
    with screen.expecting("422"):
        screen.press("Control+Enter")
        expect(screen.page.locator("#late_day-error")).to_contain_text("Это давно")
    screen.tab_to("[name=late_sure]")
    screen.press("Space", "Control+Enter")
    screen.page.locator("#tab-visits").focus()
    screen.press("Enter")
    expect(screen.page.locator("#panel-visits")).to_contain_text("Выдана")
