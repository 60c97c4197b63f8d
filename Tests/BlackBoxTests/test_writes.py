"""What every write must bring (K-04), what every answer carries (K-09), and how output is escaped (K-10)."""

import json
import pathlib

import pytest
from support import people, product
from support.client import Client
from support.desk import Desk


def nobody_was_registered(client: Client) -> bool:
    return client.get("/api/v1/visits").expect(200)["items"] == []


@pytest.mark.parametrize("token", [False, "", "x", "0" * 64], ids=["none", "empty", "short", "alien"])
def test_a_write_without_its_token_is_refused(reception: Client, chance, token: str | bool):
    assert reception.post("/api/v1/patients", people.walk_in(chance), token=token).status == 403
    assert nobody_was_registered(reception)


def test_a_token_of_another_session_is_refused(desk: Desk, reception: Client, senior: Client, chance):
    assert reception.post("/api/v1/patients", people.walk_in(chance), token=senior.token).status == 403
    assert nobody_was_registered(reception)


@pytest.mark.parametrize("kind", [None, "text/plain", "application/jsonx", "application/json, text/plain"])
def test_a_write_that_is_no_json_is_refused(reception: Client, chance, kind: str | None):
    body = json.dumps(people.walk_in(chance)).encode()
    assert reception.post("/api/v1/patients", body, headers={"Content-Type": kind}).status == 415
    assert nobody_was_registered(reception)


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none", "evil"])
def test_a_write_from_another_site_is_refused(reception: Client, chance, site: str):
    answer = reception.post("/api/v1/patients", people.walk_in(chance), headers={"Sec-Fetch-Site": site})
    assert answer.status == 403
    assert nobody_was_registered(reception)


def test_a_write_passes_without_the_headers_that_old_browsers_leave_out(reception: Client, chance):
    bare = {"Sec-Fetch-Site": None, "Origin": None}
    reception.post("/api/v1/patients", people.walk_in(chance), headers=bare).expect(201)


BODIES = [
    b"",
    b"{",
    b"[]",
    b"null",
    b'{"person":1}',
    b"\xff\xfe",
    b'{"a":' * 200,
    b'{"person":{},"person":{}}',
    b"1e999",
]


@pytest.mark.parametrize("body", BODIES)
def test_a_body_that_is_not_the_schema_is_explained(reception: Client, body: bytes):
    answer = reception.post("/api/v1/patients", body)
    assert answer.status in (400, 422) and answer.code, answer


def test_a_member_that_the_schema_does_not_name_is_refused(reception: Client, chance):
    body = people.walk_in(chance) | {"surprise": True}
    assert reception.post("/api/v1/patients", body).status in (400, 422)
    assert nobody_was_registered(reception)


def addresses(document: dict) -> list[str]:
    return [path for path, methods in document["paths"].items() if "get" in methods and "{" not in path]


PAGES = ("/sign-in", "/desk", "/", "/register", "/patients", "/patient", "/visits", "/shift",
         "/settings", "/operators", "/journal", "/help", "/setup", "/nothing", "/assets/nothing",
         "/healthz", "/readyz", "/metrics")  # fmt: skip


def test_every_answer_carries_the_policy_headers(desk: Desk, admin: Client):
    document = admin.get("/api/v1/openapi.json").expect(200).json
    for client in (admin, desk.client()):
        for path in (*PAGES, *addresses(document)):
            answer = client.get(path)
            policy = answer.headers["Content-Security-Policy"] or ""
            for part in ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"):
                assert part in policy, (path, answer.status, policy)
            assert "unsafe" not in policy, (path, policy)
            assert answer.headers["X-Content-Type-Options"] == "nosniff", path
            assert answer.headers["Referrer-Policy"] == "no-referrer", path
            assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin", path
            assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin", path
            assert answer.headers["Server"] is None, path


def test_data_is_not_cached(admin: Client):
    document = admin.get("/api/v1/openapi.json").expect(200).json
    for path in addresses(document):
        if path != "/api/v1/openapi.json" and path.startswith("/api/"):
            assert "no-store" in (admin.get(path).headers["Cache-Control"] or ""), path


def test_markup_in_a_note_comes_back_as_data(reception: Client, chance):
    note = "<script>alert(1)</script>\"'&=cmd|' /C calc'!A0"
    made = reception.post("/api/v1/patients", people.walk_in(chance, note=note)).expect(201)
    answer = reception.get(f"/api/v1/patients/{made['patient']['id']}").expect(200)
    assert answer.headers.get_content_type() == "application/json"
    assert answer["note"] == note


@pytest.mark.parametrize("letter", ["\u202e", "\u2066", "\u0000", "\u001b", "\u0085", "\u200f"])
def test_control_and_direction_characters_do_not_get_in(reception: Client, chance, letter: str):
    answer = reception.post("/api/v1/patients", people.walk_in(chance, note=f"до{letter}после"))
    if answer.status == 201:
        assert letter not in answer["patient"]["note"]
    else:
        assert answer.status in (400, 422)


def test_pages_contain_no_patient(reception: Client, chance):
    made = reception.post("/api/v1/patients", people.walk_in(chance, surname="Заметнов")).expect(201)
    for path in (f"/patient?id={made['patient']['id']}", "/desk", "/visits", "/patients"):
        assert "Заметнов" not in reception.get(path).expect(200).body.decode()


def test_a_file_outside_www_cannot_be_reached(reception: Client):
    assert (product.WWW / "i18n" / "ru.json").exists()
    for path in ("/../Package.swift", "/%2e%2e/Package.swift", "/assets/../../Package.swift",
                 "/assets/%2e%2e/%2e%2e/Package.swift", "/i18n/ru.json", "/shells/layout.html", "/%00",
                 "/desk/%2fetc%2fpasswd"):  # fmt: skip
        assert reception.get(path).status in (400, 404), path


def test_assets_are_kept_for_ever_under_names_that_change(reception: Client):
    page = reception.get("/sign-in", headers={"Cookie": None}).expect(200)
    found = [word for word in page.body.decode().split('"') if word.startswith("/assets/")]
    assert found
    for path in found:
        answer = reception.get(path).expect(200)
        assert "immutable" in answer.headers["Cache-Control"] and pathlib.PurePath(path).suffix in (
            ".css", ".js", ".svg", ".png", ".ico", ".webmanifest",
        ), path  # fmt: skip


def test_a_page_that_did_not_change_is_not_sent_again(reception: Client):
    first = reception.get("/help").expect(200)
    tag = first.headers["ETag"]
    assert tag
    again = reception.get("/help", headers={"If-None-Match": tag})
    assert again.status == 304 and again.body == b""
