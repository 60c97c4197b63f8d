"""Printers that are not there: a real ippeveprinter over a private message bus, and a port that takes bytes.

ippeveprinter wants a bus to announce itself on; it gets one of its own, where nobody listens. What it does
with a paper is a script's: the file `mode` beside it says whether there is paper, a jam, or all is well.
"""

import contextlib
import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import threading

from support import waiting
from support.desk import free_port

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>unix:path={path}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow user="*"/><allow own="*"/><allow send_type="method_call"/>
<allow send_type="signal"/><allow send_requested_reply="true" send_type="method_return"/>
<allow send_requested_reply="true" send_type="error"/><allow receive_type="method_call"/>
<allow receive_type="method_return"/><allow receive_type="error"/><allow receive_type="signal"/></policy>
</busconfig>
"""

# A paper that is printed lies in `out`, one file a sheet. The script is the printer's mechanics: what it says
# on its error output becomes the printer's state.
MECHANICS = """#!/bin/bash
here={folder}
echo "$IPP_JOB_NAME" >> "$here/names"
env > "$here/told"
if [[ $(cat "$here/mode") == empty ]]; then
    echo 'STATE: +media-empty-error,media-needed-error' >&2
    while [[ $(cat "$here/mode") == empty ]]; do sleep 0.02; done
    echo 'STATE: -media-empty-error,media-needed-error' >&2
fi
while [[ $(cat "$here/mode") == slow ]]; do sleep 0.02; done
if [[ $(cat "$here/mode") == jam ]]; then
    echo 'STATE: +media-jam-error' >&2
    exit 1
fi
echo 'STATE: -media-jam-error' >&2
cp "$1" "$here/out/$(date +%s%N).pdf"
"""


class Printer:
    """One ippeveprinter. Off until `switch_on`."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        self.out = folder / "out"
        self.port = free_port()
        self.uri = f"ipp://localhost:{self.port}/ipp/print"
        self._bus: subprocess.Popen[bytes] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self.out.mkdir(parents=True)
        (folder / "spool").mkdir()
        self.set("ready")
        script = folder / "mechanics"
        script.write_text(MECHANICS.format(folder=folder))
        script.chmod(0o755)

    def set(self, mode: str) -> None:
        """ready, empty (no paper), jam, or slow (it takes its time)."""
        fresh = self.folder / "mode.new"
        fresh.write_text(mode)
        fresh.replace(self.folder / "mode")

    def sheets(self) -> list[bytes]:
        """What has come out, in its order."""
        return [path.read_bytes() for path in sorted(self.out.glob("*.pdf"))]

    def names(self) -> list[str]:
        """The names of all papers that reached the mechanics."""
        path = self.folder / "names"
        return path.read_text().splitlines() if path.exists() else []

    def told(self) -> dict[str, str]:
        """What the mechanics were told of the last paper."""
        lines = (self.folder / "told").read_text().splitlines()
        return dict(line.split("=", 1) for line in lines if "=" in line)

    def switch_on(self) -> "Printer":
        assert self._process is None, "it is on"
        if self._bus is None:
            self._start_bus()
        with open(self.folder / "log", "ab") as log:
            self._process = subprocess.Popen(
                [shutil.which("ippeveprinter", path=os.environ["PATH"] + ":/usr/sbin") or "ippeveprinter",
                 "-K", self.folder, "-d", self.folder / "spool", "-p", str(self.port), "-n", "localhost",
                 "-r", "off", "-f", "application/pdf", "-c", self.folder / "mechanics", "Reception"],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env=os.environ | {"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={self.folder}/bus"},
                start_new_session=True,
            )  # fmt: skip
        waiting.until(self._answers, 20, "the printer to be on")
        return self

    def switch_off(self) -> None:
        """As if its plug were pulled: whatever it was doing is gone."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    def freeze(self) -> None:
        """It holds its connections and says nothing more."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def close(self) -> None:
        self.set("ready")
        self.switch_off()
        if self._bus is not None:
            self._bus.kill()
            self._bus.wait()

    def _start_bus(self) -> None:
        path = self.folder / "bus"
        (self.folder / "bus.conf").write_text(BUS.format(path=path))
        self._bus = subprocess.Popen(
            ["dbus-daemon", f"--config-file={self.folder}/bus.conf", "--nofork", "--nosyslog"],
            stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        waiting.until(path.exists, 10, "the printer's bus")

    def _answers(self) -> bool:
        try:
            socket.create_connection(("localhost", self.port), timeout=1).close()
        except OSError:
            return False
        return True


class Line:
    """The cable to a printer, which can be cut while a paper is on its way.

    `cuts` says where: None, "paper" (in the middle of the page), "answer" (the printer has all of it and its
    answer is lost), or "hold" (its answer does not come for as long as the line is held).
    """

    PRINT_JOB = b"\x00\x02"

    def __init__(self, printer: Printer):
        self._printer = printer
        self._listener = socket.create_server(("localhost", 0))
        self.uri = f"ipp://localhost:{self._listener.getsockname()[1]}/ipp/print"
        self.cuts: str | None = None
        # Set when a paper has come as far as where the line is cut.
        self.is_cut = threading.Event()
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        self._listener.close()

    def _serve(self) -> None:
        while True:
            try:
                desk, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._relay, args=(desk,), daemon=True).start()

    def _relay(self, desk: socket.socket) -> None:
        try:
            printer = socket.create_connection(("localhost", self._printer.port), timeout=60)
        except OSError:
            desk.close()
            return
        state = {"asked": b"", "length": 0, "is_paper": False}
        back = threading.Thread(target=self._answers, args=(printer, desk, state), daemon=True)
        back.start()
        with contextlib.suppress(OSError):
            while piece := desk.recv(512):
                state["asked"] += piece
                head, _, body = state["asked"].partition(b"\r\n\r\n")
                state["is_paper"] = body[2:4] == self.PRINT_JOB
                if state["is_paper"] and self.cuts == "paper" and b"%PDF" in body:
                    self.is_cut.set()
                    self._drop(printer, desk)
                    return
                printer.sendall(piece)
        # The answer to what was asked last is still on its way when the desk is gone.
        back.join(20)
        self._drop(printer, desk)

    def _answers(self, printer: socket.socket, desk: socket.socket, state: dict) -> None:
        with contextlib.suppress(OSError):
            while piece := printer.recv(65536):
                is_answer = b"HTTP/1.1 200" in piece
                if state["is_paper"] and is_answer and self.cuts == "answer":
                    self.is_cut.set()
                    self._drop(printer, desk)
                    return
                if state["is_paper"] and is_answer and self.cuts == "hold":
                    self.is_cut.set()
                    waiting.until(lambda: self.cuts != "hold", 60, "the line to be let go")
                desk.sendall(piece)
        self._drop(printer, desk)

    @staticmethod
    def _drop(*lines: socket.socket) -> None:
        for line in lines:
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
            line.close()


