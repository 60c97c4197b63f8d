"""The desk's keys: without its own ones a desk does not start, and no fingerprint is made without them."""

import hashlib
import json
import pathlib
import shutil

import pytest
from support.client import Client
from support.desk import ADMIN, RECEPTION, Desk, Operator
from support.register import Register

NEW = Operator("novaya", "Новикова Нина Олеговна", ("receptionist",), "more-volna-bereg-85", "617384")
KEYS = ("pepper", "request", "document")


def key_files(desk: Desk) -> dict[str, pathlib.Path]:
    """Each key's file by the key's name."""
    files = {path.stem: path for path in sorted((desk.data / "keys").iterdir())}
    assert set(files) == set(KEYS), files
    return files


def refusal_to_start(desk: Desk) -> str:
    """What it says when it does not start."""
    before = len(desk.log())
    with pytest.raises(AssertionError, match="the daemon ended with") as told:
        desk.start()
    assert "ended with 0 " not in str(told.value)
    return desk.log()[before:]


@pytest.mark.parametrize("name", KEYS)
def test_a_desk_that_lost_a_key_is_told_which_and_gets_no_new_one(sleeping_desk: Desk, name: str):
    path = key_files(sleeping_desk)[name]
    kept = path.rename(sleeping_desk.folder / "kept")
    told = refusal_to_start(sleeping_desk)
    assert str(path) in told and "restore" in told, told
    assert not path.exists(), "a new key would make every password wrong"
    kept.rename(path)
    with sleeping_desk as desk:
        desk.sign_in(RECEPTION)


def test_a_database_restored_alone_gets_no_new_keys(sleeping_desk: Desk):
    shutil.rmtree(sleeping_desk.data / "keys")
    assert "restore" in refusal_to_start(sleeping_desk)
    folder = sleeping_desk.data / "keys"
    assert not folder.exists() or list(folder.iterdir()) == []


@pytest.mark.parametrize("names", [KEYS, ("request",), ("document",)], ids=" ".join)
def test_the_keys_of_another_desk_are_refused(
    sleeping_desk: Desk, tmp_path: pathlib.Path, names: tuple[str, ...]
):
    other = Desk(tmp_path / "other")
    other.add_operator(ADMIN, first=True)
    for desk, foreign in ((sleeping_desk, other), (other, sleeping_desk)):
        own, kept = key_files(desk), desk.folder / "kept"
        shutil.copytree(desk.data / "keys", kept)
        for name in names:
            source = foreign.folder / "kept" / own[name].name
            shutil.copy(source if source.exists() else key_files(foreign)[name], own[name])
    for desk in (sleeping_desk, other):
        assert "another desk" in refusal_to_start(desk)
        shutil.rmtree(desk.data / "keys")
        (desk.folder / "kept").rename(desk.data / "keys")
        with desk:
            desk.sign_in(ADMIN)


def test_no_plain_digest_of_a_password_lies_in_the_register(desk: Desk, admin: Client, tmp_path):
    roles = list(NEW.roles)
    body = {"login": NEW.login, "name": NEW.name, "roles": roles, "password": NEW.password, "pin": NEW.pin}
    data = json.dumps(body).encode()
    admin.post("/api/v1/operators", data, headers={"Content-Type": "application/json"}).expect(201)
    desk.kill9()
    with Register(desk.database(), tmp_path / "copy") as register:
        kept = [bytes(row[0]) for row in register.rows("SELECT request_hash FROM answer")]
        written = b"".join(path.read_bytes() for path in sorted(register.path.parent.iterdir()))
    assert len(kept) == 1 and kept[0] in written, "what is kept can be found"
    request = b"POST /api/v1/operators\n" + data
    for text in (request, b"answer:" + request, data, NEW.password.encode(), NEW.pin.encode()):
        digest = hashlib.sha256(text).digest()
        assert digest not in written and digest.hex().encode() not in written
        assert digest.hex().upper().encode() not in written
