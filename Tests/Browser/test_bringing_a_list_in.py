"""The page of lists: a clerk brings an employer's list in with the keyboard alone."""

import csv
import io
import pathlib
import random

import pytest
from playwright.sync_api import Route, expect
from screen import Screen, out_of_order, reload
from support import lists, people
from support.desk import RECEPTION, SENIOR

GOOD = 12


@pytest.fixture
def rows() -> list[dict]:
    chance = random.Random(31)
    return [people.person(chance) for _ in range(GOOD)]


def choose(screen: Screen, text: bytes) -> None:
    """The file chooser is the browser's own window: what it hands over is put there, all else is keys."""
    field = screen.page.locator("#file")
    field.set_input_files({"name": "spisok.csv", "mimeType": "text/csv", "buffer": text})
    field.focus()


def bring_in(screen: Screen, text: bytes) -> None:
    choose(screen, text)
    screen.press("Control+Enter")


def test_a_list_is_checked_brought_in_and_its_errors_saved(screen: Screen, rows: list[dict]):
    wrong = rows[0] | {"surname": "Ошибкин", "snils": "112-233-445 00"}
    screen.sign_in(SENIOR)
    screen.press("Alt+9")
    screen.at("/import")
    assert screen.active() == "file"
    bring_in(screen, lists.csv_of([*rows, wrong], policy="ДМС-4455", encoding="cp1251"))
    screen.sees("Список проверен")
    screen.sees("должно быть 95")
    expect(screen.page.locator("[data-take]")).to_be_focused()
    expect(screen.page.locator("[data-take]")).to_have_text(f"Завести карт: {GOOD}")
    assert screen.violations() == []
    screen.press("Enter")
    screen.sees("Список заведён")
    screen.tab_to("[data-save]")
    with screen.page.expect_download() as saved:
        screen.press("Enter")
    text = pathlib.Path(saved.value.path()).read_bytes().decode("utf-8-sig")
    table = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert table[0][:2] == ["Строка (Frontdesk)", "Причина (Frontdesk)"] and len(table) == 2
    assert table[1][2] == "Ошибкин" and "должно быть 95" in table[1][1]
    screen.tab_to("[data-another]")
    screen.press("Enter")
    screen.sees(f"заведено {GOOD}")
    bring_in(screen, lists.csv_of(rows, policy="ДМС-4455"))
    screen.sees("Список проверен")
    expect(screen.page.locator("[data-text=known]")).to_have_text(str(GOOD))
    expect(screen.page.locator("[data-take]")).to_be_hidden()


def test_the_card_says_that_it_came_from_a_list(screen: Screen, rows: list[dict]):
    screen.sign_in(SENIOR)
    screen.open("/import")
    bring_in(screen, lists.csv_of(rows[:1]))
    screen.sees("Завести карт: 1")
    screen.press("Enter")
    screen.sees("Список заведён")
    client = screen.desk.sign_in(SENIOR)
    body = {"text": rows[0]["surname"], "limit": 5}
    card = client.post("/api/v1/patients/search", body, key=False).expect(200)["items"][0]["id"]
    screen.open(f"/patient?id={card}#history")
    screen.sees("Заведена или дополнена из списка")


def test_whoever_stands_in_a_list_twice_is_made_once_and_it_says_so(screen: Screen, rows: list[dict]):
    screen.sign_in(SENIOR)
    screen.open("/import")
    bring_in(screen, lists.csv_of([*rows, rows[0]]))
    screen.sees("Список проверен")
    remark = screen.page.locator("[data-remarks] tbody tr")
    expect(remark).to_contain_text("Тот же человек, что в строке 2")
    expect(remark).to_contain_text("уже есть в этом списке")
    expect(screen.page.locator("[data-take]")).to_have_text(f"Завести карт: {GOOD}")


def test_a_workbook_is_told_how_to_be_saved_and_no_file_is_told_too(screen: Screen):
    screen.sign_in(SENIOR)
    screen.open("/import")
    screen.press("Control+Enter")
    screen.sees("Выберите файл.")
    assert screen.active() == "file"
    bring_in(screen, b"PK\x03\x04" + bytes(99))
    screen.sees("CSV UTF-8 (разделитель – запятая)")
    assert screen.active() == "file"
    assert screen.violations() == []


