"""What is asked while somebody types: its answer is of the text on the screen, or nobody's."""

import pytest
from playwright.sync_api import Route, expect
from screen import Screen, out_of_order, reload
from support import people, waiting
from support.client import Client
from support.desk import RECEPTION

SEARCH = "**/api/v1/patients/search"


def lock(screen: Screen) -> None:
    screen.press("Control+Shift+L")
    expect(screen.page.locator("lock-screen dialog")).to_be_visible()


def unlock(screen: Screen) -> None:
    screen.type(RECEPTION.pin)
    screen.press("Enter")
    expect(screen.page.locator("lock-screen dialog")).to_be_hidden()


class Held:
    """Questions that wait until the test lets them go on."""

    def __init__(self, screen: Screen, pattern: str):
        self.screen = screen
        self.late: list[Route] = []
        self.is_holding = True
        screen.page.route(pattern, self._take)

    def _take(self, route: Route) -> None:
        if self.is_holding:
            self.late.append(route)
        else:
            route.continue_()

    def asked(self) -> Route:
        """The first of them, once it is there."""
        waiting.until(lambda: self.screen.page.evaluate("true") and self.late != [], 10, "the question")
        return self.late[0]

    def let_go(self) -> None:
        self.is_holding = False
        for route in self.late:
            route.continue_()


def test_a_text_that_found_nobody_still_registers_after_the_screen_was_locked(screen: Screen):
    screen.sign_in()
    screen.press("/")
    screen.type("несуществующий")
    option = screen.page.locator("#find-list [role=option]")
    expect(option).to_contain_text("Никого не нашли")
    lock(screen)
    unlock(screen)
    screen.page.locator("#find").focus()
    screen.press("Enter")
    expect(option).to_have_attribute("aria-selected", "true")
    screen.press("Enter")
    screen.at("/register")


def test_two_quick_enters_before_the_answer_are_two(screen: Screen):
    screen.sign_in()
    held = Held(screen, SEARCH)
    screen.press("/")
    screen.type("несуществующий")
    held.asked()
    screen.press("Enter", "Enter")
    held.let_go()
    screen.at("/register")


def test_the_only_one_found_opens_after_the_screen_was_locked(screen: Screen, reception: Client, chance):
    card = people.card_of(reception, chance, surname="Однажды")
    screen.sign_in()
    screen.press("/")
    screen.type("однаж")
    expect(screen.page.locator("#find-list [aria-selected=true]")).to_contain_text("Однажды")
    lock(screen)
    unlock(screen)
    screen.page.locator("#find").focus()
    screen.press("Enter")
    screen.at(f"/patient?id={card}")


def test_an_answer_on_its_way_puts_no_name_behind_a_closed_screen(screen: Screen, reception: Client, chance):
    people.card_of(reception, chance, surname="Тайный")
    screen.sign_in()
    held = Held(screen, SEARCH)
    screen.press("/")
    screen.type("тайн")
    route = held.asked()
    lock(screen)
    # Answered all the same, as by a program that had it on its way when the screen was closed.
    found = reception.post("/api/v1/patients/search", {"text": "тайн", "limit": 8}, key=False).expect(200)
    route.fulfill(json=found.json)
    screen.page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    assert "Тайный" not in screen.page.locator("patient-search").inner_html()


def begin_to_link(screen: Screen, client: Client, chance, *names: str) -> None:
    """The form of a relative, open at a child's card; women of these names and its surname have cards."""
    child = people.card_of(client, chance, surname="Ромашкин", birth_date="12.03.2020")
    for name in names:
        people.card_of(client, chance, surname="Ромашкина", name=name, patronymic="Петровна", sex="female")
    screen.as_operator()
    screen.open_card(child)
    screen.press("Alt+F")
    expect(screen.page.locator("#family-other")).to_be_focused()


def test_a_list_put_away_is_asked_for_again(screen: Screen, reception: Client, chance):
    begin_to_link(screen, reception, chance, "Анна", "Вера")
    field = screen.page.locator("#family-other")
    options = screen.page.locator("#family-found [role=option]")
    screen.type("ромашкина")
    expect(options).to_have_count(2)
    screen.press("Escape")
    expect(screen.page.locator("#family-found")).to_be_hidden()
    screen.press("Enter")
    expect(screen.page.locator("#family-found")).to_be_visible()
    screen.press("Escape", "ArrowDown")
    expect(screen.page.locator("#family-found")).to_be_visible()
    expect(field).to_have_value("ромашкина")


def test_a_relative_is_not_taken_from_a_list_that_nobody_sees(screen: Screen, reception: Client, chance):
    begin_to_link(screen, reception, chance, "Анна", "Вера")
    screen.type("ромашкина")
    expect(screen.page.locator("#family-found [role=option]")).to_have_count(2)
    screen.press("Escape")
    with screen.expecting("503"):
        screen.page.route(SEARCH, out_of_order)
        screen.press("Enter", "Enter")
        expect(screen.page.locator("#family-found")).to_contain_text("Нет места")
    expect(screen.page.locator("#family-other")).to_have_value("ромашкина")
    screen.page.unroute_all(behavior="wait")


def test_people_found_keep_their_names_when_the_card_is_read_anew(screen: Screen, reception: Client, chance):
    begin_to_link(screen, reception, chance, "Анна")
    screen.type("ромашкина")
    option = screen.page.locator("#family-found [role=option]")
    expect(option).to_contain_text("Ромашкина Анна Петровна")
    reload(screen, "/merges")
    expect(option).to_contain_text("Ромашкина Анна Петровна")


def test_what_is_typed_after_enter_stays_in_the_line(screen: Screen):
    screen.sign_in()
    screen.page.clock.install()
    screen.open("/register?new")
    screen.press("Alt+o")
    held = Held(screen, "**/api/v1/patients/take-apart")
    screen.type("Иванов Иван Иванович слесарь")
    screen.press("Enter")
    held.asked()
    screen.type(" с завода")
    # Longer than the pause after which the line is read again by itself.
    screen.page.clock.fast_forward(1_000)
    screen.page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    held.let_go()
    expect(screen.page.locator("#register [name=surname]")).to_have_value("Иванов")
    expect(screen.page.locator("#register [name=name]")).to_have_value("Иван")
    expect(screen.page.locator("#one-line")).to_have_value("слесарь; с завода")


@pytest.mark.parametrize("key", ["Enter", "NumpadEnter"])
def test_either_enter_goes_to_the_other_card(screen: Screen, reception: Client, chance, key: str):
    here = people.card_of(reception, chance, surname="Девичьева", name="Нина")
    people.card_of(reception, chance, surname="Тихомирова", name="Вера", birth_date="11.12.1951")
    screen.as_operator()
    screen.open(f"/merge?card={here}")
    expect(screen.page.locator("#other-text")).to_be_focused()
    screen.type("тихомирова")
    screen.press(key)
    expect(screen.page.locator("#other :focus")).to_contain_text("Тихомирова")


def test_enter_does_not_open_the_card_of_an_earlier_text(screen: Screen, reception: Client, chance):
    people.card_of(reception, chance, surname="Однажды")
    screen.sign_in()
    screen.press("Alt+2")
    screen.at("/patients")
    screen.press("/")
    screen.type("однаж")
    expect(screen.page.locator("#results tbody tr")).to_have_count(1)
    screen.page.route(SEARCH, out_of_order)
    with screen.expecting("503"):
        screen.type("ык")
        screen.press("Enter")
        expect(screen.page.locator("#results > [data-stale]")).to_be_visible()
    screen.page.unroute_all(behavior="wait")
    assert "/patients" in screen.page.url
