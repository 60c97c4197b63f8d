"""What a page says and does while nobody answers it, or somebody else was first."""

import re

from playwright.sync_api import Dialog, expect
from screen import Screen
from support import waiting
from support.desk import ADMIN, SENIOR, Desk

OUTAGE = ("ERR_CONNECTION", "ERR_EMPTY_RESPONSE", "ERR_SOCKET", "ERR_TIMED_OUT", "401", "423")


def fill_register(screen: Screen) -> None:
    screen.press("F2")
    screen.at("/register")
    for name, text in {"surname": "Обрывов", "name": "Лев", "patronymic": "Ильич"}.items():
        screen.page.locator(f"#{name}").fill(text)
    screen.page.locator("#birth_date").fill("05.03.1987")
    screen.page.locator("[name=sex][value=male]").check(force=True)
    screen.page.locator("[name=visit_reason]").fill("Приём терапевта")
    screen.draft_is_kept()


def test_the_strip_and_the_form_tell_of_the_silence_and_of_its_end(screen: Screen, desk: Desk):
    screen.sign_in()
    fill_register(screen)
    line = screen.page.locator("status-strip [data-part=line]")
    with screen.expecting(*OUTAGE):
        desk.kill9()
        screen.press("Control+Enter")
        expect(line).to_have_attribute("data-meaning", "stop", timeout=5000)
        expect(screen.page.locator("status-strip [data-part=store]")).to_be_hidden()
        screen.sees("Не сохранено")
        desk.start()
        screen.sees("Программа снова отвечает")
        expect(line).not_to_have_attribute("data-meaning", "stop")
    screen.does_not_see("Не сохранено")
    screen.press("Control+Enter")
    screen.at("/patient")
    screen.sees("Обрывов Лев Ильич")
    assert screen.desk_drafts() == 0


def test_what_could_not_be_kept_is_not_left_unasked(screen: Screen, desk: Desk):
    screen.sign_in()
    fill_register(screen)
    said: list[str] = []

    def stay(dialog: Dialog) -> None:
        said.append(dialog.type)
        dialog.dismiss()

    screen.page.on("dialog", stay)
    note = screen.page.locator("[data-draft-note]")
    with screen.expecting(*OUTAGE):
        desk.kill9()
        screen.page.locator("#patronymic").focus()
        screen.type("-Оглы")
        expect(note).to_have_attribute("data-state", "failed")
        screen.press("Alt+1")
        screen.until(lambda: said == ["beforeunload"], "the browser to ask")
        expect(screen.page.locator("#patronymic")).to_have_value("Ильич-Оглы")
        desk.start()
        expect(note).to_have_attribute("data-state", "saved", timeout=15000)
        screen.press("Alt+1")
        screen.at("/desk")
    assert said == ["beforeunload"]


def test_a_failed_signing_out_is_said_behind_a_closed_screen(screen: Screen, desk: Desk):
    screen.sign_in()
    with screen.expecting(*OUTAGE):
        desk.kill9()
        screen.press("Alt+0", "ArrowDown", "ArrowDown")
        assert screen.active("data-do") == "leave"
        screen.press("Enter")
        expect(screen.page.locator("lock-screen dialog")).to_be_visible()
        screen.sees("Вы ещё не вышли")
        desk.start()
        address = f"http://127.0.0.1:{desk.port}/api/v1/session"
        # The server is told of the closed screen as soon as it is there to hear it.
        waiting.until(
            lambda: screen.context.request.get(address).json()["locked"],
            10,
            "the server to lock the session",
        )


def test_a_role_taken_away_meanwhile_is_not_given_back(screen: Screen, desk: Desk):
    admin = desk.sign_in(ADMIN)
    screen.as_operator(ADMIN)
    screen.open("/operators")
    screen.page.get_by_text(SENIOR.name).first.click()
    name = screen.page.locator("#name-form [name=name]")
    expect(name).to_have_value(SENIOR.name)
    name.fill("Старшова Вера Павловна")
    items = admin.get("/api/v1/operators").expect(200).json["items"]
    one = next(item for item in items if item["login"] == SENIOR.login)
    body = {"version": one["version"], "name": one["name"], "roles": ["receptionist"]}
    admin.put(f"/api/v1/operators/{one['id']}", body).expect(200)
    row = screen.page.locator(f"#operators [data-row='{one['id']}']")
    expect(row.locator("td").nth(2)).not_to_contain_text(re.compile("старш", re.I), timeout=20_000)
    with screen.expecting("409"):
        name.press("Control+Enter")
        screen.sees("Кто-то изменил этого оператора раньше вас")
    expect(screen.page.locator("#name-form [name=roles][value=senior]")).not_to_be_checked()
    name.fill("Старшова Вера Павловна")
    name.press("Control+Enter")
    expect(row).to_contain_text("Павловна")
    items = admin.get("/api/v1/operators").expect(200).json["items"]
    assert next(item for item in items if item["id"] == one["id"])["roles"] == ["receptionist"]
