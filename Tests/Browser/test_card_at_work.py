"""What a receptionist does on a card all day, by keyboard."""

import pytest
from playwright.sync_api import Route, expect
from screen import Screen, out_of_order
from support import people
from support.client import Client
from support.desk import ADMIN, Desk


def test_a_visit_is_opened_from_the_card(screen: Screen, reception: Client, chance):
    made = reception.post("/api/v1/patients", people.walk_in(chance, surname="Пришедший", visit=False))
    card = made.expect(201)["patient"]["id"]
    screen.sign_in()
    screen.open(f"/patient?id={card}")
    screen.sees("Пришедший")
    screen.press("Alt+V")
    expect(screen.page.locator("#visit_reason")).to_be_focused()
    screen.type("Справка в бассейн")
    screen.press("Control+Enter")
    expect(screen.page.locator("#visit [data-open-visit]")).to_contain_text("Справка в бассейн")
    visits = reception.get(f"/api/v1/patients/{card}/visits").expect(200)["items"]
    assert [(one["reason"], one["entered_at"]) for one in visits] == [("Справка в бассейн", None)]


def test_saving_what_nobody_changed_leaves_the_history_alone(screen: Screen, reception: Client, chance):
    made = reception.post("/api/v1/patients", people.walk_in(chance, surname="Прежний", visit=False))
    card = made.expect(201)["patient"]["id"]
    screen.sign_in()
    screen.open(f"/patient?id={card}")
    screen.sees("Прежний")
    screen.press("Alt+E")
    expect(screen.page.locator("#edit")).to_be_visible()
    screen.press("Control+Enter")
    expect(screen.page.locator("#edit")).to_be_hidden()
    assert reception.get(f"/api/v1/patients/{card}").expect(200)["version"] == 1


def test_enter_passes_the_tick_of_no_patronymic_by_when_there_is_one(screen: Screen):
    screen.sign_in()
    screen.open("/register?new")
    screen.enter_to("patronymic")
    screen.type("Львовна")
    screen.press("Enter")
    assert screen.active() == "birth_date"
    screen.page.locator("#patronymic").fill("")
    screen.page.locator("#patronymic").focus()
    screen.press("Enter")
    assert screen.active() == "patronymic_absent"


def test_escape_in_the_empty_search_goes_back_to_the_card(
    screen: Screen, desk: Desk, reception: Client, chance
):
    made = reception.post("/api/v1/patients", people.walk_in(chance, email="a@mail.example", visit=False))
    card = made.expect(201)["patient"]["id"]
    words = {"purpose": "emailing", "after": 0, "text": "Прошу присылать копии."}
    desk.sign_in(ADMIN).post("/api/v1/consent-texts", words).expect(201)
    sheet = reception.post(f"/api/v1/patients/{card}/consents", {"purpose": "emailing"}).expect(201)["id"]
    screen.sign_in()
    screen.open(f"/consent?id={sheet}")
    # The sheet says where the copies will go: that is what the clinic compares.
    expect(screen.page.locator(".paper")).to_contain_text("a@mail.example")
    assert screen.active("id") == "find"
    screen.press("Escape")
    screen.at(f"/patient?id={card}")


@pytest.mark.parametrize(("key", "part"), [("Alt+d", "#document-form"), ("Alt+e", "#edit")])
def test_a_key_pressed_before_the_card_is_there_is_answered_then(
    screen: Screen, reception: Client, chance, key: str, part: str
):
    made = reception.post("/api/v1/patients", people.walk_in(chance, visit=False))
    card = made.expect(201)["patient"]["id"]
    late: list[Route] = []
    screen.as_operator()
    screen.page.route(f"**/api/v1/patients/{card}", lambda route: late.append(route))
    screen.page.goto(f"http://127.0.0.1:{screen.desk.port}/patient?id={card}")
    screen.until(lambda: late, "the card to be asked for")
    screen.press(key)
    expect(screen.page.locator(part)).to_be_hidden()
    late[0].continue_()
    expect(screen.page.locator(part)).to_be_visible()


