"""One line becomes a form, by keyboard alone; what is not sure is marked until it is looked at."""

from playwright.sync_api import expect
from screen import Screen
from support import people
from support.client import Client
from support.desk import RECEPTION

LINE = "Иванов Иван Иванович 01.02.1990 тел 8 926 111-22-33 112-233-445 95 слесарь"


def value(screen: Screen, name: str):
    return expect(screen.page.locator(f"#register [name={name}]"))


def take(screen: Screen, line: str) -> None:
    screen.open("/register?new")
    screen.press("Alt+o")
    screen.type(line)
    expect(screen.page.locator(".taken__part").first).to_be_visible()


def test_a_line_is_shown_in_its_parts_and_put_into_the_form(screen: Screen, record_property):
    screen.sign_in()
    take(screen, LINE)
    expect(screen.page.locator(".taken")).to_contain_text("112-233-445 95 точно")
    expect(screen.page.locator(".taken")).to_contain_text("01.02.1990 вероятно")
    screen.sees("Не разобрано: слесарь")
    assert screen.violations() == []
    screen.keys = 0
    screen.press("Enter")
    value(screen, "surname").to_have_value("Иванов")
    value(screen, "name").to_have_value("Иван")
    value(screen, "patronymic").to_have_value("Иванович")
    value(screen, "birth_date").to_have_value("01.02.1990")
    value(screen, "phone").to_have_value("+7 (926) 111-22-33")
    value(screen, "snils").to_have_value("112-233-445 95")
    expect(screen.page.locator("#register [name=sex][value=male]")).to_be_checked()
    expect(screen.page.locator("#one-line")).to_have_value("слесарь")
    expect(screen.page.locator(".taken__part")).to_have_count(0)
    assert screen.violations() == []
    doubts = screen.page.locator("[data-doubt]")
    expect(doubts).to_have_count(2)
    assert screen.active() == "birth_date", "the cursor goes to what must be looked at"
    screen.press("Enter")
    expect(doubts).to_have_count(1)
    screen.press("Enter")
    expect(doubts).to_have_count(0)
    screen.enter_to("visit_reason")
    screen.type("Приём терапевта")
    screen.press("Control+Enter")
    # What found no place is not lost with the form.
    expect(screen.page.locator("[data-rest]")).to_contain_text("слесарь")
    expect(screen.page.locator("[data-to-note]")).to_be_focused()
    assert screen.violations() == []
    screen.press("Enter")
    screen.at("/patient")
    screen.sees("Иванов Иван Иванович")
    expect(screen.page.locator("[data-text=note]").first).to_have_text("слесарь")
    record_property("figure", f"a walk-in from one line: {screen.keys} keys beside the line and the reason")


def test_a_line_that_nobody_has_put_yet_goes_to_the_fields_before_it_is_saved(screen: Screen):
    screen.sign_in()
    screen.open("/register?new")
    screen.press("Alt+o")
    screen.type("Иванов Иван 112-233-445 95")
    screen.press("Control+Enter")
    value(screen, "surname").to_have_value("Иванов")
    value(screen, "snils").to_have_value("112-233-445 95")
    expect(screen.page.locator("#one-line")).to_have_value("")
    expect(screen.page.locator("[data-rest]")).to_be_hidden()
    assert "/register?" in screen.page.url, "nothing is saved that nobody has looked at"


def test_what_is_typed_already_stays_unless_told(screen: Screen):
    screen.sign_in()
    screen.open("/register?new")
    screen.type("Петров")
    screen.press("Alt+o")
    screen.type("Иванов Иван")
    expect(screen.page.locator(".taken")).to_contain_text("поле уже заполнено")
    screen.press("Enter")
    value(screen, "surname").to_have_value("Петров")
    value(screen, "name").to_have_value("Иван")
    expect(screen.page.locator("#one-line")).to_have_value("Иванов")
    screen.tab_to("[data-replace]")
    screen.press("Space")
    screen.press("Alt+o", "Enter")
    value(screen, "surname").to_have_value("Иванов")
    expect(screen.page.locator("#one-line")).to_have_value("")


def test_marks_and_what_is_left_survive_in_the_draft(screen: Screen):
    screen.sign_in()
    take(screen, LINE)
    screen.press("Enter")
    expect(screen.page.locator("[data-doubt]")).to_have_count(2)
    # Of both: what was put into the fields, and what stayed in the line.
    with screen.page.expect_response("**/api/v1/drafts/*"):
        screen.press("Alt+o")
        screen.type(" с завода")
    screen.draft_is_kept()
    screen.open("/register")
    expect(screen.page.locator("#one-line")).to_have_value("слесарь с завода")


def test_nobody_found_begins_a_form_with_all_that_was_typed(screen: Screen):
    screen.sign_in()
    screen.press("/")
    screen.type("bdfyjd gtnh 05.03.1987 89261112233")
    expect(screen.page.locator("#find-list")).to_contain_text("Никого не нашли")
    screen.press("Enter", "Enter")
    screen.at("/register")
    value(screen, "surname").to_have_value("Иванов")
    value(screen, "name").to_have_value("Петр")
    value(screen, "birth_date").to_have_value("05.03.1987")
    value(screen, "phone").to_have_value("+7 (926) 111-22-33")


def test_the_people_of_a_moment_ago_are_one_key_away_and_gone_when_locked(
    screen: Screen, reception: Client, chance
):
    reception.post("/api/v1/patients", people.walk_in(chance, surname="Недавний", visit=False)).expect(201)
    screen.sign_in()
    screen.press("/")
    option = screen.page.locator("#find-list [role=option]")
    expect(option).to_contain_text("Недавний")
    assert screen.violations() == []
    screen.press("Control+Shift+L")
    expect(screen.page.locator("lock-screen dialog")).to_be_visible()
    assert "Недавний" not in screen.page.locator("patient-search").inner_html()
    screen.type(RECEPTION.pin)
    screen.press("Enter")
    expect(screen.page.locator("lock-screen dialog")).to_be_hidden()
    screen.press("/")
    expect(option).to_contain_text("Недавний")
    screen.press("ArrowDown", "Enter")
    screen.at("/patient")
    screen.sees("Недавний")


def test_a_row_says_by_which_paper_it_was_found(screen: Screen, reception: Client, chance):
    body = people.walk_in(chance, surname="Полисов", visit=False)
    card = reception.post("/api/v1/patients", body).expect(201)["patient"]["id"]
    policy = {"kind": "oms", "oms_type": "", "number": "2600000000000000", "insurer": "", "valid_to": ""}
    reception.post(
        f"/api/v1/patients/{card}/policies", {"policy": policy, "accepted": [], "reason": None}
    ).expect(201)
    screen.sign_in()
    screen.press("/")
    screen.type("2600000000000000")
    option = screen.page.locator("#find-list [role=option]").first
    expect(option).to_contain_text("Полисов")
    expect(option).to_contain_text("по полису …0000")
