"""The receptionist's day by keyboard alone: sign in, register, find, serve, lock, come back."""

from playwright.sync_api import expect
from screen import Screen
from support import people
from support.client import Client
from support.desk import ADMIN, RECEPTION, SENIOR, Desk

# Keys beside the letters of the data, from the home page to the saved card. Counted, not wished.
MOST_KEYS_FOR_A_WALK_IN = 20


def register(screen: Screen, surname: str = "Артёмов", phone: str = "9261112233") -> None:
    """A new patient from wherever the hands are, with a visit."""
    screen.press("F2")
    screen.at("/register")
    screen.type(surname)
    screen.enter_to("name")
    screen.type("Пётр")
    screen.enter_to("patronymic")
    screen.type("Семёнович")
    screen.enter_to("birth_date")
    screen.type("05031987")
    screen.enter_to("sex")
    screen.press("ArrowRight")
    screen.enter_to("phone")
    screen.type(phone)
    screen.enter_to("visit_reason")
    screen.type("Приём терапевта")
    screen.press("Control+Enter")
    screen.at("/patient")


def test_a_walk_in_is_signed_in_registered_and_found_again(screen: Screen, record_property):
    screen.sign_in()
    screen.keys = 0
    register(screen)
    used = screen.keys
    screen.sees("Артёмов Пётр Семёнович")
    screen.sees("+7 (926) 111-22-33")
    for text in ("артемов", "АРТЁМ", "926 111 22 33", "05.03.1987"):
        screen.press("Control+K")
        screen.page.locator("#find").fill("")
        screen.type(text)
        option = screen.page.locator("#find-list [role=option]").first
        expect(option).to_contain_text("Артёмов Пётр Семёнович")
        screen.press("Escape", "Escape")
    record_property("figure", f"registering a walk-in: {used} keys beside the data itself")
    assert used <= MOST_KEYS_FOR_A_WALK_IN


def test_finding_and_opening_a_card_takes_two_keys(screen: Screen, reception: Client, chance):
    reception.post("/api/v1/patients", people.walk_in(chance, surname="Однажды")).expect(201)
    screen.sign_in()
    screen.keys = 0
    screen.press("/")
    screen.type("однаж")
    screen.press("Enter")
    screen.at("/patient")
    screen.sees("Однажды")
    assert screen.keys == 2


def test_a_visit_is_served_from_the_list(screen: Screen, reception: Client, chance):
    reception.post("/api/v1/patients", people.walk_in(chance, surname="Ждущий")).expect(201)
    screen.sign_in()
    screen.sees("Ждущий")
    screen.press("ArrowDown")
    row = screen.page.locator("visit-list tr[data-row]").first
    expect(row).to_contain_text("Ждущий")
    screen.press("1")
    expect(row).to_contain_text("на приёме")
    screen.press("1")
    expect(screen.page.locator("dialog[data-step=outcome]")).to_be_visible()
    screen.type("Принят")
    screen.press("Control+Enter")
    expect(screen.page.locator("dialog[data-step=outcome]")).to_be_hidden()
    assert reception.get("/api/v1/visits")["items"][0]["state"] == "done"


def test_locking_hides_the_patient_and_keeps_the_half_typed_form(screen: Screen):
    screen.sign_in()
    screen.press("F2")
    screen.at("/register")
    screen.type("Полунабран")
    screen.enter_to("name")
    screen.type("Глеб")
    screen.press("Control+Shift+L")
    lock = screen.page.locator("lock-screen dialog")
    expect(lock).to_be_visible()
    expect(screen.page.locator("#surname")).to_be_hidden()
    expect(screen.page.locator("#lock-pin")).to_be_focused()
    with screen.expecting("401"):
        screen.type("908172")
        screen.press("Enter")
        expect(screen.page.locator("lock-screen .summary").first).to_be_visible()
    screen.page.locator("#lock-pin").fill("")
    screen.type(RECEPTION.pin)
    screen.press("Enter")
    expect(lock).to_be_hidden()
    assert screen.page.locator("#surname").input_value() == "Полунабран"
    assert screen.page.locator("#name").input_value() == "Глеб"


