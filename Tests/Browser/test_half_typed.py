"""What is half typed on a card survives a pulled plug; what nobody typed is no draft."""

import pytest
from playwright.sync_api import expect
from screen import Screen, out_of_order
from support import people, waiting
from support.client import Client
from support.desk import ADMIN, Desk

FORMS = {
    "document": ("Alt+d", "#document-form", "Документ не записан", {
        "document_series": "4510", "document_number": "1234", "document_issuer": "ОВД Неблизкое"}),
    "policy": ("Alt+p", "#policy-form", "Полис не записан", {
        "policy_number": "799273", "policy_insurer": "Ромашка"}),
    "particulars": ("Alt+a", "#beside", "Адреса и прочее", {
        "phone_2": "+7 (926) 222-33-44", "address_registered": "Неблизкая ул., д. 1"}),
    "family": ("Alt+f", "#family-form", "Родство не записано", {
        "other": "Ромаш", "basis": "доверенность № 7"}),
}  # fmt: skip


def kept(client: Client, form: str) -> list[dict]:
    return [one for one in client.get("/api/v1/drafts").expect(200)["items"] if one["form"] == form]


@pytest.mark.parametrize("form", FORMS)
def test_a_form_of_a_card_comes_back_after_a_power_cut(
    screen: Screen, reception: Client, chance, form: str
):
    card = people.card_of(reception, chance, surname="Недописова")
    key, where, line, typed = FORMS[form]
    screen.as_operator()
    screen.open_card(card)
    screen.press(key)
    part = screen.page.locator(where)
    expect(part).to_be_visible()
    for name, text in typed.items():
        part.locator(f"[name={name}]").fill(text)
    expect(part.locator("[data-draft-note]")).to_contain_text("Сохранено на этом компьютере")
    screen.page.reload()
    screen.settled()
    for name, text in typed.items():
        expect(part.locator(f"[name={name}]")).to_have_value(text)
    expect(part).to_be_visible()
    # The desk names it and its person, and leads back to it.
    screen.press("Escape", "Escape")
    screen.at("/desk")
    row = screen.page.locator("#attention li", has_text=line)
    expect(row).to_contain_text("Недописова")
    row.locator("a").focus()
    screen.press("Enter")
    screen.at(f"/patient?id={card}")
    for name, text in typed.items():
        expect(part.locator(f"[name={name}]")).to_have_value(text)
    assert screen.violations() == []
    part.locator("[data-cancel]").focus()
    screen.press("Enter")
    expect(part).to_be_hidden()
    waiting.until(lambda: kept(reception, form) == [], 10, "the draft to be thrown away")
    screen.page.reload()
    screen.settled()
    expect(part).to_be_hidden()


def test_a_new_form_takes_what_was_typed_along(screen: Screen, reception: Client, chance):
    card = people.card_of(reception, chance)
    screen.as_operator()
    screen.open_card(card)
    screen.press("Alt+d")
    expect(screen.page.locator("#document-series")).to_be_focused()
    screen.type("4510")
    # At once, before the pause after typing is over.
    screen.press("F2")
    screen.at("/register")
    waiting.until(lambda: kept(reception, "document"), 10, "the draft to be kept")
    screen.open(f"/patient?id={card}")
    expect(screen.page.locator("#document-series")).to_have_value("4510")
    screen.page.locator("#document-number").fill("123456")
    screen.press("Control+Enter")
    expect(screen.page.locator("[data-papers]")).to_contain_text("Паспорт")
    waiting.until(lambda: kept(reception, "document") == [], 10, "the draft to be used up")


def test_the_chosen_relative_comes_back_with_the_form(screen: Screen, reception: Client, chance):
    child = people.card_of(reception, chance, birth_date="12.03.2020")
    mother = people.card_of(reception, chance, surname="Ромашкина", sex="female")
    screen.as_operator()
    screen.open_card(child)
    screen.press("Alt+f")
    expect(screen.page.locator("#family-other")).to_be_focused()
    screen.type("ромашкина")
    expect(screen.page.locator("#family-found [role=option]")).to_have_count(1)
    screen.press("Enter")
    expect(screen.page.locator("#family-role")).to_be_focused()
    expect(screen.page.locator("#family-form [data-draft-note]")).to_contain_text("Сохранено")
    screen.page.reload()
    screen.settled()
    expect(screen.page.locator("#family-role")).to_be_focused()
    screen.press("Control+Enter")
    expect(screen.page.locator("[data-list=representatives]")).to_contain_text("Ромашкина")
    assert reception.get(f"/api/v1/patients/{child}/family")["representatives"][0]["patient"] == mother
    waiting.until(lambda: kept(reception, "family") == [], 10, "the draft to be used up")


