"""packaging/serve-demo over two small stand-ins: what it prints, and that nothing is left running."""

import os
import pathlib
import signal
import subprocess

import pytest
from support import product, waiting
from support.desk import free_port

STAND_IN = """#!/usr/bin/python3
import http.server, os, signal, sys
if os.path.exists(sys.argv[3] + ".broken"):
    sys.exit("the stand-in is broken")
class Ready(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
    def log_message(self, *words):
        pass
signal.signal(signal.SIGTERM, lambda *_: (open(sys.argv[3] + ".stopped", "w").close(), os._exit(0)))
port = int(open(sys.argv[3]).read())
http.server.HTTPServer(("127.0.0.1", port), Ready).serve_forever()
"""


class Demo:
    """One run of serve-demo."""

    def __init__(self, folder: pathlib.Path):
        self.data = folder
        self.ports = {"console": free_port(), "cabinet": free_port()}
        for name in ("frontdesk", "frontdesk-cabinet"):
            (folder / name).write_text(STAND_IN)
            (folder / name).chmod(0o755)
        for name, port in self.ports.items():
            (folder / f"{name}.ini").write_text(str(port))
        (folder / "sign-ins.txt").write_text("invented sign-ins\n")
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> "Demo":
        words = [product.CHECKOUT / "packaging" / "serve-demo", self.data, self.data, *self.ports.values()]
        self.process = subprocess.Popen(
            [str(word) for word in words],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            preexec_fn=product.with_a_terminals_signals,
        )
        return self

    def lines_until(self, last: str) -> list[str]:
        assert self.process is not None and self.process.stdout is not None
        lines = []
        for line in self.process.stdout:
            lines.append(line.rstrip("\n"))
            if last in line:
                break
        return lines


@pytest.fixture
def demo(tmp_path: pathlib.Path):
    demo = Demo(tmp_path)
    yield demo
    if demo.process is not None and demo.process.poll() is None:
        demo.process.terminate()
        demo.process.wait(20)


def test_it_prints_both_addresses_and_the_sign_ins(demo: Demo):
    told = "\n".join(demo.start().lines_until("Ctrl-C"))
    assert f"http://127.0.0.1:{demo.ports['console']}/" in told
    assert f"http://127.0.0.1:{demo.ports['cabinet']}/" in told
    assert "invented sign-ins" in told and str(demo.data / "console.log") in told


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_stops_both(demo: Demo, number: signal.Signals):
    demo.start().lines_until("Ctrl-C")
    assert demo.process is not None
    demo.process.send_signal(number)
    assert demo.process.wait(20) == 0
    assert all((demo.data / f"{name}.ini.stopped").exists() for name in demo.ports)


def test_a_program_that_does_not_start_is_named_with_its_log(demo: Demo):
    (demo.data / "cabinet.ini.broken").touch()
    told = "\n".join(demo.start().lines_until("never printed"))
    assert demo.process is not None and demo.process.wait(20) == 1
    assert "the stand-in is broken" in told and "frontdesk-cabinet did not become ready" in told
    assert (demo.data / "console.ini.stopped").exists()


def test_when_one_dies_the_other_is_stopped_too(demo: Demo):
    demo.start().lines_until("Ctrl-C")
    assert demo.process is not None
    children = pathlib.Path(f"/proc/{demo.process.pid}/task/{demo.process.pid}/children").read_text().split()
    os.kill(int(children[0]), signal.SIGKILL)
    assert demo.process.wait(20) == 1
    waiting.until(lambda: (demo.data / "cabinet.ini.stopped").exists(), 5, "the cabinet to be stopped")
