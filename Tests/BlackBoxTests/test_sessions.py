"""Sign-in, lock, PIN, quick change, sign-out (K-05, K-06, K-07)."""

import http.cookies

import pytest
from support.client import Client
from support.clock import Clock
from support.desk import ADMIN, RECEPTION, SENIOR, Desk

MINUTE = 60


@pytest.fixture
def clock(sleeping_desk: Desk, tmp_path) -> Clock:
    """The hand on the clock of the desk, which starts with it."""
    clock = Clock(tmp_path)
    sleeping_desk.environment |= clock.environment
    sleeping_desk.start()
    return clock


def wrong_password(desk: Desk, times: int) -> list[int]:
    client = desk.client()
    return [client.sign_in(RECEPTION.login, f"not-this-one-{number}").status for number in range(times)]


def test_signing_in_tells_who_and_nothing_secret(desk: Desk):
    client = desk.client()
    body = client.sign_in(RECEPTION.login, RECEPTION.password).expect(201).json
    assert body["operator"]["login"] == RECEPTION.login and body["operator"]["roles"] == ["receptionist"]
    assert not body["locked"] and body["lock_after_seconds"] == 300
    assert RECEPTION.password not in str(body) and RECEPTION.pin not in str(body)


def test_a_wrong_password_and_a_wrong_login_look_the_same(desk: Desk):
    client = desk.client()
    one = client.sign_in(RECEPTION.login, "wrong-password-1").expect(401, "sign_in_failed")
    other = client.sign_in("nobody-here", "wrong-password-1").expect(401, "sign_in_failed")
    same = ("title", "detail", "code", "status")
    assert [one[name] for name in same] == [other[name] for name in same]


def test_the_session_cookie_is_strict_and_hidden_from_scripts(desk: Desk):
    answer = desk.client().sign_in(RECEPTION.login, RECEPTION.password).expect(201)
    line = next(
        text for text in answer.headers.get_all("Set-Cookie") if text.startswith("frontdesk_session=")
    )
    morsel = http.cookies.SimpleCookie(line)["frontdesk_session"]
    assert morsel["httponly"] and morsel["samesite"].lower() == "strict" and morsel["path"] == "/"
    assert morsel["domain"] == ""
    assert len(morsel.value) >= 22, "fewer than 128 random bits"


def test_each_sign_in_mints_a_new_cookie(desk: Desk):
    values = {desk.sign_in(RECEPTION).cookies["frontdesk_session"] for _ in range(3)}
    assert len(values) == 3


def test_a_cookie_from_before_the_sign_in_is_not_adopted(desk: Desk):
    client = desk.client()
    planted = "A" * 43
    client.cookies["frontdesk_session"] = planted
    client.sign_in(RECEPTION.login, RECEPTION.password).expect(201)
    assert client.cookies["frontdesk_session"] != planted
    client.cookies["frontdesk_session"] = planted
    client.get("/api/v1/session").expect(401, "signed_out")


def test_after_signing_out_the_cookie_opens_nothing(reception: Client):
    kept = dict(reception.cookies)
    reception.delete("/api/v1/session").expect(204)
    assert "frontdesk_session" not in reception.cookies
    reception.cookies = kept
    reception.get("/api/v1/session").expect(401, "signed_out")


def test_signing_out_everywhere_ends_every_session_of_this_operator_only(desk: Desk, senior: Client):
    one, other = desk.sign_in(RECEPTION), desk.sign_in(RECEPTION)
    one.delete("/api/v1/sessions").expect(204)
    one.get("/api/v1/session").expect(401)
    other.get("/api/v1/session").expect(401, "signed_out")
    senior.get("/api/v1/session").expect(200)


def test_a_locked_session_shows_no_patient(reception: Client):
    reception.post("/api/v1/session/lock", key=False).expect(204)
    body = reception.get("/api/v1/session").expect(200).json
    assert body["locked"] is True
    reception.post("/api/v1/patients/search", {"text": "а", "limit": 5}, key=False).expect(
        423, "screen_locked"
    )
    reception.get("/api/v1/visits").expect(423)


@pytest.mark.parametrize(
    "proof", [{"pin": RECEPTION.pin}, {"password": RECEPTION.password}], ids=["PIN", "password"]
)
def test_a_locked_screen_opens_by_pin_or_password(reception: Client, proof: dict[str, str]):
    reception.post("/api/v1/session/lock", key=False).expect(204)
    answer = reception.post("/api/v1/session/unlock", proof, key=False).expect(200)
    reception.keep_token(answer)
    assert answer["locked"] is False
    reception.get("/api/v1/visits").expect(200)


def test_another_operators_pin_does_not_open_the_screen(reception: Client):
    reception.post("/api/v1/session/lock", key=False).expect(204)
    reception.post("/api/v1/session/unlock", {"pin": SENIOR.pin}, key=False).expect(401, "pin_wrong")
    reception.get("/api/v1/visits").expect(423)


