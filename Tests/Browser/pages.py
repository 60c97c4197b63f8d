"""Every page of the console, and a clinic's morning to fill it with."""

import random

from screen import Screen
from support import people
from support.client import Client
from support.desk import ADMIN, RECEPTION, Desk

OUTSIDE = ("/sign-in",)
RECEPTIONIST = (
    "/desk",
    "/register",
    "/patients",
    "/patient?id={card}",
    "/consent",
    "/consent?id={sheet}",
    "/visits",
    "/patient?id={card}#consents",
    "/desk",
    "/patient?id={card}#papers",
    "/desk",
    "/patient?id={card}#policies",
    "/desk",
    "/patient?id={card}#certificates",
    "/mail-profiles",
    "/desk",
    "/read-back?id={card}",
    "/calendar?year=2026",
    "/merge?card={card}",
    "/merge?card={card}&with={double}",
    "/patient?id={merged}",
    "/desk",
    "/patient?id={card}#family",
    "/blanks",
    "/printing",
    "/shift",
    "/settings",
    "/help",
)
ADMINISTRATOR = (
    *("/desk", "/settings", "/operators", "/consent-texts", "/calendar?year=2026"),
    *("/journal", "/printing", "/import", "/help", "/shift"),
    "/catalogues",
)
LONGEST = ("Константинопольская-Преображенская", "Александра", "Вениаминовна")


def morning(desk: Desk) -> str:
    """Fifteen people came; answers the card of the one with the longest name."""
    client, chance = desk.sign_in(RECEPTION), random.Random(12)
    client.post("/api/v1/shift", {"take_over": None}).expect(201)
    surname, name, patronymic = LONGEST
    body = people.walk_in(
        chance,
        surname=surname,
        name=name,
        patronymic=patronymic,
        sex="female",
        note="Просит говорить громче.",
    )
    card = client.post("/api/v1/patients", body).expect(201)["patient"]["id"]
    for number in range(14):
        visit = client.post("/api/v1/patients", people.walk_in(chance)).expect(201)["visit"]
        if number % 3 == 0:
            served = step(client, visit, "service")
            if number % 2 == 0:
                step(client, served, "outcome", outcome="Принят, назначен повторный приём")
        elif number % 5 == 0:
            step(client, visit, "cancellation", reason="Передумал")
    client.put(
        "/api/v1/drafts/01900000-0000-7000-8000-00000000000a",
        {"form": "walk-in", "subject": None, "content": {"surname": "Недописанный", "name": "Савва"}},
    ).expect(200)
    show_papers(client, card)
    gather_people(client, card, chance)
    office(desk, client, card)
    insure(client, card)
    return card


def show_papers(client: Client, card: str) -> None:
    papers = f"/api/v1/patients/{card}"
    accept = {"accepted": [], "reason": None}
    passport = {"kind": "passport", "series": "4510", "number": "123456", "issued_on": "01.02.2011",
                "issuer": "ОВД района Неблизкое", "department_code": "770-001"}  # fmt: skip
    client.post(f"{papers}/documents", {"document": passport, **accept}).expect(201)
    policy = {"kind": "oms", "oms_type": "", "number": "7992730000000007", "insurer": "Ромашка",
              "valid_to": ""}  # fmt: skip
    client.post(f"{papers}/policies", {"policy": policy, **accept}).expect(201)


def gather_people(client: Client, card: str, chance: random.Random) -> None:
    """The card twice more, once merged; a child; a neighbour who died."""
    papers = f"/api/v1/patients/{card}"
    surname, _, patronymic = LONGEST
    for taken in (None, ["phone"]):
        double = people.walk_in(chance, surname=surname, name="Алексадра", patronymic=patronymic, visit=False)
        made = client.post("/api/v1/patients", double).expect(201)["patient"]
        if taken:
            body = {"kept": card, "kept_version": 1, "merged": made["id"], "merged_version": 1}
            merge = {**body, "taken": taken, "reason": "Карту завели дважды"}
            client.post("/api/v1/merges", merge).expect(201)
    child = client.post(
        "/api/v1/patients",
        people.walk_in(chance, surname="Преображенский", birth_date="12.03.2020", visit=False),
    ).expect(201)["patient"]["id"]
    late = client.post("/api/v1/patients", people.walk_in(chance, surname="Ушедший", visit=False))
    kin = {"represents": False, "role": "parent", "word": "", "valid_until": "",
           "basis": "свидетельство о рождении II-МЮ № 123456"}  # fmt: skip
    client.post(f"{papers}/family", {"other": child, **kin}).expect(201)
    guardian = kin | {"represents": True, "role": "other", "word": "сосед", "basis": ""}
    client.post(f"{papers}/family", {"other": late["patient"]["id"], **guardian}).expect(201)
    death = {"date": "12.11.2020", "basis": "certificate", "details": "II-МЮ 123456"}
    client.post(f"/api/v1/patients/{late['patient']['id']}/death", death).expect(201)


