"""packaging/start from end to end: it builds, makes the demo, serves both programs and keeps the data."""

import os
import pathlib
import re
import signal
import socket
import subprocess

import pytest
from support import product
from support.client import Client
from support.desk import free_port


class Started:
    """One run of packaging/start, read until it says that it serves."""

    def __init__(self, data: pathlib.Path, console: int, cabinet: int):
        self.console, self.cabinet = console, cabinet
        words = ["--data", data, "--console-port", console, "--cabinet-port", cabinet, "--no-install"]
        self.process = subprocess.Popen(
            [str(word) for word in (product.CHECKOUT / "packaging" / "start", *words)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            preexec_fn=product.with_a_terminals_signals,
        )
        self.told = ""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.told += line
            if "Ctrl-C" in line:
                return
        raise AssertionError(f"it ended with {self.process.wait()}: {self.told}")

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(30)


@pytest.fixture
def ports() -> tuple[int, int]:
    return free_port(), free_port()


def sign_ins(told: str) -> list[tuple[str, str]]:
    return re.findall(r"(\S+)\s+password: (.+?)\s+PIN: ", told)


def test_it_serves_both_programs_and_a_second_start_keeps_the_data(
    tmp_path: pathlib.Path, ports: tuple[int, int]
):
    first = Started(tmp_path / "demo", *ports)
    try:
        page = Client(ports[0]).get("/sign-in").expect(200)
        assert page.headers.get_content_type() == "text/html" and b"<form" in page.body
        Client(ports[1]).get("/readyz").expect(200)
        pairs = sign_ins(first.told)
        assert len(pairs) >= 3, first.told
        client = Client(ports[0])
        client.sign_in(*pairs[0]).expect(201)
        found = client.post("/api/v1/patients/search", {"text": "вич", "limit": 5}, key=False).expect(200)
        assert found["items"], "the demo has people in it"
        seq = client.get("/api/v1/status")["last_seq"]
    finally:
        assert first.stop() == 0
    again = Started(tmp_path / "demo", *ports)
    try:
        assert sign_ins(again.told) == pairs
        client = Client(ports[0])
        client.sign_in(*pairs[0]).expect(201)
        assert client.get("/api/v1/status")["last_seq"] >= seq > 0
        listening = {line.split()[1] for line in pathlib.Path("/proc/net/tcp").read_text().splitlines()[1:]}
        assert not [port for port in ports if f"00000000:{port:04X}" in listening], "loopback only"
    finally:
        assert again.stop() == 0


def test_only_the_owner_reads_the_demos_data(tmp_path: pathlib.Path, ports: tuple[int, int]):
    started = Started(tmp_path / "demo", *ports)
    assert started.stop() == 0
    for path in (tmp_path / "demo").rglob("*"):
        if path.suffix in (".db", ".txt") or path.parent.name == "keys":
            assert path.stat().st_mode & 0o077 == 0, path


def refused(*words: str, **environment: str) -> str:
    done = subprocess.run(
        [product.CHECKOUT / "packaging" / "start", *words],
        capture_output=True,
        text=True,
        env=os.environ | environment,
        timeout=60,
    )
    assert done.returncode != 0
    return done.stderr


def test_a_taken_port_is_named_with_the_way_out(ports: tuple[int, int]):
    with socket.create_server(("127.0.0.1", ports[0])):
        told = refused("--console-port", str(ports[0]))
    assert f"Port {ports[0]} is taken" in told and "--console-port" in told


def test_wrong_words_are_explained():
    assert "does not know --colour" in refused("--colour")
    assert "needs a value" in refused("--data")
    assert "from 1 to 65535" in refused("--console-port", "70000")


def test_a_machine_without_swift_is_told_where_to_get_it(ports: tuple[int, int]):
    words = ("--console-port", str(ports[0]), "--cabinet-port", str(ports[1]))
    assert "swift.org" in refused(*words, PATH="/usr/bin:/bin")


@pytest.mark.parametrize("script", ["start", "serve-demo", "need"])
def test_each_script_is_executable_and_parses(script: str):
    path = product.CHECKOUT / "packaging" / script
    assert os.access(path, os.X_OK)
    subprocess.run(["bash", "-n", path], check=True)
