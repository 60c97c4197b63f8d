"""What receptionists type into the search field, drawn from a register by a seeded generator."""

import pathlib
import random
import sqlite3

COLUMNS = "surname, name, coalesce(patronymic, name), birth_date, phone, snils, card_number"


class Person:
    """Somebody of the register, as far as one looks for people."""

    def __init__(self, row: tuple):
        self.surname, self.name, self.patronymic, iso, self.phone, self.snils, self.card = row
        self.year, month, day = iso.split("-")
        self.birth_date = f"{day}.{month}.{self.year}"


def snils(digits: str) -> str:
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:9]} {digits[9:]}"


# Each as likely as the others. A name is typed letter by letter, and each letter asks; so names come often.
KINDS = {
    "one letter": lambda one, _: one.surname[:1],
    "two letters": lambda one, _: one.surname[:2],
    "three letters": lambda one, _: one.surname[:3],
    "five letters": lambda one, _: one.surname[:5],
    "surname": lambda one, _: one.surname,
    "surname and initial": lambda one, _: f"{one.surname} {one.name[:1]}",
    "surname and initials": lambda one, _: f"{one.surname} {one.name[:1]} {one.patronymic[:1]}",
    "surname and name": lambda one, _: f"{one.surname} {one.name}",
    "whole name": lambda one, _: f"{one.surname} {one.name} {one.patronymic}",
    "name and surname": lambda one, _: f"{one.name} {one.surname[:4]}",
    "name and patronymic": lambda one, _: f"{one.name} {one.patronymic}",
    "three initials": lambda one, _: f"{one.surname[:2]} {one.name[:1]} {one.patronymic[:1]}",
    "middle of a surname": lambda one, _: one.surname[2:6] or one.surname,
    "surname and year": lambda one, _: f"{one.surname[:4]} {one.year}",
    "surname and birth date": lambda one, _: f"{one.surname} {one.birth_date}",
    "birth date": lambda one, _: one.birth_date,
    "year": lambda one, _: one.year,
    "phone": lambda one, _: one.phone,
    "last digits of a phone": lambda one, _: one.phone and f"{one.phone[-4:-2]}-{one.phone[-2:]}",
    "groups of a phone": lambda one, _: one.phone and f"{one.phone[-7:-4]} {one.phone[-4:-2]}",
    "card number": lambda one, _: str(one.card),
    "СНИЛС": lambda one, _: one.snils and snils(one.snils),
    "nobody: a slip": lambda one, other: one.surname[:3] + "ъ" + one.surname[3:] + " " + other.name,
    "nobody: two people's": lambda one, other: f"{one.name} {one.patronymic} {other.birth_date}",
    "nobody: a name and no such": lambda one, other: f"{one.surname} {other.patronymic[::-1]}",
}


def draw(database: pathlib.Path, count: int, seed: int) -> list[tuple[str, str]]:
    """So many lines, each with its kind; the same ones for the same register and seed."""
    chance = random.Random(seed)
    line = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    (last,) = line.execute("SELECT max(row) FROM patient").fetchone()

    def somebody() -> Person:
        row = None
        while row is None:
            sql = f"SELECT {COLUMNS} FROM patient WHERE row = ?"
            row = line.execute(sql, (chance.randint(1, last),)).fetchone()
        return Person(row)

    lines: list[tuple[str, str]] = []
    kinds = list(KINDS)
    while len(lines) < count:
        kind = kinds[len(lines) % len(kinds)]
        typed = KINDS[kind](somebody(), somebody())
        if typed:
            lines.append((kind, typed if chance.random() < 0.5 else typed.lower()))
    chance.shuffle(lines)
    line.close()
    return lines