def office(desk: Desk, client: Client, card: str) -> None:
    """What the admin keeps, and what the card has of it."""
    papers = f"/api/v1/patients/{card}"
    admin = desk.sign_in(ADMIN)
    place = {"clinic": "Поликлиника № 12", "precinct": "7", "kind": "adult"}
    precinct = admin.post("/api/v1/attachment-places", place).expect(201)
    beside = {"inn": "500100732259", "phones": [{"phone": "8 000 222-33-44", "whose": "мама"}],
              "address_registered": "Неблизкая ул., д. 1, кв. 2", "address_actual": "", "address_same": True,
              "attachment": precinct["id"], "attached_since": "01.02.2020"}  # fmt: skip
    client.put(f"{papers}/particulars", {"version": 0, "particulars": beside}).expect(200)
    for purpose in ("processing", "emailing"):
        text = {"purpose": purpose, "after": 0, "text": "Я согласен, чтобы клиника хранила мои данные.\n" * 9}
        admin.post("/api/v1/consent-texts", text).expect(201)
        sheet = client.post(f"/api/v1/patients/{card}/consents", {"purpose": purpose}).expect(201)
    body = {"version": 1, "given": True}
    client.post(f"/api/v1/consents/{sheet['id']}/answer", body).expect(200)
    catalogues(admin)
    days = [
        {"day": "2026-12-31", "kind": "holiday", "note": "перенос с субботы 3 января"},
        {"day": "2026-11-28", "kind": "working", "note": None},
    ]
    admin.put("/api/v1/calendar", {"year": 2026, "version": 0, "days": days}).expect(200)


def catalogues(admin: Client) -> None:
    """Two companies and three programmes, one of them long."""
    longest = "Страховая компания «Константинопольская взаимопомощь и жизнь»"
    for name, former in ((longest, "Лютик\nПолевые цветы"), ("Ромашка", "")):
        admin.post("/api/v1/insurers", {"name": name, "former_names": former}).expect(201)
    for code, title, insurer, lines in (
        ("АП-1", "Амбулаторная Премиум", "Ромашка", 3),
        ("ГЛ-2", "Госпитализация Люкс", "Ромашка", 60),
        ("С-3", "Всё включено для всей семьи и дальних родственников", longest, 1),
    ):
        text = "\n".join(f"Услуга № {number}" for number in range(1, lines + 1))
        kind, much = ("percent", "10") if lines == 60 else ("none", "")
        form = {"code": code, "title": title, "insurer": insurer, "lines": text, "clinics": "",
                "franchise_kind": kind, "franchise": much}  # fmt: skip
        admin.post("/api/v1/programmes", form).expect(201)


def insure(client: Client, card: str) -> None:
    """A policy with two programmes, one for abroad that came instead of another, one revoked."""
    mine = [row for row in client.get("/api/v1/programmes").expect(200)["items"] if row["code"] != "С-3"]
    form = {"kind": "dms", "number": "", "insurer": "Ромашка", "programmes": [row["id"] for row in mine],
            "valid_from": "01.01.2026", "valid_to": "31.12.2099", "territory": "", "sum": "",
            "currency": "EUR", "latin_name": ""}  # fmt: skip
    body = {"policy": form, "replaces": None, "accepted": [], "reason": None}
    path = f"/api/v1/patients/{card}/issued-policies"
    client.post(path, body).expect(201)
    travel = form | {"kind": "vzr", "territory": "Весь мир, кроме США и Канады", "sum": "30 000",
                     "latin_name": "KONSTANTINOPOLSKAIA-PREOBRAZHENSKAIA ALEKSANDRA"}  # fmt: skip
    old = client.post(path, body | {"policy": travel}).expect(201)["id"]
    client.post(path, body | {"policy": travel, "replaces": old}).expect(201)
    gone = client.post(path, body | {"policy": form | {"number": "ДМС-1234"}}).expect(201)["id"]
    revoke = {"version": 1, "class": "other", "note": "Потеряли бумагу"}
    client.post(f"/api/v1/issued-policies/{gone}/revocation", revoke).expect(200)
    for begins in ("01.01.2020", "01.01.2099"):
        form = {"programme": mine[0]["id"], "valid_from": begins, "valid_to": "31.12.2099",
                "purchased_on": "", "second": None}  # fmt: skip
        client.post(f"/api/v1/patients/{card}/certificates", form).expect(201)


def step(client: Client, visit: dict, name: str, **more: str) -> dict:
    return (
        client.post(f"/api/v1/visits/{visit['id']}/{name}", {"version": visit["version"], **more})
        .expect(200)
        .json
    )


def merged_into(desk: Desk, card: str) -> str:
    """The card that lives on in this one."""
    client = desk.sign_in(RECEPTION)
    return client.get(f"/api/v1/patients/{card}/merges").expect(200)["others"][0]["merged"]["id"]


def somebody_who_died(desk: Desk) -> str:
    ask = {"text": "Ушедший", "limit": 5}
    found = desk.sign_in(RECEPTION).post("/api/v1/patients/search", ask, key=False).expect(200)
    return found["items"][0]["id"]


def visit_all(screen: Screen, card: str):
    """Opens each page in turn; yields a name for it."""
    consents = screen.desk.sign_in(RECEPTION).get(f"/api/v1/patients/{card}/consents").expect(200)
    sheet = consents["items"][0]["id"]
    client = screen.desk.sign_in(RECEPTION)
    merged = merged_into(screen.desk, card)
    ask = {"text": "Алексадра", "limit": 5}
    found = client.post("/api/v1/patients/search", ask, key=False).expect(200)["items"]
    double = next(row["id"] for row in found if row["id"] != card)
    places = {"card": card, "sheet": sheet, "merged": merged, "double": double}
    for path in OUTSIDE:
        screen.context.clear_cookies(name="frontdesk_session")
        screen.open(path)
        yield path.strip("/")
    for who, paths in ((RECEPTION, RECEPTIONIST), (ADMIN, ADMINISTRATOR)):
        screen.context.clear_cookies(name="frontdesk_session")
        screen.as_operator(who)
        for path in paths:
            screen.open(path.format(**places))
            what = path.strip("/").replace("?id={card}", "").replace("?id={sheet}", "-sheet")
            what = what.replace("?year=2026", "")
            what = what.replace("?card={card}", "").replace("&with={double}", "-pair")
            what = what.replace("?id={merged}", "-merged")
            yield f"{who.login}-{what.replace('#', '-')}"