def test_a_locked_page_that_is_loaded_again_stays_locked_and_empty(screen: Screen, reception: Client, chance):
    made = reception.post("/api/v1/patients", people.walk_in(chance, surname="Тайный")).expect(201)
    screen.sign_in()
    screen.open(f"/patient?id={made['patient']['id']}")
    screen.sees("Тайный")
    screen.press("Control+Shift+L")
    expect(screen.page.locator("lock-screen dialog")).to_be_visible()
    with screen.expecting("423"):
        screen.page.reload()
        expect(screen.page.locator("lock-screen dialog")).to_be_visible()
    assert "Тайный" not in screen.page.content()
    screen.does_not_see("Тайный")


def test_pulling_the_plug_brings_the_half_typed_form_back(screen: Screen, desk: Desk):
    screen.sign_in()
    screen.press("F2")
    screen.at("/register")
    screen.type("Недописанный")
    screen.enter_to("name")
    screen.type("Савва")
    screen.draft_is_kept()
    with screen.expecting("ERR_CONNECTION", "ERR_EMPTY_RESPONSE", "ERR_SOCKET", "401", "423"):
        desk.kill9()
        desk.start()
        screen.page.reload()
        screen.page.wait_for_load_state("load")
    if "/sign-in" in screen.page.url:
        screen.sign_in()
        screen.open("/register")
    expect(screen.page.locator("#surname")).to_have_value("Недописанный")
    expect(screen.page.locator("#name")).to_have_value("Савва")


def test_a_wrong_field_is_explained_beside_it_and_what_was_typed_stays(screen: Screen):
    screen.sign_in()
    screen.press("F2")
    screen.at("/register")
    screen.type("Иванoв")
    with screen.expecting("422"):
        screen.press("Control+Enter")
        expect(screen.page.locator(".summary").locator("visible=true").first).to_be_visible()
    expect(screen.page.locator("#surname-error")).not_to_be_empty()
    expect(screen.page.locator("#surname")).to_have_value("Иванoв")
    expect(screen.page.locator("#surname")).to_have_attribute("aria-invalid", "true")


def test_a_wrong_password_is_explained_and_the_login_stays(screen: Screen):
    screen.open("/sign-in")
    screen.type(RECEPTION.login)
    screen.press("Tab")
    screen.type("not-the-password")
    with screen.expecting("401"):
        screen.press("Enter")
        expect(screen.page.locator("#sign-in .summary")).to_be_visible()
    screen.sees("Логин или пароль не подходят")
    expect(screen.page.locator("#login")).to_have_value(RECEPTION.login)
    expect(screen.page.locator("#password")).to_be_focused()


def test_the_language_is_switched_by_keyboard(screen: Screen):
    screen.sign_in()
    screen.tab_to("[popovertarget=operator-menu]")
    screen.press("Enter")
    screen.tab_to("#operator-menu [data-language-choice=en]")
    screen.press("Enter")
    expect(screen.page.locator("html")).to_have_attribute("lang", "en")
    screen.settled()
    assert not [
        word
        for word in ("Сегодня", "Справка", "Настройки")
        if word in screen.page.locator("main").inner_text()
    ]


def test_the_question_mark_shows_the_keys_and_escape_hides_them(screen: Screen):
    screen.sign_in()
    screen.page.evaluate("document.activeElement.blur()")
    screen.press("Shift+Slash")
    expect(screen.page.locator("dialog#keys")).to_be_visible()
    screen.press("Escape")
    expect(screen.page.locator("dialog#keys")).to_be_hidden()


def test_every_task_has_its_key(screen: Screen):
    screen.sign_in()
    for number, path in (
        (2, "/patients"),
        (3, "/visits"),
        (4, "/shift"),
        (5, "/settings"),
        (8, "/help"),
        (1, "/desk"),
    ):
        screen.press(f"Alt+{number}")
        screen.at(path)


