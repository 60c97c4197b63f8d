"""The admin's page: add, change, disable, new passwords; and the admin who is the last one."""

import re

import pytest
from support.client import Client
from support.desk import ADMIN, EVERYBODY, RECEPTION, Desk, Operator

NEW = Operator("novaya", "Новикова Нина Олеговна", ("receptionist",), "more-volna-bereg-85", "617384")


def row(admin: Client, login: str) -> dict:
    return next(
        item for item in admin.get("/api/v1/operators").expect(200)["items"] if item["login"] == login
    )


def add(admin: Client, who: Operator = NEW, **instead: object):
    body = {
        "login": who.login,
        "name": who.name,
        "roles": list(who.roles),
        "password": who.password,
        "pin": who.pin,
    }
    return admin.post("/api/v1/operators", body | instead)


def test_the_list_names_everybody_and_no_secret(admin: Client):
    answer = admin.get("/api/v1/operators").expect(200)
    assert {item["login"] for item in answer["items"]} == {who.login for who in EVERYBODY}
    assert "argon2" not in answer.body.decode() and "hash" not in answer.body.decode()


def test_a_new_operator_signs_in(desk: Desk, admin: Client):
    add(admin).expect(201)
    assert desk.sign_in(NEW).get("/api/v1/session")["operator"]["name"] == NEW.name


def test_a_login_is_taken_once_in_any_case(admin: Client):
    add(admin).expect(201)
    for login in (NEW.login, NEW.login.upper()):
        answer = add(admin, login=login)
        assert answer.status in (409, 422) and "login_taken" in answer.body.decode()


@pytest.mark.parametrize(
    "instead",
    [{"password": "short"}, {"pin": "123456"}, {"login": ""}, {"name": ""}, {"roles": []}, {"login": "a b"}],
)
def test_a_wrong_field_is_named(admin: Client, instead: dict):
    answer = add(admin, **instead).expect(422)
    assert next(iter(instead)) in [field["name"] for field in answer.json.get("fields", [])], answer


def test_a_disabled_operator_is_out_at_once_and_comes_back_when_enabled(
    desk: Desk, admin: Client, reception: Client
):
    found = row(admin, RECEPTION.login)
    admin.post(f"/api/v1/operators/{found['id']}/disable", {"version": found["version"]}).expect(200)
    reception.get("/api/v1/session").expect(401)
    desk.client().sign_in(RECEPTION.login, RECEPTION.password).expect(401)
    found = row(admin, RECEPTION.login)
    admin.post(f"/api/v1/operators/{found['id']}/enable", {"version": found["version"]}).expect(200)
    desk.sign_in(RECEPTION)


def test_the_last_admin_cannot_lock_everybody_out(admin: Client):
    found = row(admin, ADMIN.login)
    admin.post(f"/api/v1/operators/{found['id']}/disable", {"version": found["version"]}).expect(
        409, "last_admin"
    )
    body = {"version": found["version"], "name": found["name"], "roles": ["receptionist"]}
    admin.put(f"/api/v1/operators/{found['id']}", body).expect(409, "last_admin")
    add(admin, roles=["admin"]).expect(201)
    admin.put(f"/api/v1/operators/{found['id']}", body).expect(200)


def test_a_password_from_the_admin_replaces_the_forgotten_one(desk: Desk, admin: Client, reception: Client):
    found = row(admin, RECEPTION.login)
    admin.put(f"/api/v1/operators/{found['id']}/password", {"password": "sneg-les-tropa-96"}).expect(204)
    reception.get("/api/v1/session").expect(401)
    assert desk.client().sign_in(RECEPTION.login, RECEPTION.password).status == 401
    desk.client().sign_in(RECEPTION.login, "sneg-les-tropa-96").expect(201)


def test_the_admin_ends_somebodys_sessions(admin: Client, reception: Client):
    found = row(admin, RECEPTION.login)
    admin.delete(f"/api/v1/operators/{found['id']}/sessions").expect(204)
    reception.get("/api/v1/session").expect(401)


def test_a_change_on_an_old_version_is_refused(admin: Client):
    found = row(admin, RECEPTION.login)
    body = {"version": found["version"], "name": "Другое Имя", "roles": ["senior"]}
    admin.put(f"/api/v1/operators/{found['id']}", body).expect(200)
    admin.put(f"/api/v1/operators/{found['id']}", body).expect(409)


def test_the_command_line_makes_the_first_admin_without_a_default_password(tmp_path):
    desk = Desk(tmp_path / "empty")
    with desk:
        assert desk.client().get("/api/v1/status").expect(200)["setup_needed"] is True
        for login, password in (("admin", "admin"), ("admin", ""), ("root", "root")):
            assert desk.client().sign_in(login, password).status in (401, 409, 422)
    desk.add_operator(ADMIN, first=True)
    with desk:
        assert desk.client().get("/api/v1/status")["setup_needed"] is False
        desk.sign_in(ADMIN)


def test_a_one_time_code_of_the_first_start_makes_the_first_admin_once(tmp_path):
    with Desk(tmp_path / "empty") as desk:
        code = next(
            iter(re.findall(r"(?:code|код)\W+([0-9A-Z]{4,}(?:-[0-9A-Z]{4,})*)", desk.log(), re.IGNORECASE)),
            None,
        )
        assert code, f"no code in the log: {desk.log()}"
        body = {
            "code": "0000-0000", "login": ADMIN.login, "name": ADMIN.name, "password": ADMIN.password,
            "pin": ADMIN.pin, "prefix": "77", "clinic": "Поликлиника № 12",
        }  # fmt: skip
        desk.client().post("/api/v1/setup", body).expect(403, "setup_code_wrong")
        made = desk.client().post("/api/v1/setup", body | {"code": code}).expect(201)
        assert made["operator"]["login"] == ADMIN.login
        desk.client().post("/api/v1/setup", body | {"code": code}).expect(409, "setup_done")
        desk.sign_in(ADMIN)
