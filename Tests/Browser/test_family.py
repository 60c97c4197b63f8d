"""Family and representatives: by keyboard alone."""

import pathlib
from urllib.parse import unquote

import pytest
from playwright.sync_api import Route, expect
from screen import Screen, out_of_order, reload
from support import people
from support.client import Client
from support.desk import ADMIN, SENIOR, Desk

CHILD = {"surname": "Ромашкин", "name": "Лев", "patronymic": "Ильич", "birth_date": "12.03.2020"}
MOTHER = {"surname": "Ромашкина", "name": "Анна", "patronymic": "Петровна", "sex": "female",
          "birth_date": "05.04.1990"}  # fmt: skip
LONGEST = {"surname": "Константинопольская-Преображенская", "name": "Александра",
           "patronymic": "Вениаминовна", "sex": "female", "birth_date": "05.04.1940"}  # fmt: skip


def note_certificate(client: Client, child: str) -> None:
    paper = {"kind": "birth_certificate", "series": "II-МЮ", "number": "123456", "issued_on": "",
             "issuer": "", "department_code": ""}  # fmt: skip
    body = {"document": paper, "accepted": [], "reason": None}
    client.post(f"/api/v1/patients/{child}/documents", body).expect(201)


def link_by(client: Client, child: str, other: str, *, role: str, word: str = "", basis: str = "") -> str:
    body = {"other": other, "represents": True, "role": role, "word": word, "valid_until": "",
            "basis": basis}  # fmt: skip
    return client.post(f"/api/v1/patients/{child}/family", body).expect(201)["id"]


def make_mother(client: Client, child: str, mother: str) -> str:
    basis = "свидетельство о рождении II-МЮ № 123456"
    return link_by(client, child, mother, role="parent", basis=basis)


def test_a_mother_is_found_and_linked_by_the_certificate_that_was_shown(
    screen: Screen, reception: Client, chance
):
    child, mother = people.card_of(reception, chance, **CHILD), people.card_of(reception, chance, **MOTHER)
    note_certificate(reception, child)
    screen.sign_in()
    screen.open(f"/patient?id={child}")
    expect(screen.page.locator(".age-hint")).to_contain_text("попросите свидетельство о рождении")
    expect(screen.page.locator("[data-missing]")).to_contain_text("представитель")
    screen.press("Alt+F")
    expect(screen.page.locator("#family-other")).to_be_focused()
    screen.press("Control+Enter")
    expect(screen.page.locator("#family-other-error")).to_contain_text("Сначала найдите человека")
    screen.type("ромашкина")
    expect(screen.page.locator("#family-found [role=option]")).to_have_count(1)
    assert screen.violations() == []
    screen.press("Enter")
    expect(screen.page.locator("#family-role")).to_be_focused()
    expect(screen.page.locator("#family-other")).to_have_value("Ромашкина Анна Петровна, 05.04.1990")
    screen.press("Alt+B")
    expect(screen.page.locator("#family-basis")).to_have_value("свидетельство о рождении II-МЮ № 123456")
    screen.press("Control+Enter")
    mothers = screen.page.locator("[data-list=representatives]")
    expect(mothers).to_contain_text("Ромашкина Анна Петровна")
    expect(mothers).to_contain_text("до 11.03.2038")
    expect(screen.page.locator("[data-missing]")).not_to_contain_text("представитель")
    assert screen.violations() == []
    with screen.expecting("409"):
        screen.press("Alt+F")
        screen.type("ромашкина")
        expect(screen.page.locator("#family-found [role=option]")).to_have_count(1)
        screen.press("Enter", "Control+Enter")
        expect(screen.page.locator("#family-form .summary")).to_contain_text("уже записан представителем")
    screen.press("Escape")
    expect(screen.page.locator("#family-form")).to_be_hidden()
    screen.open(f"/patient?id={mother}#family")
    expect(screen.page.locator("[data-list=represented]")).to_contain_text("Ромашкин Лев Ильич")
    screen.page.locator("[data-list=represented] [data-end]").focus()
    screen.press("Enter")
    screen.type("Лишена родительских прав")
    screen.press("Control+Enter")
    expect(screen.page.locator("[data-list=represented]")).to_contain_text("Лишена родительских прав")


