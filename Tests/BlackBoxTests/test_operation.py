"""What an admin at a terminal meets: commands, checks, health, metrics, systemd, the clock."""

import os
import pathlib
import re
import signal
import socket
import subprocess

import pytest
from support import people, product, waiting
from support.client import Client
from support.clock import Clock
from support.desk import RECEPTION, Desk, Operator, free_port

COMMANDS = ("serve", "check", "operator add", "demo", "audit verify", "rebuild")


def program(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([product.console(), *words], capture_output=True, text=True, timeout=30)


def test_version_and_help_are_useful():
    assert re.search(r"\d+\.\d+", program("--version").stdout)
    told = program("--help")
    assert told.returncode == 0 and all(command in told.stdout for command in COMMANDS)
    for command in COMMANDS:
        told = program(*command.split(), "--help")
        assert told.returncode == 0 and "--config" in told.stdout, command


@pytest.mark.parametrize(
    "words", [("unknown",), ("serve", "--confg", "x"), ("serve", "--config"), ("operator",)]
)
def test_a_wrong_command_is_explained_and_fails(words: tuple[str, ...]):
    done = program(*words)
    assert done.returncode != 0 and done.stderr and not done.stdout


def test_check_is_content_with_a_good_configuration(sleeping_desk: Desk):
    assert sleeping_desk.run("check").returncode == 0


def test_the_demo_has_a_text_for_every_consent(tmp_path: pathlib.Path):
    desk = Desk(tmp_path / "desk")
    desk.run("demo", "--patients", "1")
    with desk:
        client = desk.sign_in(Operator("petrova", "", ("receptionist",), "demo desk 8470", "274913"))
        texts = client.get("/api/v1/consent-texts").expect(200)["items"]
    assert len(texts) == 4 and all(text["edition"] == 1 and text["text"] for text in texts)


WRONG = {
    "an unknown key": ("[http]\nlisten = 127.0.0.1:1\nlissten = 1\n", "lissten"),
    "an unknown section": ("[htp]\nlisten = 127.0.0.1:1\n", "htp"),
    "a port beyond": ("[http]\nlisten = 127.0.0.1:70000\n", "listen"),
    "no port": ("[http]\nlisten = 127.0.0.1\n", "listen"),
    "a foreign time zone": ("[desk]\ntime_zone = Mars/Olympus\n", "time_zone"),
    "no such folder": ("[www]\ndirectory = /nowhere/at/all\n", "directory"),
    "a line that is none": ("[http]\njust words\n", "2"),
}


@pytest.mark.parametrize("text, named", WRONG.values(), ids=WRONG.keys())
def test_check_says_what_is_wrong_and_where(sleeping_desk: Desk, text: str, named: str):
    sleeping_desk.config.write_text(text)
    done = sleeping_desk.run("check", check=False)
    told = done.stdout + done.stderr
    assert done.returncode != 0 and named in told, told
    assert sleeping_desk.config.name in told or "[" in told, "it says where"


def test_check_names_a_missing_configuration(tmp_path: pathlib.Path):
    done = program("check", "--config", str(tmp_path / "nothing.ini"))
    assert done.returncode != 0 and "nothing.ini" in done.stderr + done.stdout


def test_a_taken_port_is_said(sleeping_desk: Desk):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        sleeping_desk.use_port(other.getsockname()[1])
        with pytest.raises(AssertionError, match="ended with"):
            sleeping_desk.start()
        assert str(sleeping_desk.port) in sleeping_desk.log()


def test_health_readiness_and_metrics(desk: Desk, reception: Client):
    assert desk.answers("/healthz") == 200 and desk.answers("/readyz") == 200
    answer = reception.get("/metrics").expect(200)
    assert answer.headers.get_content_type() == "text/plain"
    line = re.compile(r"(# (HELP|TYPE) .*|[a-zA-Z_:][\w:]*(\{[^}]*\})? [-+0-9.eEInfNa]+)")
    lines = answer.body.decode().splitlines()
    assert lines and [text for text in lines if not line.fullmatch(text)] == []
    assert any(text.startswith("frontdesk_") and "requests" in text for text in lines)


def test_each_log_line_of_a_request_has_its_id(sleeping_desk: Desk):
    desk = sleeping_desk
    desk.settings["log"] = {"level": "debug"}
    desk.write_config()
    reception = desk.start().sign_in(RECEPTION)
    answer = reception.get("/api/v1/patients/01900000-0000-7000-8000-000000000000").expect(404)
    waiting.until(lambda: answer["instance"] in desk.log(), 5, "the request's line in the log")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_cleanly(desk: Desk, reception: Client, number: signal.Signals):
    assert desk.process is not None
    desk.signal(number)
    assert desk.process.wait(15) == 0
    desk.process = None


def test_it_stops_within_five_seconds_with_connections_open(desk: Desk):
    lines = [socket.create_connection(("127.0.0.1", desk.port)) for _ in range(50)]
    assert desk.stop(within=6) == 0
    for line in lines:
        line.close()


def test_what_was_saved_is_there_after_a_stop(desk: Desk, reception: Client, chance):
    reception.post("/api/v1/patients", people.walk_in(chance)).expect(201)
    assert desk.stop() == 0
    desk.start()
    assert len(desk.sign_in(RECEPTION).get("/api/v1/visits").expect(200)["items"]) == 1


def test_systemd_is_told_ready_and_stopping(sleeping_desk: Desk, tmp_path: pathlib.Path):
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notify:
        notify.bind(str(tmp_path / "notify"))
        notify.settimeout(10)
        sleeping_desk.environment |= {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "600000"}
        sleeping_desk.launch()
        heard = ""
        while "READY=1" not in heard or "WATCHDOG=1" not in heard:
            heard += notify.recv(4096).decode() + "\n"
        assert heard.index("READY=1") >= 0
        sleeping_desk.signal(signal.SIGTERM)
        while "STOPPING=1" not in heard:
            heard += notify.recv(4096).decode() + "\n"
        assert sleeping_desk.process is not None and sleeping_desk.process.wait(15) == 0
        sleeping_desk.process = None


def test_a_socket_from_systemd_is_used(sleeping_desk: Desk):
    desk, port = sleeping_desk, free_port()
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("127.0.0.1", port))
        listening.listen(16)
        desk.use_port(port)
        # systemd gives the first socket as descriptor 3 and names the process that it is meant for.
        script = 'exec 3<&"$1"; export LISTEN_PID=$$ LISTEN_FDS=1; exec "$2" serve --config "$3"'
        with open(desk.log_path, "ab") as log:
            desk.process = subprocess.Popen(
                ["bash", "-c", script, "bash", str(listening.fileno()), desk.binary, desk.config],
                pass_fds=[listening.fileno()],
                stdout=log,
                stderr=log,
            )
        waiting.until(lambda: desk.answers("/readyz") == 200, 20, "an answer through the handed socket")
        assert desk.stop() == 0


