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
    "/visits",
    "/shift",
    "/settings",
    "/help",
)
ADMINISTRATOR = ("/desk", "/settings", "/operators", "/journal", "/help", "/shift")
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
    desk.sign_in(ADMIN).get("/api/v1/operators").expect(200)
    return card


def step(client: Client, visit: dict, name: str, **more: str) -> dict:
    return (
        client.post(f"/api/v1/visits/{visit['id']}/{name}", {"version": visit["version"], **more})
        .expect(200)
        .json
    )


def visit_all(screen: Screen, card: str):
    """Opens each page in turn; yields a name for it."""
    for path in OUTSIDE:
        screen.context.clear_cookies(name="frontdesk_session")
        screen.open(path)
        yield path.strip("/")
    for who, paths in ((RECEPTION, RECEPTIONIST), (ADMIN, ADMINISTRATOR)):
        screen.context.clear_cookies(name="frontdesk_session")
        screen.as_operator(who)
        for path in paths:
            screen.open(path.format(card=card))
            yield f"{who.login}-{path.strip('/').split('?')[0]}"