def test_opening_a_form_that_the_page_fills_is_no_draft(screen: Screen, reception: Client, chance):
    mother = people.card_of(reception, chance, phone="8 926 111-22-33")
    screen.as_operator()
    for path, filled in (
        ("/register?new&late=01.02.2026", "#late_day"),
        (f"/register?relative={mother}", "#phone"),
    ):
        screen.open(path)
        expect(screen.page.locator(filled)).not_to_have_value("")
        screen.page.locator("#surname").focus()
        screen.press("Escape")
        screen.at("/desk")
        assert reception.get("/api/v1/drafts").expect(200)["items"] == [], path


def test_the_next_late_sheet_of_a_card_is_no_draft(screen: Screen, reception: Client, chance):
    card = people.card_of(reception, chance)
    today = reception.get("/api/v1/status").expect(200)["today"]
    screen.as_operator()
    screen.open(f"/patient?id={card}")
    form = screen.page.locator("#visit form")
    form.locator("#visit_reason").fill("Справка")
    form.locator("[name=late]").check()
    form.locator("#late_day").fill(".".join(reversed(today.split("-"))))
    form.locator("#late_time").fill("0:00")
    form.locator("#late_outcome").fill("Выдана")
    screen.press("Control+Enter")
    expect(form.locator("#visit_reason")).to_have_value("")
    expect(form.locator("[name=late]")).to_be_checked()
    screen.open("/desk")
    assert reception.get("/api/v1/drafts").expect(200)["items"] == []


def test_whose_relative_a_draft_is_stays_with_the_draft(screen: Screen, reception: Client, chance):
    mother = people.card_of(reception, chance, surname="Ромашкина", sex="female")
    screen.as_operator()
    screen.open(f"/register?relative={mother}")
    expect(screen.page.locator("#surname")).to_have_value("Ромашкина")
    screen.page.locator("#surname").fill("Ромашкин")
    screen.draft_is_kept()
    screen.press("Escape")
    screen.at("/desk")
    screen.page.locator("#attention li a", has_text="Продолжить").focus()
    screen.press("Enter")
    screen.at("/register")
    told = screen.page.locator("[data-relative-of]")
    expect(told).to_contain_text("Ромашкина")
    assert f"relative={mother}" in screen.page.url
    # A draft of somebody else, taken up where a relative was begun, is nobody's relative.
    screen.press("Escape")
    screen.at("/desk")
    draft = kept(reception, "walk-in")[0]
    reception.delete(f"/api/v1/drafts/{draft['id']}").expect(204)
    stranger = {"form": "walk-in", "subject": None, "content": {"surname": "Чужаков", "name": "Савва"}}
    reception.put("/api/v1/drafts/01900000-0000-7000-8000-00000000000b", stranger).expect(200)
    screen.open(f"/register?relative={mother}")
    expect(told).to_be_visible()
    screen.page.locator("[data-offer] button").focus()
    screen.press("Enter")
    expect(screen.page.locator("#surname")).to_have_value("Чужаков")
    expect(told).to_be_hidden()
    assert "relative" not in screen.page.url


def test_a_reason_too_long_is_told_where_it_stands(screen: Screen, reception: Client, chance):
    first = people.walk_in(chance, visit=False)
    reception.post("/api/v1/patients", first).expect(201)
    screen.as_operator()
    screen.open("/register?new")
    same = people.person(chance, snils=first["person"]["snils"])
    for name in ("surname", "name", "patronymic", "birth_date", "phone", "snils"):
        screen.page.locator(f"[name={name}]").fill(str(same[name]))
    screen.page.locator("[name=sex]").last.check()
    screen.page.locator("#visit_reason").fill("Приём")
    tick = screen.page.locator("[data-accepts=snils_shared]")
    screen.page.locator("#phone").focus()
    expect(tick).to_be_visible()
    tick.check()
    why = screen.page.locator("[data-reason]")
    why.fill("д" * 301)
    with screen.expecting("422"):
        screen.press("Control+Enter")
        expect(screen.page.locator("[data-error=reason]")).to_contain_text("300")
    expect(why).to_be_focused()
    expect(screen.page.locator("[data-error=visit_reason]")).to_be_hidden()
    assert screen.violations() == []