@pytest.mark.parametrize("seconds", [-3600, -400 * 86400], ids=["an hour", "a year and more"])
def test_a_clock_set_back_is_told_and_loses_nothing(
    sleeping_desk: Desk, tmp_path: pathlib.Path, chance, seconds: int
):
    clock = Clock(tmp_path)
    sleeping_desk.environment |= clock.environment
    with sleeping_desk as desk:
        client = desk.sign_in(RECEPTION)
        before = client.post("/api/v1/patients", people.walk_in(chance)).expect(201)
        clock.move(seconds)
        waiting.until(
            lambda: desk.client().get("/api/v1/status")["clock"] == "behind", 15, "the clock to be noticed"
        )
        if client.get("/api/v1/visits").status != 200:
            client = desk.sign_in(RECEPTION)
        after = client.post("/api/v1/patients", people.walk_in(chance)).expect(201)
        assert after["patient"]["card_number"] == before["patient"]["card_number"] + 1
        desk.kill9()
        desk.start()
        assert desk.client().get("/api/v1/status")["clock"] == "behind"
        desk.run("audit", "verify")
        clock.move(-seconds)
        waiting.until(
            lambda: desk.client().get("/api/v1/status")["clock"] == "ok", 15, "the clock to be right again"
        )


def test_the_cabinet_starts_and_serves_its_health(tmp_path: pathlib.Path):
    desk = Desk(tmp_path / "cabinet", binary=product.cabinet())
    del desk.settings["desk"]
    desk.write_config()
    with desk:
        assert desk.answers("/healthz") == 200 and desk.answers("/readyz") == 200
        assert desk.database().exists()
        assert desk.stop() == 0


def test_the_demo_fills_an_empty_directory_and_only_that(tmp_path: pathlib.Path):
    desk = Desk(tmp_path / "demo")
    told = desk.run("demo").stdout
    pairs = re.findall(r"(\S+)\s+password: (.+?)\s+PIN: \d+", told)
    with desk:
        signed = [pair for pair in pairs if desk.client().sign_in(*pair).status == 201]
        assert len(signed) >= 3, f"too few sign-ins among what was printed: {told}"
        client = desk.client()
        for login, password in signed:
            client.sign_in(login, password)
            if client.get("/api/v1/visits").status == 200:
                break
        assert desk.stop() == 0
    again = desk.run("demo", check=False)
    assert again.returncode != 0, "a second demo over existing data must be refused"


def test_the_sample_configuration_explains_every_key_and_passes_check(sleeping_desk: Desk):
    samples = [path for path in product.CHECKOUT.glob("packaging/**/frontdesk*.ini*") if path.is_file()]
    assert samples, "no sample configuration"
    for sample in samples:
        lines = sample.read_text().splitlines()
        for number, line in enumerate(lines):
            if re.match(r"#?\s*\w+ = ", line) or re.match(r"\w+\s*=", line):
                assert number and lines[number - 1].startswith("#"), (
                    f"{sample.name}:{number + 1} is not explained"
                )


def test_the_environment_has_no_say_in_where_data_goes(sleeping_desk: Desk):
    sleeping_desk.environment |= {"HOME": "/nonexistent", "XDG_DATA_HOME": "/nonexistent", "TZ": "Asia/Tokyo"}
    with sleeping_desk as desk:
        assert desk.client().get("/api/v1/status").expect(200)["today"]
        assert os.listdir(desk.data)