def test_the_end_of_a_check_leaves_the_hand_where_it_types(screen: Screen, rows: list[dict]):
    lists.send(screen.desk.sign_in(SENIOR), lists.csv_of(rows))
    screen.as_operator(SENIOR)
    screen.open("/import")
    screen.sees("Список проверен")
    still_checking = [True]

    def slow(route: Route) -> None:
        answer = route.fetch()
        told = answer.json() | ({"stage": "checking"} if still_checking else {})
        route.fulfill(response=answer, json=told)

    screen.page.route("**/api/v1/lists/current", slow)
    screen.open("/import")
    expect(screen.page.locator("[data-progress]")).to_be_visible()
    screen.press("Control+K")
    still_checking.clear()
    expect(screen.page.locator("[data-take]")).to_be_visible()
    assert screen.active("id") == "find"
    # Nothing is half asked when the page goes away.
    screen.page.unroute_all(behavior="wait")


def test_a_refused_file_takes_the_focus_once(screen: Screen):
    screen.sign_in(SENIOR)
    screen.open("/import")
    bring_in(screen, b"PK\x03\x04" + bytes(99))
    screen.sees("CSV UTF-8 (разделитель – запятая)")
    assert screen.active() == "file"
    screen.press("Control+K")
    reload(screen, "/api/v1/lists/current")
    assert screen.active("id") == "find"


def test_who_is_alike_is_left_until_the_clerk_has_looked(screen: Screen, rows: list[dict]):
    lists.bring_in(screen.desk.sign_in(SENIOR), lists.csv_of(rows[:1]))
    surname = rows[0]["surname"]
    alike = rows[0] | {"surname": surname[:-2] + surname[-1], "snils": "", "phone": ""}
    screen.sign_in(SENIOR)
    screen.open("/import")
    screen.tab_to("[data-another]")
    screen.press("Enter")
    bring_in(screen, lists.csv_of([alike]))
    screen.sees("Похожа на карту")
    screen.tab_to("#take-alike")
    screen.press("Space")
    screen.tab_to("[data-take]")
    screen.press("Enter")
    screen.sees("Список заведён")


def test_why_a_list_cannot_be_stopped_stays_to_be_read(screen: Screen, rows: list[dict]):
    lists.send(screen.desk.sign_in(SENIOR), lists.csv_of(rows))
    screen.as_operator(SENIOR)
    screen.open("/import")
    button = screen.page.locator("#choose [type=submit]")

    def slow(route: Route) -> None:
        if route.request.method == "DELETE":
            return out_of_order(route)
        answer = route.fetch()
        return route.fulfill(response=answer, json=answer.json() | {"stage": "checking"})

    screen.page.route("**/api/v1/lists/current**", slow)
    screen.open("/import")
    screen.tab_to("[data-stop]")
    refusal = screen.page.locator("#work [data-refused]")
    with screen.expecting("503"):
        screen.press("Enter")
        expect(refusal).to_contain_text("Нет места")
    for _ in range(3):
        with screen.page.expect_response("**/api/v1/lists/current"):
            pass
    expect(refusal).to_contain_text("Нет места")
    screen.page.unroute_all(behavior="wait")
    expect(screen.page.locator("[data-another]")).to_be_visible()
    screen.tab_to("[data-another]")
    screen.press("Enter")
    bring_in(screen, b"PK\x03\x04" + bytes(99))
    screen.sees("CSV UTF-8 (разделитель – запятая)")
    expect(button.locator("kbd")).to_have_text("Ctrl+Enter")


def test_the_receptionist_has_no_such_page(screen: Screen):
    screen.sign_in(RECEPTION)
    expect(screen.page.locator("[data-task=import]")).to_be_hidden()


@pytest.mark.parametrize("width", (360, 1280))
@pytest.mark.parametrize("scheme", ("light", "dark"))
def test_the_page_with_many_remarks_holds(new_screen, width: int, scheme: str, tmp_path: pathlib.Path):
    screen = new_screen(width, 800, color_scheme=scheme)
    chance = random.Random(5)
    long = "Константинопольская-Преображенская"
    wrong = [people.person(chance, surname=long, snils="112-233-445 00", sex="") for _ in range(220)]
    lists.send(screen.desk.sign_in(SENIOR), lists.csv_of(wrong))
    screen.as_operator(SENIOR)
    screen.open("/import")
    screen.sees("Первые 200")
    assert screen.violations() == []
    wide = screen.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0, f"{wide} px too wide"
    screen.picture(tmp_path / f"import-{width}-{scheme}.png")