def test_a_colleague_takes_over_the_screen_and_gives_it_back(screen: Screen):
    screen.sign_in(SENIOR)
    screen.press("Control+Shift+L")
    expect(screen.page.locator("lock-screen dialog")).to_be_visible()
    screen.tab_to("[data-pane-open=switch]")
    screen.press("Enter")
    screen.tab_to("lock-screen a[href='/sign-in']")
    screen.press("Enter")
    screen.page.wait_for_url("**/sign-in**")
    screen.page.locator("#login").focus()
    screen.type(RECEPTION.login)
    screen.press("Tab")
    screen.type(RECEPTION.password)
    screen.press("Enter")
    screen.at("/desk")
    screen.sees(RECEPTION.name)


def test_a_shift_is_opened_and_closed(screen: Screen, reception: Client):
    screen.sign_in()
    screen.press("Alt+4")
    screen.at("/shift")
    screen.tab_to("main button")
    screen.press("Enter")
    expect(screen.page.locator("main")).to_contain_text("открыта")
    expect(screen.page.locator("main .lead")).to_be_focused()


def test_a_tab_left_alone_locks_itself(screen: Screen, new_screen):
    screen.page.clock.install()
    screen.sign_in()
    screen.page.clock.fast_forward("05:05")
    expect(screen.page.locator("lock-screen dialog")).to_be_visible()


def test_a_list_put_aside_by_escape_comes_back_by_the_arrow(screen: Screen, reception: Client, chance):
    people.card_of(reception, chance, visit=True, surname="Возвратная")
    screen.sign_in()
    screen.press("/")
    screen.type("возвратн")
    hits = screen.page.locator("#find-list")
    expect(hits).to_contain_text("Возвратная")
    screen.press("Escape")
    expect(hits).to_be_hidden()
    screen.press("ArrowDown")
    expect(hits).to_contain_text("Возвратная")
    expect(hits).to_be_visible()
    assert screen.active("id") == "find"
    screen.press("Escape", "Escape")
    expect(screen.page.locator("#find")).to_have_value("")
    # The empty field has nothing to show: ↓ goes to the day's list, as ever.
    screen.press("ArrowDown")
    assert screen.active("id") != "find"


def test_arrows_in_the_hits_come_back_to_the_field(screen: Screen, reception: Client, chance):
    for surname in ("Дважды", "Дважды"):
        reception.post("/api/v1/patients", people.walk_in(chance, surname=surname)).expect(201)
    screen.sign_in()
    selected = screen.page.locator("#find-list [aria-selected=true]")
    screen.press("/")
    screen.type("дважд")
    expect(screen.page.locator("#find-list [role=option]")).to_have_count(3)
    screen.press("ArrowDown")
    expect(selected).to_contain_text("Дважды")
    screen.press("ArrowUp")
    expect(selected).to_have_count(0)
    screen.press("ArrowDown", "Enter")
    screen.at("/patient")


def test_a_consent_is_offered_signed_found_by_its_number_and_withdrawn(
    screen: Screen, desk: Desk, reception: Client, chance
):
    text = {"purpose": "emailing", "after": 0, "text": "Прошу присылать копии на мою почту."}
    desk.sign_in(ADMIN).post("/api/v1/consent-texts", text).expect(201)
    made = reception.post("/api/v1/patients", people.walk_in(chance, visit=False)).expect(201)
    screen.sign_in()
    screen.open(f"/patient?id={made['patient']['id']}#consents")
    screen.tab_to("[data-offer]")
    screen.press("Enter")
    screen.at("/consent")
    paper = screen.page.locator(".paper")
    expect(paper).to_contain_text("Прошу присылать копии на мою почту.")
    expect(paper).to_contain_text(str(made["patient"]["surname"]))
    screen.press("Alt+Y")
    state = screen.page.locator("#sheet .state")
    expect(state).to_contain_text("Подписано")
    screen.open("/consent")
    screen.type("с-1")
    screen.press("Enter")
    expect(state).to_contain_text("Подписано")
    screen.tab_to("[data-withdraw]")
    screen.press("Enter")
    screen.type("Передумал")
    screen.press("Control+Enter")
    expect(state).to_contain_text("Отозвано")
    screen.press("Escape")
    screen.at("/patient")
    expect(screen.page.locator("#panel-consents")).to_contain_text("Отозвано")