def change_a_precinct_after_a_colleague(screen: Screen, desk: Desk) -> None:
    """A precinct's number is typed anew, and somebody else has changed it meanwhile."""
    admin = desk.sign_in(ADMIN)
    place = {"clinic": "Поликлиника № 12", "precinct": "7", "kind": "adult"}
    made = admin.post("/api/v1/attachment-places", place).expect(201)
    screen.as_operator(ADMIN)
    screen.open("/settings")
    screen.page.locator("#places [data-list] button").focus()
    screen.press("Enter")
    screen.page.locator("#place-precinct").fill("7а")
    theirs = place | {"precinct": "8", "version": 1, "closed": False}
    admin.put(f"/api/v1/attachment-places/{made['id']}", theirs).expect(200)


def test_a_precinct_changed_meanwhile_keeps_what_was_typed(screen: Screen, desk: Desk):
    change_a_precinct_after_a_colleague(screen, desk)
    number = screen.page.locator("#place-precinct")
    with screen.expecting("409"):
        screen.press("Control+Enter")
        expect(screen.page.locator("#places .summary")).to_be_visible()
    expect(screen.page.locator("#places [data-list]")).to_contain_text("участок 8")
    expect(number).to_have_value("7а")
    screen.press("Control+Enter")
    expect(screen.page.locator("#places [data-list]")).to_contain_text("участок 7а")


def test_the_form_that_was_asked_for_opens_though_the_card_is_half_changed(
    screen: Screen, reception: Client, chance
):
    card = people.card_of(reception, chance)
    change = {"surname": "Переменова", "version": "1"}
    for number, form, content in (
        ("c", "document", {"document_series": "4510", "who": "Кто-то"}),
        ("d", "patient-edit", change),
    ):
        draft = {"form": form, "subject": card, "content": content}
        reception.put(f"/api/v1/drafts/01900000-0000-7000-8000-00000000000{number}", draft).expect(200)
    screen.as_operator()
    asked = []
    screen.page.on("request", lambda request: asked.append(request.url))
    screen.open_card(card, "#document")
    expect(screen.page.locator("#document-series")).to_have_value("4510")
    expect(screen.page.locator("#edit")).to_be_hidden()
    assert len([url for url in asked if url.endswith("/drafts")]) == 1
    screen.open_card(card, "#patient-edit")
    screen.page.reload()
    expect(screen.page.locator("#edit #surname")).to_have_value("Переменова")
    expect(screen.page.locator("#document-form")).to_be_hidden()


def test_a_draft_of_a_walk_in_comes_back_without_the_list_of_places(
    screen: Screen, desk: Desk, reception: Client
):
    place = {"clinic": "Поликлиника № 12", "precinct": "7", "kind": "adult"}
    made = desk.sign_in(ADMIN).post("/api/v1/attachment-places", place).expect(201)
    content = {"surname": "Недописанный", "name": "Савва", "attachment": made["id"]}
    draft = {"form": "walk-in", "subject": None, "content": content}
    reception.put("/api/v1/drafts/01900000-0000-7000-8000-00000000000a", draft).expect(200)
    screen.as_operator()
    screen.page.route("**/api/v1/attachment-places", out_of_order)
    with screen.expecting("503"):
        screen.open("/register?draft=01900000-0000-7000-8000-00000000000a")
        expect(screen.page.locator("#surname")).to_have_value("Недописанный")
    screen.page.unroute_all(behavior="wait")
    screen.page.evaluate("document.dispatchEvent(new CustomEvent('desk:unlocked'))")
    expect(screen.page.locator("#register [name=attachment]")).to_have_value(made["id"])


def test_why_a_precinct_was_not_changed_is_told_though_nothing_more_can_be_read(screen: Screen, desk: Desk):
    change_a_precinct_after_a_colleague(screen, desk)
    screen.page.route("**/api/v1/attachment-places", out_of_order)
    with screen.expecting("409", "503"):
        screen.press("Control+Enter")
        expect(screen.page.locator("#places .summary")).to_be_visible()
    expect(screen.page.locator("#places .summary")).not_to_contain_text("Нет места")
    screen.page.unroute_all(behavior="wait")