class Roll:
    """A port that takes a ticket's bytes and closes when the other side has said all."""

    def __init__(self, port: int = 0) -> None:
        self._listener = socket.create_server(("127.0.0.1", port))
        self.port = self._listener.getsockname()[1]
        self.uri = f"tcp://127.0.0.1:{self.port}"
        self.tickets: list[bytes] = []
        # Breaks the line after so many bytes of a ticket, as a pulled cable does.
        self.tears_after: int | None = None
        # Takes nothing more of a ticket before this is set.
        self.holds_until: threading.Event | None = None
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._listener.accept()
            except OSError:
                return
            with line:
                self._take(line)

    def _take(self, line: socket.socket) -> None:
        ticket = b""
        while piece := line.recv(4096):
            ticket += piece
            if self.holds_until is not None:
                self.holds_until.wait(60)
            if self.tears_after is not None and len(ticket) >= self.tears_after:
                line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                return
        if ticket:
            self.tickets.append(ticket)

    def close(self) -> None:
        self._listener.close()


def dots(ticket: bytes) -> tuple[int, list[bytes]]:
    """A ticket's bytes as rows of dots, and how many bytes a row has; anything but a picture fails."""
    assert ticket.startswith(b"\x1b@"), "it begins with a reset"
    at, rows, wide = 2, [], 0
    while ticket[at : at + 4] == b"\x1dv0\0":
        wide = int.from_bytes(ticket[at + 4 : at + 6], "little")
        high = int.from_bytes(ticket[at + 6 : at + 8], "little")
        picture = ticket[at + 8 : at + 8 + wide * high]
        assert len(picture) == wide * high, "a band is cut short"
        rows += [picture[row * wide : (row + 1) * wide] for row in range(high)]
        at += 8 + wide * high
    assert ticket[at:] == b"\x1bd\x04\x1dVB\0", "it ends with the way to the knife and a cut"
    return wide, rows


CUPSD = """Listen 127.0.0.1:{port}
ServerName localhost
WebInterface No
Browsing Off
DefaultAuthType None
ErrorPolicy retry-job
JobRetryInterval 1
<Location />
Order allow,deny
Allow localhost
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""

# A queue without a driver: the printer behind it takes PDF itself.
QUEUES = """<Printer reception>
DeviceURI {uri}
State Idle
Accepting Yes
Shared No
ErrorPolicy retry-job
OpPolicy default
</Printer>
"""


class PrintServer:
    """A private cupsd with one queue in front of a printer."""

    def __init__(self, printer: Printer):
        self.port = free_port()
        self.uri = f"ipp://localhost:{self.port}/printers/reception"
        # Its helpers work as another user, who must reach them: not below a folder that is one user's own.
        self._folder = folder = pathlib.Path(tempfile.mkdtemp(prefix="cups-"))
        folder.chmod(0o711)
        for name in ("root", "spool", "cache", "run", "tmp"):
            (folder / name).mkdir(parents=True)
        (folder / "root" / "mime.types").write_text("application/pdf pdf string(0,%PDF)\n")
        (folder / "root" / "mime.convs").write_text("")
        (folder / "root" / "printers.conf").write_text(QUEUES.format(uri=printer.uri))
        (folder / "cupsd.conf").write_text(CUPSD.format(port=self.port))
        user = pwd.getpwuid(os.getuid()).pw_name
        files = {
            "ServerRoot": "root", "RequestRoot": "spool", "CacheDir": "cache", "StateDir": "run",
            "TempDir": "tmp", "AccessLog": "access", "ErrorLog": "errors", "PageLog": "pages",
        }  # fmt: skip
        lines = [f"{name} {folder / place}" for name, place in files.items()]
        lines += ["LogFilePerm 0600", "ConfigFilePerm 0600", f"SystemGroup {user}"]
        (folder / "cups-files.conf").write_text("\n".join(lines) + "\n")
        self._process = subprocess.Popen(
            ["/usr/sbin/cupsd", "-f", "-c", folder / "cupsd.conf", "-s", folder / "cups-files.conf"],
            stdin=subprocess.DEVNULL,
        )
        waiting.until(self._answers, 20, "the print server")

    def close(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self._folder)

    def errors(self) -> str:
        return (self._folder / "errors").read_text()

    def _answers(self) -> bool:
        try:
            socket.create_connection(("localhost", self.port), timeout=1).close()
        except OSError:
            return False
        return True
