"""Policies on the card, keyboard only: issued, corrected, replaced, revoked, found by their number."""

import random

import pytest
from playwright.sync_api import expect
from screen import Screen
from support import people
from support.client import Client
from support.desk import ADMIN, RECEPTION, Desk

PERSON = {"surname": "Иванов", "name": "Иван", "patronymic": "Иванович", "birth_date": "12.03.1986"}


@pytest.fixture
def client(desk: Desk) -> Client:
    return desk.sign_in(RECEPTION)


@pytest.fixture
def card(desk: Desk, client: Client) -> str:
    """Somebody at a desk that has two companies and three programmes."""
    admin = desk.sign_in(ADMIN)
    for name, former in (("Капитал-полис", "РОСНО"), ("Ромашка", "")):
        admin.post("/api/v1/insurers", {"name": name, "former_names": former}).expect(201)
    for code, title, insurer in (
        ("АП-1", "Амбулаторная Премиум", "РОСНО"),
        ("ГЛ-2", "Госпитализация Люкс", "РОСНО"),
        ("С-3", "Стоматология", "Ромашка"),
    ):
        form = {"code": code, "title": title, "insurer": insurer, "lines": "Приём врача", "clinics": "",
                "franchise_kind": "none", "franchise": ""}  # fmt: skip
        admin.post("/api/v1/programmes", form).expect(201)
    return register(client)


def register(client: Client, **person: str) -> str:
    body = people.walk_in(random.Random(5), visit=False, snils="", **(PERSON | person))
    return client.post("/api/v1/patients", body).expect(201)["patient"]["id"]


def rows(screen: Screen):
    return screen.page.locator("#panel-policies .policy")


def issue(client: Client, card: str, number: str = "", to: str = "31.12.2099") -> dict:
    programme = client.get("/api/v1/programmes").expect(200)["items"][0]
    form = {"kind": "dms", "number": number, "insurer": programme["insurer_name"],
            "programmes": [programme["id"]], "valid_from": "01.01.2026", "valid_to": to, "territory": "",
            "sum": "", "currency": "EUR", "latin_name": ""}  # fmt: skip
    body = {"policy": form, "replaces": None, "accepted": ["policy_ended"], "reason": None}
    return client.post(f"/api/v1/patients/{card}/issued-policies", body).expect(201).json


def test_a_policy_with_two_programmes_is_issued(screen: Screen, desk: Desk, client: Client, card: str):
    screen.as_operator(RECEPTION)
    screen.open_card(card)
    screen.press("Alt+KeyI")
    screen.until(lambda: screen.active() == "insurer", "the form")
    screen.type("росно")
    screen.press("Enter", "Space", "Enter", "Space", "Enter")
    assert screen.active() == "valid_from"
    screen.type("15.03.2026")
    screen.press("Enter")
    screen.type("06.03.2099")
    screen.press("Control+Enter")
    expect(rows(screen)).to_have_count(1)
    expect(rows(screen)).to_contain_text("Полис ДМС № 77/00000001")
    expect(rows(screen)).to_contain_text("Действующий")
    expect(rows(screen)).to_contain_text("Срок действия: 15.03.2026 - 06.03.2099")
    expect(rows(screen).locator("li")).to_have_text(
        ["Амбулаторная Премиум АП-1 · версия 1", "Госпитализация Люкс ГЛ-2 · версия 1"])
    assert screen.active("data-issue") == "dms", "the hand is where it began"
    read = client.get(f"/api/v1/patients/{card}/issued-policies").expect(200)["items"][0]
    assert (read["insurer_name"], read["own"]) == ("Капитал-полис", True)


def test_a_policy_for_abroad_asks_for_more(screen: Screen, card: str):
    screen.as_operator(RECEPTION)
    screen.open_card(card)
    screen.press("Alt+KeyJ")
    screen.until(lambda: screen.active() == "insurer", "the form")
    screen.type("Ромашка")
    screen.tab_to("#issue-from")
    screen.type("01.01.2026")
    screen.press("Enter")
    screen.type("31.12.2099")
    screen.press("Enter")
    screen.type("вз-77 1")
    with screen.expecting("422"):
        screen.press("Control+Enter")
        screen.until(lambda: screen.active() == "territory", "the first that is missing")
    screen.type("Весь мир")
    screen.press("Enter")
    screen.type("30 000")
    screen.press("Enter", "Enter")
    screen.type("Ivanov Ivan")
    screen.press("Control+Enter")
    expect(rows(screen)).to_contain_text("Весь мир · 30 000 EUR · IVANOV IVAN")
    expect(rows(screen)).to_contain_text("Полис ВЗР № ВЗ-77 1")


