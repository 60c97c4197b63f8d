"""The walk-in form: papers beside the person, every bad input told by its field, nothing typed lost."""

import pytest
from playwright.sync_api import expect
from screen import Screen
from support import people
from support.client import Client

GOOD = {
    "surname": "Артёмов",
    "name": "Пётр",
    "patronymic": "Семёнович",
    "birth_date": "05.03.1987",
    "visit_reason": "Приём терапевта",
}
LONG = "длинно " * 60

# field → what is typed there, the field that is told of it, and a word of what is said.
BAD = {
    "no surname": ({"surname": ""}, "surname", "Заполните"),
    "a Latin look-alike": ({"surname": "Иванoв"}, "surname", "латин"),
    "a name too long": ({"name": "А" * 61}, "name", "60"),
    "an emoji in a name": ({"name": "Пётр🙂"}, "name", "значок"),
    "a control character": ({"name": "Пё\u0007тр"}, "name", "знак"),
    "no patronymic and no tick": ({"patronymic": ""}, "patronymic", "Заполните"),
    "no birth date": ({"birth_date": ""}, "birth_date", "Заполните"),
    "a date that does not exist": ({"birth_date": "31.02.1990"}, "birth_date", "день"),
    "born tomorrow": ({"birth_date": "02.02.2199"}, "birth_date", "позже сегодняшней"),
    "a phone too short": ({"phone": "12345"}, "phone", "Цифр"),
    "a phone with an emoji": ({"phone": "926🙂1112233"}, "phone", "🙂"),
    "an address without @": ({"email": "petr.example.org"}, "email", "@"),
    "an address too long": ({"email": "a" * 260 + "@b.example"}, "email", "254"),
    "a wrong check of a СНИЛС": ({"snils": "112-233-445 96"}, "snils", "95"),
    "a note with a control character": ({"note": "Громче\u0007"}, "note", "знак"),
    "a note too long": ({"note": LONG * 3}, "note", "1000"),
    "no reason of the visit": ({"visit_reason": ""}, "visit_reason", "Заполните"),
    "a reason too long": ({"visit_reason": LONG}, "visit_reason", "300"),
    "a passport without a number": ({"document_series": "4510"}, "document_number", "Заполните"),
    "a passport without a series": ({"document_number": "123456"}, "document_series", "Заполните"),
    "a series too short": (
        {"document_series": "45", "document_number": "123456"}, "document_series", "4 цифры",
    ),
    "a number with a letter": (
        {"document_series": "4510", "document_number": "12345Ж"}, "document_number", "цифр",
    ),
    "a number with an emoji": (
        {"document_series": "4510", "document_number": "12345🙂"}, "document_number", "цифр",
    ),
    "one digit ten times": (
        {"document_series": "1111", "document_number": "111111"}, "document_number", "одинаков",
    ),
    "a passport of a child": (
        {"birth_date": "05.03.2020", "document_kind": "passport", "document_series": "4510",
         "document_number": "123456"},
        "document_kind", "14 лет",
    ),
    "issued in the future": (
        {"document_series": "4510", "document_number": "123456", "document_issued_on": "01.01.2199"},
        "document_issued_on", "позже сегодняшн",
    ),
    "issued on no day": (
        {"document_series": "4510", "document_number": "123456", "document_issued_on": "31.02.2011"},
        "document_issued_on", "день",
    ),
    "an issuer too long": (
        {"document_series": "4510", "document_number": "123456", "document_issuer": LONG},
        "document_issuer", "200",
    ),
    "a department code too short": (
        {"document_series": "4510", "document_number": "123456", "document_department_code": "77"},
        "document_department_code", "6 цифр",
    ),
    "an insurer alone": ({"policy_insurer": "Ромашка"}, "policy_number", "Заполните"),
    "the number of a blank": ({"policy_number": "12345678901"}, "policy_number", "бланка"),
    "a voluntary policy where ОМС is asked": (
        {"policy_number": "АБ-77/123456-К"}, "policy_number", "ДМС",
    ),
    "an insurer with a control character": (
        {"policy_number": "7992730000000007", "policy_insurer": "Рома\u0007шка"}, "policy_insurer", "знак",
    ),
    "valid to no day": (
        {"policy_number": "7992730000000007", "policy_valid_to": "32.01.2030"}, "policy_valid_to", "день",
    ),
}  # fmt: skip


