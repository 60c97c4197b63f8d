"""Certificates on the card, keyboard only: issued, their patients added and changed while there is time."""

import random

import pytest
from playwright.sync_api import expect
from screen import Screen
from support import people
from support.client import Client
from support.desk import ADMIN, RECEPTION, SENIOR, Desk


@pytest.fixture
def client(desk: Desk) -> Client:
    return desk.sign_in(RECEPTION)


@pytest.fixture
def card(desk: Desk, client: Client) -> str:
    admin = desk.sign_in(ADMIN)
    admin.post("/api/v1/insurers", {"name": "Северный щит", "former_names": ""}).expect(201)
    form = {"code": "ПВ-3", "title": "Позвони Врачу плюс", "insurer": "Северный щит", "lines": "Врач",
            "clinics": "", "franchise_kind": "none", "franchise": ""}  # fmt: skip
    admin.post("/api/v1/programmes", form).expect(201)
    return register(client, "Первая")


def register(client: Client, surname: str) -> str:
    body = people.walk_in(random.Random(surname), visit=False, surname=surname, snils="", sex="female")
    return client.post("/api/v1/patients", body).expect(201)["patient"]["id"]


def rows(screen: Screen):
    return screen.page.locator("#panel-certificates .policy")


def test_a_certificate_is_issued_and_gets_its_second_patient(screen: Screen, client: Client, card: str):
    register(client, "Вторая")
    screen.as_operator(RECEPTION)
    screen.open_card(card)
    screen.press("Alt+KeyS")
    screen.until(lambda: screen.active() == "programme", "the form")
    screen.press("Enter")
    screen.type("12.01.2099")
    screen.press("Enter")
    screen.type("11.01.2100")
    screen.press("Control+Enter")
    expect(rows(screen)).to_contain_text("Сертификат № 77/00000001")
    expect(rows(screen)).to_contain_text("Срок действия: 12.01.2099 - 11.01.2100")
    expect(rows(screen)).to_contain_text("Пациент 2: не указан")
    screen.page.locator("[data-seat]").nth(1).focus()
    screen.press("Enter")
    screen.until(lambda: screen.active() == "patient", "the form")
    screen.type("Вторая")
    screen.press("Enter", "Enter")
    screen.press("Control+Enter")
    expect(rows(screen)).to_contain_text("Пациент 2: Вторая")


def test_after_the_first_day_only_a_senior_changes_it(
    new_screen, desk: Desk, client: Client, card: str
):
    register(client, "Вторая")
    programme = client.get("/api/v1/programmes").expect(200)["items"][0]["id"]
    form = {"programme": programme, "valid_from": "12.01.2019", "valid_to": "11.01.2099",
            "purchased_on": "", "second": None}  # fmt: skip
    client.post(f"/api/v1/patients/{card}/certificates", form).expect(201)
    screen = new_screen()
    screen.as_operator(RECEPTION)
    screen.open_card(card, "#certificates")
    screen.sees("Изменить пациентов можно было до 12.01.2019. Срок действия уже начался.")
    button = screen.page.locator("[data-seat]").nth(1)
    expect(button).to_have_attribute("aria-disabled", "true")
    button.focus()
    screen.press("Enter")
    assert not screen.page.locator("#seat-form").is_visible()
    assert screen.page.locator("[data-seat-late]:visible").count() == 0
    senior = new_screen()
    senior.as_operator(SENIOR)
    senior.open_card(card, "#certificates")
    senior.page.locator("[data-seat-late]").nth(1).focus()
    senior.press("Enter")
    senior.until(lambda: senior.active() == "patient", "the form")
    senior.type("Вторая")
    senior.press("Enter", "Enter")
    senior.page.locator("#seat-late").focus()
    senior.type("Ошибка кассы")
    senior.press("Control+Enter")
    expect(rows(senior)).to_contain_text("Пациент 2: Вторая")
    expect(rows(senior)).to_contain_text("после начала срока: Ошибка кассы")