def test_a_key_pressed_long_before_the_card_is_there_is_forgotten(screen: Screen, reception: Client, chance):
    card = people.card_of(reception, chance)
    late: list[Route] = []
    screen.as_operator()
    screen.page.clock.install()
    screen.page.route(f"**/api/v1/patients/{card}", lambda route: late.append(route))
    screen.page.goto(f"http://127.0.0.1:{screen.desk.port}/patient?id={card}")
    screen.until(lambda: late, "the card to be asked for")
    asked = []
    screen.page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    screen.press("Alt+K")
    screen.page.clock.fast_forward(60_000)
    for route in late:
        route.continue_()
    screen.page.unroute_all(behavior="wait")
    expect(screen.page.locator(".person__name")).not_to_be_empty()
    # What is asked for now is answered after whatever was asked for then.
    screen.press("Alt+T")
    expect(screen.page.locator("#edit")).to_be_visible()
    assert [one for one in asked if one.startswith("POST") and "confirmation" in one] == []
    assert reception.get(f"/api/v1/patients/{card}").expect(200)["phone_confirmed"] is None


def test_a_key_that_is_held_down_takes_one_step(screen: Screen, reception: Client, chance):
    card = people.card_of(reception, chance, visit=True)
    screen.as_operator()
    screen.open_card(card)
    panel = screen.page.locator("[data-open-visit]")
    expect(panel).to_contain_text("ожидает")
    screen.page.keyboard.down("Alt")
    screen.page.keyboard.down("v")
    expect(panel).to_contain_text("на приёме")
    # Again without a key up between: as a held key repeats itself.
    screen.page.keyboard.down("v")
    screen.page.keyboard.up("v")
    screen.page.keyboard.up("Alt")
    expect(screen.page.locator("dialog[data-step=outcome]")).to_be_hidden()


def test_what_cannot_be_read_beside_a_card_leaves_the_card_usable(screen: Screen, reception: Client, chance):
    card = people.card_of(reception, chance)
    document = {"form": "document", "subject": card, "content": {"document_series": "4510", "who": "Кто-то"}}
    reception.put("/api/v1/drafts/01900000-0000-7000-8000-00000000000c", document).expect(200)
    screen.as_operator()
    screen.page.route("**/api/v1/drafts", out_of_order)
    with screen.expecting("503"):
        screen.open_card(card)
        screen.press("Alt+E")
        expect(screen.page.locator("#edit")).to_be_visible()
        screen.press("Escape")
        expect(screen.page.locator("#edit")).to_be_hidden()
    screen.page.unroute_all(behavior="wait")
    screen.page.evaluate("document.dispatchEvent(new CustomEvent('desk:unlocked'))")
    expect(screen.page.locator("#document-series")).to_have_value("4510")


def test_a_card_changed_by_a_colleague_is_told_though_it_cannot_be_read(
    screen: Screen, reception: Client, chance
):
    body = people.walk_in(chance, visit=False)
    card = reception.post("/api/v1/patients", body).expect(201)["patient"]["id"]
    screen.as_operator()
    screen.open_card(card)
    screen.press("Alt+T")
    screen.type("9267654321")
    theirs = {"version": 1, "person": body["person"] | {"note": "Громче"}, "accepted": [], "reason": None,
              "draft": None}  # fmt: skip
    reception.put(f"/api/v1/patients/{card}", theirs).expect(200)

    def unread(route: Route) -> None:
        if route.request.method == "GET":
            return out_of_order(route)
        return route.continue_()

    screen.page.route(f"**/api/v1/patients/{card}", unread)
    with screen.expecting("409", "503"):
        with screen.page.expect_response(lambda answer: answer.status == 503):
            screen.press("Control+Enter")
        screen.sees("Карту уже изменили")
        expect(screen.page.locator("#phone")).to_have_value("+7 (926) 765-43-21")
    screen.page.unroute_all(behavior="wait")