def fill(screen: Screen, typed: dict[str, str]) -> None:
    screen.open("/register?new")
    for name, text in typed.items():
        place = screen.page.locator(f"[name={name}]")
        place.select_option(text) if name.endswith("_kind") else place.fill(text)
    screen.page.locator("[name=sex]").last.check()


def test_every_bad_input_is_told_by_its_field_and_nothing_typed_is_lost(screen: Screen, reception: Client):
    screen.as_operator()
    wrong = []
    for case, (instead, field, word) in BAD.items():
        typed = GOOD | instead
        fill(screen, typed)
        with screen.expecting("422"):
            screen.press("Control+Enter")
            said = screen.page.locator(f"[data-error={field}]")
            try:
                expect(said).to_be_visible()
                expect(screen.page.locator(f"[name={field}]").first).to_be_focused()
            except AssertionError:
                wrong.append((case, "not told, or the cursor is elsewhere", screen.active()))
                continue
        text = said.inner_text()
        if word not in text or len(text) < 10:
            wrong.append((case, text))
        kept = {name: screen.page.locator(f"[name={name}]").input_value() for name in typed}
        if kept != {name: " ".join(text.split("\r")) for name, text in typed.items()}:
            wrong.append((case, kept))
    assert wrong == [], '\n'.join(map(str, wrong))
    assert reception.get("/api/v1/visits").expect(200)["items"] == []


def test_the_cursor_goes_to_the_first_of_several(screen: Screen):
    screen.as_operator()
    wrong = {"name": "", "document_series": "45", "document_number": "123456", "policy_number": "1"}
    fill(screen, GOOD | wrong)
    with screen.expecting("422"):
        screen.press("Control+Enter")
        expect(screen.page.locator("#name")).to_be_focused()
    for field in ("name", "document_series", "policy_number"):
        expect(screen.page.locator(f"[data-error={field}]")).to_be_visible()
    expect(screen.page.locator(".summary li").locator("visible=true")).to_have_count(3)
    assert screen.violations() == []


def test_papers_are_checked_while_they_are_typed_against_the_birth_date(screen: Screen):
    screen.as_operator()
    fill(screen, GOOD | {"birth_date": "05.03.2020"})
    screen.page.locator("#document-kind").select_option("passport")
    series = screen.page.locator("#document-series")
    series.focus()
    screen.type("4510123456")
    screen.press("Tab")
    expect(screen.page.locator("#document-kind-error")).to_contain_text("14 лет")
    screen.page.locator("#document-kind").select_option("birth_certificate")
    expect(screen.page.locator("#document-kind-error")).to_be_hidden()
    expect(screen.page.locator("#document-department_code")).to_be_hidden()


def test_a_passport_goes_into_two_boxes_however_it_comes(screen: Screen):
    screen.as_operator()
    screen.open("/register?new")
    series, number = screen.page.locator("#document-series"), screen.page.locator("#document-number")

    def holds(left: str, right: str) -> None:
        expect(series).to_have_value(left)
        expect(number).to_have_value(right)
        expect(number).to_be_focused()

    series.focus()
    screen.type("4510123456")
    holds("4510", "123456")
    for typed, box in (("45 10 № 123457", series), ("4510123458", number)):
        series.fill("")
        number.fill("")
        box.focus()
        screen.page.evaluate("text => document.execCommand('insertText', false, text)", typed)
        digits = "".join(sign for sign in typed if sign.isdigit())
        holds(digits[:4], digits[4:])
    series.fill("")
    number.fill("")
    series.focus()
    screen.type("4510")
    # Enter or Tab out of habit: the cursor has gone on already.
    screen.press("Enter")
    expect(number).to_be_focused()
    screen.type("123456")
    holds("4510", "123456")