def test_a_number_that_no_sheet_has_says_where_the_right_one_stands(screen: Screen):
    screen.sign_in()
    screen.open("/consent")
    screen.type("77")
    with screen.expecting("404"):
        screen.press("Enter")
        expect(screen.page.locator("#by-number")).to_contain_text("в правом верхнем углу листа")
    expect(screen.page.locator("#number")).to_have_value("77")


def test_while_another_sheet_is_looked_for_none_can_be_answered(
    screen: Screen, desk: Desk, reception: Client, chance
):
    text = {"purpose": "emailing", "after": 0, "text": "Прошу присылать копии."}
    desk.sign_in(ADMIN).post("/api/v1/consent-texts", text).expect(201)
    made = reception.post("/api/v1/patients", people.walk_in(chance, visit=False)).expect(201)
    path = f"/api/v1/patients/{made['patient']['id']}/consents"
    sheet = reception.post(path, {"purpose": "emailing"}).expect(201)
    screen.sign_in()
    screen.open(f"/consent?id={sheet['id']}")
    pages = screen.page.pdf()
    assert pages.count(b"/Type /Page\n") == 1, "a sheet is one page"
    screen.page.locator("#number").focus()
    screen.type("77")
    with screen.expecting("404"):
        screen.press("Enter")
        expect(screen.page.locator("#by-number")).to_contain_text("в правом верхнем углу листа")
    answered = []
    screen.page.on("request", lambda request: answered.append(request.url))
    screen.press("Alt+Y")
    # Whatever the key has asked for was asked for before this.
    screen.open("/consent")
    assert [url for url in answered if url.endswith("/answer")] == []
    assert reception.get(path).expect(200)["items"][0]["state"] == "offered"


def test_a_passport_and_a_policy_are_written_down_and_one_is_struck(
    screen: Screen, reception: Client, chance
):
    made = reception.post("/api/v1/patients", people.walk_in(chance, visit=False)).expect(201)
    screen.sign_in()
    screen.open(f"/patient?id={made['patient']['id']}")
    panel = screen.page.locator("#panel-papers")
    screen.press("Alt+D")
    expect(screen.page.locator("#document-series")).to_be_focused()
    screen.type("4510")
    screen.press("Enter")
    screen.type("123456")
    screen.press("Control+Enter")
    expect(panel).to_contain_text("45 10 123456")
    expect(panel).to_contain_text("Личность подтверждена документом")
    screen.press("Alt+P")
    expect(screen.page.locator("#policy-number")).to_be_focused()
    screen.type("12345678901")
    with screen.expecting("422"):
        screen.press("Control+Enter")
        expect(panel).to_contain_text("Похоже на номер бланка с оборота")
    expect(screen.page.locator("#policy-number")).to_have_value("12345678901")
    screen.page.locator("#policy-number").select_text()
    screen.type("7992730000000008")
    with screen.expecting("422"):
        screen.press("Control+Enter")
        expect(panel.locator("[data-accepts=enp_control]")).to_be_focused()
    screen.press("Space")
    screen.page.locator("#policy-number").select_text()
    screen.type("7992730000000009")
    with screen.expecting("422"):
        # Another number is another question.
        screen.press("Control+Enter")
        expect(panel.locator("[data-accepts=enp_control]")).to_be_focused()
    screen.press("Space", "Control+Enter")
    expect(panel.locator("[data-papers]")).to_contain_text("Полис ОМС")
    screen.page.locator("[data-papers] [data-strike]").last.focus()
    screen.press("Enter")
    screen.type("Опечатка")
    screen.press("Control+Enter")
    expect(panel).to_contain_text("вычеркнуто")
    expect(panel).to_contain_text("Личность записана со слов")
    expect(panel.locator("[data-form=document-form]")).to_be_focused()
    screen.press("Alt+D")
    expect(screen.page.locator("#document-series")).to_be_focused()
    screen.type("4511")
    screen.press("Escape")
    expect(screen.page.locator("#document-form")).to_be_hidden()
    screen.press("Alt+D")
    expect(screen.page.locator("#document-series")).to_have_value("4511")
