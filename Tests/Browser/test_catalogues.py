"""The admin's catalogues, by keyboard: insurers, programmes, the clinic's requisites."""

from playwright.sync_api import expect
from screen import Screen
from support.desk import ADMIN, RECEPTION, Desk

FORM = {"code": "АП-1", "title": "Амбулаторная Премиум", "insurer": "Ромашка", "lines": "Приём врача",
        "clinics": "", "franchise_kind": "none", "franchise": ""}  # fmt: skip


def rows(screen: Screen, part: str):
    return screen.page.locator(f"#{part} .consents__one")


def test_an_insurer_and_a_programme_are_added_and_changed(screen: Screen, desk: Desk):
    screen.as_operator(ADMIN)
    screen.open("/settings")
    screen.tab_to("a[href='/catalogues']")
    screen.press("Enter")
    screen.at("/catalogues")
    screen.tab_to("#insurer-name")
    screen.type("Ромашка")
    screen.press("Tab")
    screen.type("Лютик")
    screen.press("Enter")
    screen.type("Клён")
    screen.press("Control+Enter")
    expect(rows(screen, "insurers")).to_contain_text(["Ромашка ранее: Лютик, Клён"])
    assert screen.active() == "name", "the next one can be typed"
    screen.tab_to("#programme-code")
    screen.type("АП-1")
    screen.press("Enter")
    screen.type("Амбулаторная Премиум")
    screen.press("Enter")
    screen.type("Лютик")
    screen.press("Tab")
    screen.type("Приём врача")
    screen.press("Enter")
    screen.type("Анализы")
    screen.press("Tab", "Tab", "ArrowDown", "ArrowDown", "Tab")
    assert screen.active() == "franchise", "a part is asked for when there is one"
    screen.type("10")
    screen.press("Control+Enter")
    expect(rows(screen, "programmes")).to_contain_text(["Амбулаторная Премиум АП-1"])
    screen.sees("Ромашка · франшиза 10 %")
    screen.sees("2 строки · версия 1")
    screen.tab_to("#programmes .consents__one button")
    screen.press("Enter")
    assert screen.active() == "code"
    assert screen.page.locator("#programme-insurer").input_value() == "Ромашка"
    screen.press("Control+Enter")
    screen.sees("2 строки · версия 2")


def test_a_mistake_is_told_by_the_field_and_what_was_typed_stays(screen: Screen, desk: Desk):
    admin = desk.sign_in(ADMIN)
    admin.post("/api/v1/insurers", {"name": "Ромашка", "former_names": "Лютик"}).expect(201)
    screen.as_operator(ADMIN)
    screen.open("/catalogues")
    screen.tab_to("#insurer-name")
    screen.type("ЛЮТИК")
    with screen.expecting("422"):
        screen.press("Control+Enter")
        screen.sees("«ЛЮТИК» уже есть в справочнике: Ромашка.")
    assert screen.active() == "name"
    assert screen.page.locator("#insurer-name").input_value() == "ЛЮТИК"


def test_the_second_of_two_admins_sees_what_the_first_one_wrote(screen: Screen, desk: Desk):
    admin = desk.sign_in(ADMIN)
    admin.post("/api/v1/insurers", {"name": "Ромашка", "former_names": ""}).expect(201)
    made = admin.post("/api/v1/programmes", FORM).expect(201)
    screen.as_operator(ADMIN)
    screen.open("/catalogues")
    screen.tab_to("#programmes .consents__one button")
    screen.press("Enter")
    theirs = FORM | {"title": "Иначе", "version": 1, "closed": False}
    admin.put(f"/api/v1/programmes/{made['id']}", theirs).expect(200)
    with screen.expecting("409"):
        screen.press("Control+Enter")
        screen.sees("Программу уже изменили")
    expect(rows(screen, "programmes")).to_contain_text(["Иначе"])
    screen.page.locator("#programme-name").focus()
    screen.press("Control+Enter")
    screen.sees("1 строка · версия 3")


def test_the_requisites_are_kept(screen: Screen, desk: Desk):
    screen.as_operator(ADMIN)
    screen.open("/catalogues")
    screen.tab_to("#requisites-legal")
    screen.type("ООО «Поликлиника»")
    screen.tab_to("#requisites-inn")
    screen.type("7707083894")
    with screen.expecting("422"):
        screen.press("Control+Enter")
        screen.sees("Контрольная цифра ИНН не сходится: должна быть 3. Проверьте цифры.")
    assert screen.active() == "inn"
    screen.press("Backspace")
    screen.type("3")
    screen.press("Control+Enter")
    screen.sees("Реквизиты сохранены.")
    read = desk.sign_in(ADMIN).get("/api/v1/requisites").expect(200)
    assert (read["legal_name"], read["inn"]) == ("ООО «Поликлиника»", "7707083893")


def test_a_receptionist_reads_them_and_changes_nothing(screen: Screen, desk: Desk):
    desk.sign_in(ADMIN).post("/api/v1/insurers", {"name": "Ромашка", "former_names": ""}).expect(201)
    screen.as_operator(RECEPTION)
    screen.open("/catalogues")
    screen.sees("Ромашка")
    assert screen.page.locator("main form:visible, main button:visible").count() == 0