def test_a_relative_is_registered_with_what_the_family_shares_and_linked(
    screen: Screen, reception: Client, chance
):
    mother = people.card_of(reception, chance, **MOTHER, phone="8 926 111-22-33")
    screen.sign_in()
    screen.open(f"/patient?id={mother}#family")
    screen.tab_to("[data-relative]")
    screen.press("Enter")
    screen.at("/register")
    expect(screen.page.locator("#surname")).to_have_value("Ромашкина")
    expect(screen.page.locator("#phone")).to_have_value("+7 (926) 111-22-33")
    screen.type("Ромашкин")
    screen.enter_to("name")
    screen.type("Лев")
    screen.enter_to("patronymic")
    screen.type("Ильич")
    screen.enter_to("birth_date")
    screen.type("12032020")
    screen.enter_to("sex")
    expect(screen.page.locator("[data-age-hint]")).to_contain_text("Нужен представитель")
    screen.press("ArrowRight")
    screen.page.locator("[name=with_visit]").focus()
    screen.press("Space", "Control+Enter")
    screen.at("/patient")
    expect(screen.page.locator("#family-other")).to_have_value("Ромашкин Лев Ильич, 12.03.2020")
    expect(screen.page.locator("#family-title")).to_contain_text("кого представляет")
    assert "Ромашкин" not in unquote(screen.page.url)
    screen.page.locator("#family-basis").focus()
    screen.type("свидетельство о рождении II-МЮ 123456")
    screen.press("Control+Enter")
    expect(screen.page.locator("[data-list=represented]")).to_contain_text("Ромашкин Лев Ильич")


def test_what_is_typed_before_the_family_is_read_stays(screen: Screen, reception: Client, chance):
    mother = people.card_of(reception, chance, **MOTHER)
    held: list[Route] = []
    screen.as_operator()
    screen.page.route(f"**/api/v1/patients/{mother}", lambda route: held.append(route))
    screen.open(f"/register?relative={mother}")
    screen.until(lambda: held, "the mother's card to be asked for")
    screen.type("Нов")
    held[0].continue_()
    expect(screen.page.locator("[data-relative-of]")).to_contain_text("Ромашкина")
    screen.type("ая")
    expect(screen.page.locator("#surname")).to_have_value("Новая")


def test_a_mother_comes_along_and_signs_and_the_sheet_names_her(
    screen: Screen, desk: Desk, reception: Client, chance
):
    child, mother = people.card_of(reception, chance, **CHILD), people.card_of(reception, chance, **MOTHER)
    text = {"purpose": "processing", "after": 0, "text": "Согласие на обработку данных."}
    desk.sign_in(ADMIN).post("/api/v1/consent-texts", text).expect(201)
    path = f"/api/v1/patients/{child}/consents"
    sheet = reception.post(path, {"purpose": "processing"}).expect(201)["id"]
    screen.sign_in()
    screen.open(f"/consent?id={sheet}")
    expect(screen.page.locator("#sheet")).to_contain_text("на карте нет никого с документом")
    with screen.expecting("409"):
        screen.press("Alt+Y")
        expect(screen.page.locator("#sheet [data-problem]")).to_contain_text("До 15 лет")
    make_mother(reception, child, mother)
    screen.open(f"/consent?id={sheet}")
    paper = screen.page.locator(".paper")
    expect(paper).to_contain_text("Ромашкина Анна Петровна, родитель, основание: свидетельство о рождении")
    expect(paper).to_contain_text("действую от имени пациента")
    assert screen.violations() == []
    screen.press("Alt+Y")
    expect(paper).to_contain_text("подписал представитель: Ромашкина Анна Петровна")
    screen.open(f"/patient?id={child}#consents")
    expect(screen.page.locator("#panel-consents")).to_contain_text("Ромашкина Анна Петровна")
    screen.press("Alt+V")
    expect(screen.page.locator("#came")).to_be_visible()
    screen.type("Приём педиатра")
    screen.press("Control+Enter")
    expect(screen.page.locator("#visit")).to_contain_text("вместе с: Ромашкина Анна Петровна")
    screen.open("/visits")
    expect(screen.page.locator("tbody")).to_contain_text("вместе с: Ромашкина Анна Петровна")
    # Who comes along next time is proposed by the card, and typed by nobody.
    assert screen.desk_drafts() == 0


def test_a_child_without_a_companion_stays_without_one(screen: Screen, reception: Client, chance):
    child, mother = people.card_of(reception, chance, **CHILD), people.card_of(reception, chance, **MOTHER)
    link = make_mother(reception, child, mother)
    screen.sign_in()
    screen.open(f"/patient?id={child}")
    came = screen.page.locator("#came")
    expect(came).to_have_value(link)
    assert screen.desk_drafts() == 0
    screen.press("Alt+V")
    screen.type("Справка")
    came.focus()
    screen.press("ArrowUp")
    expect(came).to_have_value("")
    reload(screen, "/family")
    expect(came).to_have_value("")
    expect(screen.page.locator("#visit [data-draft-note]")).not_to_be_empty()
    screen.open(f"/patient?id={child}")
    expect(screen.page.locator("[name=visit_reason]")).to_have_value("Справка")
    expect(came).to_be_visible()
    expect(came).to_have_value("")
    screen.page.locator("[name=visit_reason]").focus()
    screen.press("Control+Enter")
    screen.sees("Справка")
    expect(screen.page.locator("[data-open-visit]")).to_be_visible()
    assert "вместе с" not in screen.page.locator("#visit").inner_text()


