"""The papers that the suite looks at: of a desk at work over HTTP, and from plain values by PaperSampler."""

import calendar
import pathlib
import struct
import subprocess
import time
import zlib

from support import product
from support.client import Client
from support.clock import Clock
from support.desk import ADMIN, RECEPTION, Desk, desk_from

SAMPLER = product.BUILD / "release" / "PaperSampler"
# 21.11.2026 10:42:05 in Moscow.
NOW = calendar.timegm((2026, 11, 21, 7, 42, 5))
SURNAME = "Ёлкина"
TEXT = "Я согласна, чтобы клиника хранила и обрабатывала мои данные: «Ё», №, –, 100 ₽.\n" * 3


def logo(path: pathlib.Path) -> pathlib.Path:
    """A cross in a ring, with what lies around it transparent."""
    side, rows = 240, b""
    for y in range(side):
        rows += b"\0"
        for x in range(side):
            across, down = abs(x - 119.5), abs(y - 119.5)
            ring = 100 < (across**2 + down**2) ** 0.5 < 118
            cross = (across < 18 and down < 64) or (down < 18 and across < 64)
            rows += bytes((20, 60, 120, 255) if ring or cross else (0, 0, 0, 0))

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + body)
    return path


def sampled(folder: pathlib.Path) -> dict[str, pathlib.Path]:
    """Policies, certificate and the engine's hard cases; `.again` is the same paper drawn a second time."""
    folder.mkdir(parents=True, exist_ok=True)
    logo(folder / "logo.png")
    subprocess.run([SAMPLER, product.WWW, folder], check=True, timeout=120)
    return {path.name.removesuffix(".pdf"): path for path in sorted(folder.glob("*.pdf"))}


class Morning:
    """A desk where it stays 10:42, and one patient whose every paper is asked for."""

    def __init__(self, template: pathlib.Path, folder: pathlib.Path):
        folder.mkdir(parents=True, exist_ok=True)
        self._clock = Clock(folder)
        self._offset = 0.0
        self._seconds = 0
        self._set_clock()
        self.desk: Desk = desk_from(template, folder / "desk", environment=self._clock.environment)

    def _set_clock(self) -> None:
        # A second later each time: what comes after in the desk's day comes after on its clock.
        self._seconds += 1
        offset = NOW + self._seconds - time.time()
        self._clock.move(offset - self._offset)
        self._offset = offset

    def papers(self, folder: pathlib.Path) -> dict[str, pathlib.Path]:
        folder.mkdir(parents=True, exist_ok=True)
        reception, admin = self.desk.sign_in(RECEPTION), self.desk.sign_in(ADMIN)
        paths = {name: folder / f"{name}.pdf" for name in self._drawn(reception, admin, folder)}
        return paths

    def _drawn(self, reception: Client, admin: Client, folder: pathlib.Path) -> list[str]:
        names = []

        def draw(name: str, path: str) -> None:
            self._set_clock()
            answer = reception.get(path).expect(200)
            assert answer.headers["Content-Type"] == "application/pdf"
            assert answer.headers["Cache-Control"] == "no-store"
            shown = answer.headers["Content-Disposition"]
            assert shown.startswith("inline; filename=") and shown.isascii()
            (folder / f"{name}.pdf").write_bytes(answer.body)
            names.append(name)

        def post(client: Client, path: str, body: dict) -> dict:
            self._set_clock()
            return client.post(path, body).expect(201).json

        post(reception, "/api/v1/shift", {"take_over": None})
        for purpose in ("processing", "emailing"):
            post(admin, "/api/v1/consent-texts", {"purpose": purpose, "after": 0, "text": TEXT})
        card = post(reception, "/api/v1/patients", walk_in())["patient"]["id"]
        patient = f"/api/v1/patients/{card}"
        sheet = post(reception, f"{patient}/consents", {"purpose": "processing"})["id"]
        other = post(reception, f"{patient}/consents", {"purpose": "emailing"})["id"]
        draw("consent", f"/api/v1/consents/{other}/sheet.pdf")
        self._set_clock()
        reception.post(f"/api/v1/consents/{sheet}/answer", {"version": 1, "given": True}).expect(200)
        draw("consent-signed", f"/api/v1/consents/{sheet}/sheet.pdf")
        draw("card", f"{patient}/card.pdf")
        draw("read-back", f"{patient}/read-back.pdf")
        draw("blank-walk-in", "/api/v1/blanks/walk-in.pdf")
        draw("blank-day", "/api/v1/blanks/day.pdf")
        draw("blank-consent", "/api/v1/blanks/consents/processing/sheet.pdf")
        self._set_clock()
        shift = reception.post("/api/v1/shift/close", {"note": "Касса сдана: 12 300 ₽"}).expect(200)["id"]
        draw("shift", f"/api/v1/shifts/{shift}/report.pdf")
        return names


def walk_in() -> dict[str, object]:
    return {
        "person": {
            "surname": SURNAME, "name": "Галина", "patronymic": "Сергеевна", "patronymic_absent": False,
            "birth_date": "12.03.1986", "sex": "female", "phone": "8 000 111-22-33",
            "email": "galina@example.com", "snils": "112-233-445 95", "note": "Просит говорить громче.",
        },
        "document": {
            "kind": "passport", "series": "45 06", "number": "123456", "issued_on": "20.04.2006",
            "issuer": "ОВД «Подъёмное» г. Москвы", "department_code": "770-001",
        },
        "policy": {
            "kind": "oms", "oms_type": "", "number": "7992730000000007", "insurer": "ООО «Медстрах»",
            "valid_to": "",
        },
        "accepted": [], "reason": None, "draft": None, "visit": None,
    }  # fmt: skip