def test_a_pin_does_not_sign_in(desk: Desk):
    desk.client().sign_in(RECEPTION.login, RECEPTION.pin).expect(401, "sign_in_failed")


def lock_the_pin_out(client: Client) -> None:
    client.post("/api/v1/session/lock", key=False).expect(204)
    for _ in range(5):
        client.post("/api/v1/session/unlock", {"pin": "908172"}, key=False).expect(401, "pin_wrong")


def test_five_wrong_pins_lock_the_pin_out(reception: Client):
    lock_the_pin_out(reception)
    for pin in ("908172", RECEPTION.pin):
        refused = reception.post("/api/v1/session/unlock", {"pin": pin}, key=False).expect(429, "locked_out")
        assert 0 < refused["retry_after_seconds"] <= MINUTE
    reception.get("/api/v1/visits").expect(423, "screen_locked")


def test_a_pin_locked_out_stays_so_over_a_restart(sleeping_desk: Desk, clock: Clock):
    client = sleeping_desk.sign_in(RECEPTION)
    lock_the_pin_out(client)
    client.close()
    sleeping_desk.restart()
    right = {"pin": RECEPTION.pin}
    client.post("/api/v1/session/unlock", right, key=False).expect(429, "locked_out")
    clock.move(MINUTE + 1)
    client.keep_token(client.post("/api/v1/session/unlock", right, key=False).expect(200))
    client.get("/api/v1/visits").expect(200)


def test_after_five_wrong_passwords_the_right_one_waits(desk: Desk):
    assert set(wrong_password(desk, 5)) <= {401, 429}
    answer = desk.client().sign_in(RECEPTION.login, RECEPTION.password).expect(429, "locked_out")
    assert 0 < answer["retry_after_seconds"] <= MINUTE
    assert int(answer.headers["Retry-After"]) > 0
    desk.sign_in(SENIOR)


def test_the_delay_survives_a_restart_and_grows(sleeping_desk: Desk, clock: Clock):
    desk = sleeping_desk
    wrong_password(desk, 5)
    desk.kill9()
    desk.start()
    waits = []
    for _ in range(4):
        refused = desk.client().sign_in(RECEPTION.login, RECEPTION.password).expect(429, "locked_out")
        waits.append(refused["retry_after_seconds"])
        clock.move(waits[-1] + 1)
        desk.client().sign_in(RECEPTION.login, "still-not-this-one").expect(401)
    assert waits[0] <= MINUTE and all(
        later > earlier * 1.5 for earlier, later in zip(waits, waits[1:], strict=False)
    ), waits
    last = desk.client().sign_in(RECEPTION.login, RECEPTION.password).expect(429)["retry_after_seconds"]
    assert last <= 60 * MINUTE
    clock.move(last + 1)
    desk.sign_in(RECEPTION)
    assert wrong_password(desk, 1) == [401], "a right password starts the count anew"


def test_the_screen_locks_itself_after_five_idle_minutes(sleeping_desk: Desk, clock: Clock):
    client = sleeping_desk.sign_in(RECEPTION)
    clock.move(4 * MINUTE)
    client.get("/api/v1/visits").expect(200)
    clock.move(4 * MINUTE)
    client.get("/api/v1/visits").expect(200)
    clock.move(5 * MINUTE + 5)
    client.get("/api/v1/visits").expect(423, "screen_locked")
    assert client.get("/api/v1/session").expect(200)["locked"] is True
    client.keep_token(client.post("/api/v1/session/unlock", {"pin": RECEPTION.pin}, key=False).expect(200))
    client.get("/api/v1/visits").expect(200)


def test_the_status_question_alone_does_not_keep_a_screen_open(sleeping_desk: Desk, clock: Clock):
    client = sleeping_desk.sign_in(RECEPTION)
    for _ in range(4):
        clock.move(2 * MINUTE)
        client.get("/api/v1/status").expect(200)
    client.get("/api/v1/visits").expect(423)


def test_a_session_ends_after_twelve_hours_whatever_is_done(sleeping_desk: Desk, clock: Clock):
    client = sleeping_desk.sign_in(RECEPTION)
    for _ in range(12 * 15 - 1):
        clock.move(4 * MINUTE)
        client.get("/api/v1/visits").expect(200)
    clock.move(5 * MINUTE)
    client.get("/api/v1/visits").expect(401, "signed_out")


def test_a_session_survives_a_restart_as_it_was(desk: Desk, reception: Client, senior: Client):
    reception.post("/api/v1/session/lock", key=False).expect(204)
    desk.restart()
    reception.get("/api/v1/visits").expect(423, "screen_locked")
    senior.get("/api/v1/visits").expect(200)


def test_a_screen_idle_over_a_restart_locks_itself(sleeping_desk: Desk, clock: Clock):
    client = sleeping_desk.sign_in(RECEPTION)
    assert sleeping_desk.stop() == 0
    clock.move(5 * MINUTE + 5)
    sleeping_desk.start()
    client.get("/api/v1/visits").expect(423, "screen_locked")