def test_a_grandmother_without_a_paper_may_have_come_along(screen: Screen, reception: Client, chance):
    child = people.card_of(reception, chance, **CHILD)
    grandmother = people.card_of(reception, chance, **LONGEST)
    link = link_by(reception, child, grandmother, role="other", word="бабушка")
    screen.sign_in()
    screen.open(f"/patient?id={child}#family")
    expect(screen.page.locator("[data-list=representatives]")).to_contain_text("действовать не может")
    came = screen.page.locator("#came")
    # She may have come; that she did, nobody has said.
    expect(came).to_have_value("")
    screen.press("Alt+V")
    screen.type("Прививка")
    came.focus()
    screen.press("ArrowDown")
    expect(came).to_have_value(link)
    assert screen.violations() == []
    screen.press("Control+Enter")
    expect(screen.page.locator("#visit")).to_contain_text("вместе с: Константинопольская")


def test_on_a_sheet_stands_who_came_then_though_the_link_has_ended_since(
    screen: Screen, reception: Client, chance
):
    child, mother = people.card_of(reception, chance, **CHILD), people.card_of(reception, chance, **MOTHER)
    link = make_mother(reception, child, mother)
    reception.post(f"/api/v1/family-links/{link}/end", {"reason": "Лишена прав"}).expect(200)
    screen.sign_in()
    screen.open(f"/patient?id={child}")
    came = screen.page.locator("#came")
    expect(screen.page.locator("#visit form")).to_be_visible()
    expect(came).to_be_hidden()
    screen.press("Alt+V")
    screen.type("Прививка")
    screen.tab_to("[name=late]")
    screen.press("Space")
    screen.tab_to("#late_day")
    screen.type("15012026")
    screen.press("Tab")
    screen.type("9:05")
    screen.tab_to("#late_outcome")
    screen.type("Сделана")
    screen.tab_to("[data-late] [value=done]")
    screen.press("ArrowRight", "ArrowRight")
    expect(came).to_be_hidden()
    screen.press("ArrowLeft", "ArrowLeft")
    expect(came).to_be_visible()
    expect(came).to_have_value("")
    came.focus()
    screen.press("ArrowDown")
    expect(came.locator("option:checked")).to_have_text("Ромашкина Анна Петровна, родитель (завершено)")
    assert screen.violations() == []
    with screen.expecting("422"):
        screen.press("Control+Enter")
        expect(screen.page.locator("#late_day-error")).to_contain_text("Это давно")
    expect(came).to_have_value(link)
    screen.tab_to("[name=late_sure]")
    screen.press("Space", "Control+Enter")
    screen.page.locator("#tab-visits").focus()
    screen.press("Enter")
    expect(screen.page.locator("#panel-visits")).to_contain_text("вместе с: Ромашкина Анна Петровна")


def test_the_other_direction_begins_with_an_empty_form(screen: Screen, reception: Client, chance):
    people.card_of(reception, chance, **CHILD)
    mother = people.card_of(reception, chance, **MOTHER)
    screen.sign_in()
    screen.open(f"/patient?id={mother}#family")
    screen.tab_to("[data-link=represented]")
    screen.press("Enter")
    screen.type("ромашкин лев")
    expect(screen.page.locator("#family-found [role=option]")).to_have_count(1)
    screen.press("Enter")
    expect(screen.page.locator("#family-role")).to_be_focused()
    screen.press("Escape", "Alt+F")
    expect(screen.page.locator("#family-title")).to_contain_text("представителя")
    expect(screen.page.locator("#family-other")).to_have_value("")


