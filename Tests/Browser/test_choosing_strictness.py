"""The admin chooses by keyboard which checks refuse; the form shows the warning and asks why."""

from collections.abc import Callable

from playwright.sync_api import Route, expect
from screen import Screen, out_of_order
from support.desk import ADMIN, RECEPTION, Desk


def test_a_softened_check_warns_and_its_reason_is_asked(new_screen: Callable[..., Screen]):
    screen = new_screen()
    screen.as_operator(ADMIN)
    screen.open("/settings")
    screen.tab_to("#strictness-form [name=snils_control]")
    chosen = screen.page.locator("#strictness-form [name=snils_control]:checked")
    expect(chosen).to_have_value("error")
    screen.press("ArrowLeft")
    expect(chosen).to_have_value("warning")
    screen.press("Control+Enter")
    screen.sees("Строгость сохранена")
    assert screen.violations() == []

    screen = new_screen()
    screen.as_operator(RECEPTION)
    screen.open("/register?new")
    screen.type("Одуванчикова")
    screen.enter_to("name")
    screen.type("Анна")
    screen.enter_to("patronymic")
    screen.type("Львовна")
    screen.enter_to("birth_date")
    screen.type("05031987")
    screen.enter_to("sex")
    screen.press("ArrowRight")
    screen.tab_to("#snils")
    screen.type("11223344596")
    screen.press("Tab")
    warning = screen.page.locator("[data-warnings=snils] .warning")
    expect(warning).to_contain_text("должно быть 95")
    screen.tab_to("[data-accepts=snils_control]")
    screen.press("Space")
    screen.tab_to("[data-reason]")
    screen.type("Так в документе")
    screen.tab_to("[name=visit_reason]")
    screen.type("Приём терапевта")
    screen.press("Control+Enter")
    screen.at("/patient")
    screen.sees("112-233-445 96")
    screen.tab_to("#tab-data")
    screen.press("End")
    screen.sees("СНИЛС: контрольное число не сходится, причина: Так в документе")


def test_the_settings_are_there_once_the_screen_is_opened(screen: Screen):
    screen.sign_in(ADMIN)
    screen.press("Control+Shift+L")
    expect(screen.page.locator("lock-screen dialog")).to_be_visible()
    screen.open("/settings")
    expect(screen.page.locator("lock-screen dialog")).to_be_visible()
    screen.type(ADMIN.pin)
    screen.press("Enter")
    expect(screen.page.locator("#desk-identity [data-body]")).to_be_visible()
    expect(screen.page.locator("#strictness-form")).to_be_visible()
    expect(screen.page.locator("#clinic-form")).to_be_visible()
    expect(screen.page.locator("#places")).to_be_visible()


def test_one_part_of_the_settings_that_cannot_be_read_leaves_the_others(screen: Screen):
    screen.as_operator(ADMIN)
    screen.page.route("**/api/v1/strictness", out_of_order)
    with screen.expecting("503"):
        screen.open("/settings")
        expect(screen.page.locator("#desk-identity [data-body]")).to_be_visible()
        expect(screen.page.locator("#places")).to_be_visible()
    screen.page.unroute_all(behavior="wait")
    screen.page.evaluate("document.dispatchEvent(new CustomEvent('desk:unlocked'))")
    expect(screen.page.locator("#strictness-form")).to_be_visible()


def test_why_it_was_not_saved_is_told_though_nothing_more_can_be_read(screen: Screen, desk: Desk):
    screen.as_operator(ADMIN)
    screen.open("/settings")
    screen.tab_to("#strictness-form [name=snils_control]")
    screen.press("ArrowLeft")
    desk.sign_in(ADMIN).put("/api/v1/strictness", {"version": 0, "refusing": []}).expect(200)

    def silent(route: Route) -> None:
        if route.request.method == "GET":
            return out_of_order(route)
        return route.continue_()

    screen.page.route("**/api/v1/strictness", silent)
    with screen.expecting("409", "503"):
        screen.press("Control+Enter")
        expect(screen.page.locator("#strictness-form .summary")).to_be_visible()
    expect(screen.page.locator("#strictness-form .summary")).not_to_contain_text("Нет места")
    screen.page.unroute_all(behavior="wait")