def test_a_clock_set_back_keeps_no_screen_open(sleeping_desk: Desk, clock: Clock):
    clock.move(3600)
    client = sleeping_desk.sign_in(RECEPTION)
    clock.move(-30)
    client.get("/api/v1/visits").expect(200)
    clock.move(-3600)
    client.get("/api/v1/visits").expect(401, "signed_out")


def test_a_clock_set_back_does_not_stretch_a_lockout(sleeping_desk: Desk, clock: Clock):
    clock.move(365 * 24 * 60 * MINUTE)
    wrong_password(sleeping_desk, 5)
    sleeping_desk.client().sign_in(RECEPTION.login, RECEPTION.password).expect(429, "locked_out")
    clock.move(-365 * 24 * 60 * MINUTE)
    sleeping_desk.sign_in(RECEPTION)


def test_a_quick_change_of_operator_locks_the_first_and_opens_the_second(desk: Desk):
    browser = desk.client()
    browser.sign_in(RECEPTION.login, RECEPTION.password).expect(201)
    browser.sign_in(SENIOR.login, SENIOR.password).expect(201)
    parked = browser.get("/api/v1/screen").expect(200)["parked"]
    assert [row["operator_name"] for row in parked] == [RECEPTION.name]
    body = {"session": parked[0]["session"], "pin": RECEPTION.pin}
    browser.keep_token(browser.post("/api/v1/session/switch", body, key=False).expect(201))
    assert browser.get("/api/v1/session")["operator"]["login"] == RECEPTION.login
    assert [row["operator_name"] for row in browser.get("/api/v1/screen")["parked"]] == [SENIOR.name]
    stranger = desk.client()
    assert stranger.get("/api/v1/screen").expect(200)["parked"] == []
    assert stranger.post("/api/v1/session/switch", body, key=False).status in (401, 404)


def test_switching_with_a_wrong_pin_leaves_the_screen_as_it_is(desk: Desk):
    browser = desk.client()
    browser.sign_in(RECEPTION.login, RECEPTION.password).expect(201)
    browser.sign_in(SENIOR.login, SENIOR.password).expect(201)
    parked = browser.get("/api/v1/screen")["parked"][0]["session"]
    wrong = browser.post("/api/v1/session/switch", {"session": parked, "pin": SENIOR.pin}, key=False)
    wrong.expect(401, "pin_wrong")
    assert browser.get("/api/v1/session")["operator"]["login"] == SENIOR.login


def test_changing_the_password_needs_the_old_one_and_ends_other_sessions(desk: Desk, reception: Client):
    other = desk.sign_in(RECEPTION)
    fresh = "leto-sad-dozhd-74"
    ask = {"old": "not-the-old-one", "new": fresh, "repeat": fresh}
    assert reception.put("/api/v1/me/password", ask).code == "old_password_wrong"
    reception.put("/api/v1/me/password", ask | {"old": RECEPTION.password, "repeat": "another-one-9"}).expect(
        422
    )
    reception.put("/api/v1/me/password", ask | {"old": RECEPTION.password}).expect(204)
    reception.get("/api/v1/session").expect(200)
    other.get("/api/v1/session").expect(401)
    assert desk.client().sign_in(RECEPTION.login, RECEPTION.password).status == 401
    desk.client().sign_in(RECEPTION.login, fresh).expect(201)


@pytest.mark.parametrize(
    "password", ["short-9", "1234567890", "qwertyuiop", "passwordpassword", "registrar1"]
)
def test_a_weak_password_or_pin_is_refused(reception: Client, password: str):
    body = {"old": RECEPTION.password, "new": password, "repeat": password}
    answer = reception.put("/api/v1/me/password", body).expect(422)
    assert [field["name"] for field in answer["fields"]] == ["new"]
    for pin in ("12345", "123456", "111111", "abcdef"):
        weak = reception.put("/api/v1/me/pin", {"password": RECEPTION.password, "pin": pin}).expect(422)
        assert weak["fields"][0]["name"] == "pin"


def test_a_new_pin_opens_and_the_old_one_does_not(reception: Client):
    reception.put("/api/v1/me/pin", {"password": RECEPTION.password, "pin": "730519"}).expect(204)
    reception.post("/api/v1/session/lock", key=False).expect(204)
    reception.post("/api/v1/session/unlock", {"pin": RECEPTION.pin}, key=False).expect(401)
    reception.post("/api/v1/session/unlock", {"pin": "730519"}, key=False).expect(200)


def test_failed_sign_ins_are_in_the_journal_of_deeds(desk: Desk):
    wrong_password(desk, 2)
    deeds = desk.sign_in(ADMIN).get("/api/v1/audit?limit=50").expect(200)
    failed = [row for row in deeds["items"] if "fail" in row["action"] or "refus" in row["action"]]
    assert len(failed) >= 2, deeds.body