def test_a_policy_is_corrected_replaced_and_revoked(screen: Screen, client: Client, card: str):
    issue(client, card)
    screen.as_operator(RECEPTION)
    screen.open_card(card, "#policies")
    screen.tab_to("[data-correct]")
    screen.press("Enter")
    screen.until(lambda: screen.page.locator("#issue-form").is_visible(), "the form")
    assert screen.page.locator("#issue-number").is_disabled(), "our own number stays"
    screen.tab_to("#issue-to")
    screen.press("Control+KeyA")
    screen.type("30.12.2099")
    with screen.expecting("422"):
        screen.press("Control+Enter")
        screen.until(lambda: screen.active() == "change_reason", "the reason")
    screen.type("Опечатка в сроке")
    screen.press("Control+Enter")
    expect(rows(screen)).to_contain_text("01.01.2026 - 30.12.2099")
    expect(rows(screen)).to_contain_text("Опечатка в сроке")
    screen.tab_to("[data-replace]")
    screen.press("Enter")
    screen.sees("Новый полис взамен № 77/00000001")
    screen.press("Control+Enter")
    expect(rows(screen)).to_have_count(2)
    expect(rows(screen).nth(1)).to_contain_text("Заменён полисом № 77/00000002.")
    screen.tab_to("[data-revoke]")
    screen.press("Enter")
    screen.press("ArrowDown")
    screen.press("Control+Enter")
    expect(rows(screen).nth(0)).to_contain_text("Аннулирован")
    expect(rows(screen).nth(0)).to_contain_text("Договор расторгнут")


def test_the_archive_is_apart(screen: Screen, client: Client, card: str):
    issue(client, card)
    issue(client, card, "СТАРЫЙ-1", "02.01.2026")
    screen.as_operator(RECEPTION)
    screen.open_card(card, "#policies")
    expect(rows(screen)).to_have_count(2)
    screen.tab_to("[name=policies-shown]")
    screen.press("ArrowRight")
    expect(rows(screen)).to_have_count(1)
    expect(rows(screen)).to_contain_text("77/00000001")
    screen.press("ArrowRight")
    expect(rows(screen)).to_contain_text(["СТАРЫЙ-1"])
    screen.sees("Истёк")


def test_a_policy_is_linked_by_its_number(screen: Screen, client: Client, card: str):
    issue(client, card, "ДМС-12341234")
    second = register(client)
    screen.as_operator(RECEPTION)
    screen.open_card(second)
    screen.press("Alt+KeyL")
    screen.until(lambda: screen.active() == "number", "the form")
    screen.type("12341235")
    with screen.expecting("404"):
        screen.press("Enter", "Enter")
        screen.sees("В системе не найден данный номер полиса")
    screen.page.locator("#link-number").fill("дмс 12341234")
    screen.page.locator("#link-number").focus()
    screen.press("Control+Enter")
    screen.sees("Вы успешно добавили номер полиса ДМС.")
    expect(rows(screen)).to_contain_text("Привязан по номеру.")
    assert rows(screen).locator("button:visible").count() == 0, "it is changed where it was issued"


def test_somebody_elses_policy_is_not_linked(screen: Screen, client: Client, card: str):
    issue(client, card, "ДМС-12341234")
    other = register(client, name="Пётр")
    screen.as_operator(RECEPTION)
    screen.open_card(other)
    screen.press("Alt+KeyL")
    screen.until(lambda: screen.active() == "number", "the form")
    screen.type("ДМС-12341234")
    with screen.expecting("409"):
        screen.press("Control+Enter")
        screen.sees("Застрахованный Иванов Пётр Иванович полис ДМС-12341234 не найден")
        screen.sees("Имя застрахованного другое.")
    screen.press("Escape")
    assert not screen.page.locator("#link-form").is_visible()
