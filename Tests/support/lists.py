"""Lists of insured people as tests make and send them."""

import csv
import io
from collections.abc import Iterable

from support import waiting
from support.client import Answer, Client

PATH = "/api/v1/lists/current"
PIECE = 512 * 1024
COLUMNS = {
    "surname": "Фамилия", "name": "Имя", "patronymic": "Отчество", "birth_date": "Дата рождения",
    "sex": "Пол", "phone": "Телефон", "email": "E-mail", "snils": "СНИЛС", "note": "Примечание",
}  # fmt: skip


def csv_of(rows: Iterable[dict], *, policy: str = "", encoding: str = "utf-8") -> bytes:
    """The people of walk-in forms as an employer lists them; all have one policy, or none."""
    out = io.StringIO()
    table = csv.writer(out, delimiter=";")
    table.writerow([*COLUMNS.values(), "Номер полиса"])
    for row in rows:
        absent = row.get("patronymic_absent")
        cells = {"sex": "", "note": ""} | row | ({"patronymic": "нет"} if absent else {})
        table.writerow([*(cells.get(name) or "" for name in COLUMNS), policy])
    return out.getvalue().encode(encoding)


def asked(client: Client, end: str = "") -> str:
    """The address of something of the list that is there now."""
    return f"{PATH}{end}?list={client.get(PATH).expect(200)['id']}"


def errors(client: Client) -> Answer:
    """The first of the lines that were left."""
    list_now = client.get(PATH).expect(200)
    return client.get(f"{asked(client, '/errors')}&errors={list_now['errors_id']}&from=0")


def send_piece(client: Client, number: int, piece: bytes) -> Answer:
    kind = {"Content-Type": "application/octet-stream"}
    return client.put(asked(client, f"/pieces/{number}"), piece, headers=kind)


def send(client: Client, text: bytes) -> None:
    """Sends a whole list; its check begins."""
    client.put(PATH, {"bytes": len(text)}).expect(200)
    for number in range((len(text) + PIECE - 1) // PIECE):
        send_piece(client, number, text[number * PIECE : (number + 1) * PIECE]).expect(204)


def wait_for(client: Client, *stages: str, within: float = 60) -> Answer:
    """Until the list is at one of the stages; answers how it is then."""
    found: list[Answer] = []

    def is_there() -> bool:
        found[:] = [client.get(PATH).expect(200)]
        return found[0]["stage"] in stages

    waiting.until(is_there, within, f"the list to be {stages}")
    return found[0]


def bring_in(client: Client, text: bytes, *, take_alike: bool = False) -> Answer:
    """The whole way of a list; answers how it ended."""
    send(client, text)
    wait_for(client, "checked")
    client.put(asked(client, "/import"), {"take_alike": take_alike}).expect(200)
    return wait_for(client, "taken")
