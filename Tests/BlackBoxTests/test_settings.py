"""The admin's settings reach every screen."""

import pytest
from support.client import Client
from support.desk import Desk


def change(admin: Client, **instead: object):
    now = admin.get("/api/v1/settings").expect(200)
    body = {name: now[name] for name in ("version", "clinic", "banner_ru", "banner_en", "lock_after_seconds")}
    return admin.put("/api/v1/settings", body | instead)


def test_the_desk_knows_who_it_is(admin: Client):
    settings = admin.get("/api/v1/settings").expect(200)
    assert settings["prefix"] == "77" and settings["clinic"] == "Поликлиника № 12"
    assert settings["lineage"] == 1 and len(settings["desk_id"]) == 36 and settings["key_id"]


def test_the_desks_identity_is_minted_once(desk: Desk, admin: Client):
    names = ("desk_id", "key_id", "lineage", "prefix")
    before = admin.get("/api/v1/settings").expect(200)
    desk.restart()
    after = desk.sign_in().get("/api/v1/settings").expect(200)
    assert [before[name] for name in names] == [after[name] for name in names]


def test_a_banner_is_seen_before_signing_in_in_the_readers_language(desk: Desk, admin: Client):
    change(admin, banner_ru="Идёт настройка", banner_en="Being set up").expect(200)
    assert desk.client().get("/api/v1/status").expect(200)["banner"] == "Идёт настройка"
    assert desk.client(language="en").get("/api/v1/status")["banner"] == "Being set up"
    change(admin, banner_ru=None, banner_en=None).expect(200)
    assert desk.client().get("/api/v1/status")["banner"] is None


@pytest.mark.parametrize("instead", [{"lock_after_seconds": 59}, {"lock_after_seconds": 901}, {"clinic": ""}])
def test_a_setting_out_of_its_range_is_refused(admin: Client, instead: dict):
    assert change(admin, **instead).status in (400, 422)


def test_the_second_of_two_changes_is_told(admin: Client):
    change(admin, clinic="Первая").expect(200)
    change(admin, clinic="Вторая", version=1).expect(409, "settings_changed")


def test_status_says_what_the_strip_of_truth_shows(desk: Desk):
    status = desk.client().get("/api/v1/status").expect(200)
    assert status["store"] == "ok" and status["line"] == "none" and status["clock"] == "ok"
    assert status["unsent"] == status["last_seq"] > 0


def test_the_language_is_chosen_and_remembered(desk: Desk):
    client = desk.client()
    client.put("/api/v1/language", {"language": "en"}).expect(204)
    assert client.cookies["frontdesk_language"] == "en"
    assert 'lang="en"' in client.get("/sign-in").expect(200).body.decode()
    client.put("/api/v1/language", {"language": "ru"}).expect(204)
    assert 'lang="ru"' in client.get("/sign-in").body.decode()
    assert client.put("/api/v1/language", {"language": "xx"}).status in (400, 422)
    alien = client.put("/api/v1/language", {"language": "en"}, headers={"Origin": "http://evil.example"})
    assert alien.status == 403
