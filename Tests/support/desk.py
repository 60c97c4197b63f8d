"""A desk of its own for a test: a data directory, a port, a configuration and the built daemon over them."""

import dataclasses
import http.client
import os
import pathlib
import shutil
import signal
import socket
import subprocess
from collections.abc import Mapping

from support import product, waiting
from support.client import Broken, Client


@dataclasses.dataclass(frozen=True)
class Operator:
    """Somebody who can sign in at a test's desk."""

    login: str
    name: str
    roles: tuple[str, ...]
    password: str
    pin: str


ADMIN = Operator("admin", "Главная Ада Ивановна", ("admin",), "zima-most-reka-41", "384051")
RECEPTION = Operator(
    "registrar", "Стойкина Регина Петровна", ("receptionist",), "vesna-dom-luna-52", "495162"
)
SENIOR = Operator("senior", "Старшова Вера Львовна", ("senior",), "osen-les-pole-63", "506273")
EVERYBODY = (ADMIN, RECEPTION, SENIOR)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Desk:
    """One daemon over one data directory. `with Desk(folder) as desk:` starts it and stops it again."""

    def __init__(
        self,
        folder: pathlib.Path,
        *,
        data: pathlib.Path | None = None,
        environment: Mapping[str, str] | None = None,
        binary: pathlib.Path | None = None,
    ):
        self.folder = folder
        self.data = data or folder / "data"
        self.binary = binary or product.console()
        self.environment = dict(environment or {})
        self.settings = {
            "http": {"listen": ""},
            "data": {"directory": str(self.data)},
            "www": {"directory": str(product.WWW)},
            "desk": {"time_zone": "Europe/Moscow"},
        }
        self.config = folder / "frontdesk.ini"
        self.log_path = folder / "frontdesk.log"
        self.process: subprocess.Popen[bytes] | None = None
        folder.mkdir(parents=True, exist_ok=True)
        if not self.data.exists():
            self.data.mkdir(mode=0o700)
        self.use_port(free_port())

    def __enter__(self) -> "Desk":
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.kill9()

    def use_port(self, port: int) -> None:
        self.port = port
        self.settings["http"]["listen"] = f"127.0.0.1:{port}"
        self.write_config()

    def write_config(self) -> None:
        text = ""
        for section, values in self.settings.items():
            text += f"[{section}]\n" + "".join(f"{key} = {value}\n" for key, value in values.items()) + "\n"
        self.config.write_text(text)

    def launch(self) -> "Desk":
        """Starts the daemon without waiting for it."""
        assert self.process is None, "this desk runs already"
        with open(self.log_path, "ab") as log:
            self.process = subprocess.Popen(
                [self.binary, "serve", "--config", self.config],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=os.environ | self.environment,
            )
        return self

    def start(self, within: float = 20) -> "Desk":
        """Starts the daemon and waits until it says that it is ready."""
        self.launch()
        waiting.until(self._ready_or_dead, within, f"the desk to be ready; its log: {self.log()[-2000:]}")
        return self

    def _ready_or_dead(self) -> bool:
        assert self.process is not None
        if (status := self.process.poll()) is not None:
            self.process = None
            raise AssertionError(f"the daemon ended with {status} at start: {self.log()[-2000:]}")
        return self.answers("/readyz") == 200

    def answers(self, path: str) -> int | None:
        """The status of a plain GET, or None when nobody listens."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", path)
            return connection.getresponse().status
        except Broken:
            return None
        finally:
            connection.close()

    def signal(self, number: signal.Signals) -> None:
        assert self.process is not None
        self.process.send_signal(number)

    def kill9(self) -> None:
        """Kills the daemon on the spot, if it runs."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def stop(self, within: float = 15) -> int:
        """Asks it to stop; answers its exit status."""
        assert self.process is not None
        self.process.terminate()
        status = self.process.wait(within)
        self.process = None
        return status

    def restart(self) -> "Desk":
        assert self.stop() == 0, f"it did not stop cleanly: {self.log()[-2000:]}"
        return self.start()

    def log(self) -> str:
        return self.log_path.read_text(errors="replace") if self.log_path.exists() else ""

    def run(self, *words: str, given: str = "", check: bool = True) -> subprocess.CompletedProcess[str]:
        """Runs one of the program's commands with this desk's configuration."""
        done = subprocess.run(
            [self.binary, *words, "--config", self.config],
            input=given,
            text=True,
            capture_output=True,
            timeout=120,
            env=os.environ | self.environment,
        )
        assert not check or done.returncode == 0, (
            f"{' '.join(words)}: {done.returncode} {done.stdout}{done.stderr}"
        )
        return done

    def add_operator(self, who: Operator, *, first: bool = False) -> None:
        roles = [word for role in who.roles for word in ("--role", role)]
        setup = ["--prefix", "77", "--clinic", "Поликлиника № 12"] if first else []
        self.run(
            "operator",
            "add",
            "--login",
            who.login,
            "--name",
            who.name,
            *roles,
            *setup,
            "--password-stdin",
            given=f"{who.password}\n{who.pin}\n",
        )

    def add_everybody(self) -> "Desk":
        for number, who in enumerate(EVERYBODY):
            self.add_operator(who, first=number == 0)
        return self

    def client(self, **options: object) -> Client:
        """A browser that is not signed in."""
        return Client(self.port, **options)

    def sign_in(self, who: Operator = RECEPTION, **options: object) -> Client:
        """A browser where this operator has signed in."""
        client = self.client(**options)
        client.sign_in(who.login, who.password).expect(201)
        return client

    def database(self) -> pathlib.Path:
        """The register's file, found by its first bytes."""
        for path in sorted(self.data.iterdir()):
            if path.is_file() and path.stat().st_size > 0:
                with open(path, "rb") as file:
                    if file.read(15) == b"SQLite format 3":
                        return path
        raise AssertionError(f"no database in {self.data}")

    def resident_kilobytes(self) -> int:
        assert self.process is not None
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
        raise AssertionError("the kernel does not tell VmRSS")


def desk_from(template: pathlib.Path, folder: pathlib.Path, **options: object) -> Desk:
    """A desk over a copy of a template's data: the operators' passwords need no hashing again."""
    folder.mkdir(parents=True, exist_ok=True)
    # The ballast is 64 MB of nothing; the daemon takes its own.
    shutil.copytree(template, folder / "data", symlinks=True, ignore=shutil.ignore_patterns("*ballast*"))
    return Desk(folder, **options)