def test_enter_leaves_out_papers_that_were_not_shown(screen: Screen):
    screen.as_operator()
    screen.open("/register?new")
    screen.page.locator("#document-series").focus()
    screen.press("Enter")
    expect(screen.page.locator("#phone")).to_be_focused()
    screen.page.locator("#policy-number").focus()
    screen.press("Enter")
    expect(screen.page.locator("[name=with_visit]")).to_be_focused()
    # Another paper may have no series: nothing is left out there.
    screen.page.locator("#document-kind").select_option("foreign")
    screen.page.locator("#document-series").focus()
    screen.press("Enter")
    expect(screen.page.locator("#document-number")).to_be_focused()


def test_papers_of_another_card_are_confirmed_each_by_itself(screen: Screen, reception: Client, chance):
    body = people.walk_in(chance, visit=False)
    papers = {
        "document": {"kind": "passport", "series": "4510", "number": "123456", "issued_on": "",
                     "issuer": "", "department_code": ""},
        "policy": {"kind": "oms", "oms_type": "", "number": "7992730000000007", "insurer": "",
                   "valid_to": ""},
    }  # fmt: skip
    reception.post("/api/v1/patients", body | papers).expect(201)
    screen.as_operator()
    numbers = {
        "document_series": "4510",
        "document_number": "123456",
        "policy_number": "7992730000000007",
    }
    fill(screen, GOOD | numbers)
    ticks = screen.page.locator("[data-accepts=paper_shared]")
    with screen.expecting("422"):
        screen.press("Control+Enter")
        # The ticks may have come with the check while typing, before the refusal.
        expect(screen.page.locator("#register > .summary")).to_be_visible()
    expect(ticks).to_have_count(2)
    ticks.first.focus()
    screen.press("Space")
    with screen.expecting("422"):
        screen.press("Control+Enter")
        expect(ticks.last).to_be_focused()
    screen.press("Space")
    screen.page.locator("[data-reason]").fill("Карту завели дважды")
    screen.press("Control+Enter")
    screen.at("/patient")


def test_a_half_typed_paper_comes_back_with_the_draft(screen: Screen):
    screen.as_operator()
    screen.open("/register?new")
    screen.page.locator("#document-kind").select_option("birth_certificate")
    screen.page.locator("#document-series").fill("IV-АБ")
    screen.page.locator("#policy-insurer").fill("Ромашка")
    screen.draft_is_kept()
    screen.page.reload()
    screen.settled()
    expect(screen.page.locator("#document-series")).to_have_value("IV-АБ")
    expect(screen.page.locator("#document-kind")).to_have_value("birth_certificate")
    expect(screen.page.locator("#policy-insurer")).to_have_value("Ромашка")
    expect(screen.page.locator("#document-department_code")).to_be_hidden()


def test_a_childs_document_is_a_certificate_until_somebody_says_otherwise(screen: Screen):
    screen.as_operator()
    screen.open("/register?new")
    kind = screen.page.locator("#document-kind")
    birth = screen.page.locator("#birth_date")
    expect(kind).to_have_value("passport")
    birth.fill("12.03.2020")
    birth.press("Tab")
    expect(kind).to_have_value("birth_certificate")
    birth.fill("12.03.1990")
    birth.press("Tab")
    expect(kind).to_have_value("passport")
    kind.focus()
    screen.press("ArrowDown", "ArrowDown", "ArrowDown")
    expect(kind).to_have_value("foreign")
    with screen.page.expect_response("**/age-hint"):
        birth.fill("12.03.2021")
        birth.press("Tab")
    expect(screen.page.locator("[data-age-hint]")).to_be_visible()
    expect(kind).to_have_value("foreign")