def test_the_certificate_of_one_child_is_no_basis_for_another(screen: Screen, reception: Client, chance):
    mother = people.card_of(reception, chance, **MOTHER)
    child = people.card_of(reception, chance, **CHILD)
    note_certificate(reception, child)
    other = people.card_of(reception, chance, **CHILD | {"name": "Глеб", "birth_date": "13.04.2021"})
    screen.as_operator()
    screen.open_card(mother, "#family")
    screen.tab_to("[data-link=represented]")
    screen.press("Enter")
    offer = screen.page.locator("[data-offer-basis]")
    found = screen.page.locator("#family-found [role=option]")
    for name, shown in (("лев", True), ("глеб", False)):
        expect(screen.page.locator("#family-other")).to_be_focused()
        screen.page.locator("#family-other").select_text()
        screen.page.route(f"**/api/v1/patients/{other}/family", out_of_order)
        with screen.expecting("503"):
            screen.type(f"ромашкин {name}")
            expect(found).to_have_count(1)
            screen.press("Enter")
            expect(screen.page.locator("#family-role")).to_be_focused()
            expect(offer).to_be_visible(visible=shown)
        screen.press("Shift+Tab")
    screen.page.locator("#family-role").focus()
    screen.press("Alt+B")
    expect(screen.page.locator("#family-basis")).to_have_value("")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_pictures_of_a_family_and_of_a_death(
    new_screen, desk: Desk, reception: Client, chance, theme: str, width: int, request
):
    folder = request.config.getoption("--pictures")
    if folder is None:
        pytest.skip("no pictures were asked for: --pictures DIR")
    shots: pathlib.Path = folder / f"family-{width}-{theme}"
    child, mother = people.card_of(reception, chance, **CHILD), people.card_of(reception, chance, **LONGEST)
    other = people.card_of(reception, chance, **MOTHER)
    note_certificate(reception, child)
    screen = new_screen(width=width, color_scheme=theme)
    screen.sign_in(SENIOR)
    make_mother(reception, child, mother)
    screen.open(f"/patient?id={child}#family")
    expect(screen.page.locator("[data-list=representatives] li")).to_have_count(1)
    screen.picture(shots / "tab.png")
    screen.press("Alt+F")
    screen.page.locator("#family-other").press_sequentially("рома")
    expect(screen.page.locator("#family-found [role=option]").first).to_be_visible()
    screen.picture(shots / "family.png")
    screen.open(f"/patient?id={mother}")
    screen.tab_to("[data-note-death]")
    screen.press("Enter")
    screen.picture(shots / "death-dialog.png")
    screen.press("Escape")
    death = {"date": "11.11.2020", "basis": "words", "details": "сын, Константинопольский Лев"}
    reception.post(f"/api/v1/patients/{mother}/death", death).expect(201)
    screen.open("/desk")
    screen.open(f"/patient?id={mother}#family")
    expect(screen.page.locator(".passed")).to_be_visible()
    screen.picture(shots / "death.png")
    text = {"purpose": "processing", "after": 0, "text": "Согласие на обработку данных."}
    desk.sign_in(ADMIN).post("/api/v1/consent-texts", text).expect(201)
    path = f"/api/v1/patients/{child}/consents"
    make_mother(reception, child, other)
    sheet = reception.post(path, {"purpose": "processing"}).expect(201)["id"]
    screen.open(f"/consent?id={sheet}")
    expect(screen.page.locator(".paper")).to_contain_text("действую от имени")
    screen.picture(shots / "sheet.png")
    assert screen.page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_paper_comes_later_and_whoever_comes_later_is_noted(screen: Screen, reception: Client, chance):
    child = people.card_of(reception, chance, visit=True, surname="Преображенский", sex="male",
                           birth_date="12.03.2020")  # fmt: skip
    granny = people.card_of(reception, chance, surname="Константинопольская", birth_date="05.04.1960")
    link = {"other": granny, "represents": True, "role": "other", "word": "бабушка", "valid_until": "",
            "basis": ""}  # fmt: skip
    reception.post(f"/api/v1/patients/{child}/family", link).expect(201)
    screen.sign_in()
    screen.open_card(child, "#family")
    row = screen.page.locator("[data-list=representatives] li")
    expect(row).to_contain_text("записано")
    screen.tab_to("[data-basis]")
    screen.press("Enter")
    dialog = screen.page.locator("#basis-link")
    expect(dialog).to_contain_text("бабушка")
    with screen.expecting("422"):
        screen.press("Control+Enter")
        expect(screen.page.locator("#basis-link-error")).to_be_visible()
    expect(screen.page.locator("#basis-link-basis")).to_be_focused()
    assert screen.violations() == []
    screen.type("Доверенность № 5")
    screen.press("Control+Enter")
    expect(row).to_have_count(2)
    expect(row.first).to_contain_text("действует")
    expect(row.first).to_contain_text("Доверенность № 5")
    expect(row.last).to_contain_text("Записан новый документ-основание")
    # The visit is open, and nobody has said yet who came along.
    screen.tab_to("[data-companion] button")
    assert screen.violations() == []
    screen.press("Enter")
    expect(screen.page.locator("[data-open-visit]")).to_contain_text("вместе с: Константинопольская")
    expect(screen.page.locator("[data-companion]")).to_be_hidden()
    expect(screen.page.locator("#visit [data-step=service]")).to_be_focused()
