"""Printers for the desks of this suite."""

from collections.abc import Callable, Iterator

import pytest
from support import waiting
from support.client import Answer, Client
from support.desk import RECEPTION, Desk
from support.printer import Printer, PrintServer, Roll


@pytest.fixture
def roll() -> Iterator[Roll]:
    made = Roll()
    yield made
    made.close()


class Counter:
    """A receptionist at a desk with printers."""

    def __init__(self, desk: Desk, client: Client):
        self.desk = desk
        self.client = client

    def ask(self, role: str = "documents") -> str:
        """Asks for a test page; answers its id."""
        return self.client.post(f"/api/v1/printers/{role}/test-page", {}).expect(201)["id"]

    def jobs(self) -> list[dict]:
        return self.client.get("/api/v1/print-jobs").expect(200)["items"]

    def job(self, key: str) -> dict:
        return next(job for job in self.jobs() if job["id"] == key)

    def printer(self, role: str = "documents") -> dict:
        printers = self.client.get("/api/v1/print-jobs").expect(200)["printers"]
        return next(printer for printer in printers if printer["role"] == role)

    def step(self, key: str, name: str) -> Answer:
        return self.client.post(f"/api/v1/print-jobs/{key}/{name}", {"version": self.job(key)["version"]})

    def until(self, key: str, state: str, trouble: str | None = None, within: float = 30) -> dict:
        """Waits until the paper is so, for this reason."""

        def is_so() -> dict | None:
            job = self.job(key)
            return job if (job["state"], job["trouble"]) == (state, trouble) else None

        try:
            return waiting.until(is_so, within, f"the paper to be {state}, {trouble}")
        except AssertionError as failure:
            raise AssertionError(f"{failure}; it is {self.job(key)}; {self.desk.log()[-1500:]}") from None

    def start_again(self) -> None:
        """After a kill: the daemon, and the receptionist's session, which outlives it."""
        self.desk.start()
        self.client.close()


@pytest.fixture
def counter(sleeping_desk: Desk) -> Callable[..., Counter]:
    """A receptionist at a desk with these printers: counter(documents=uri, tickets=uri)."""

    def made(**printers: str) -> Counter:
        sleeping_desk.settings["print"] = printers
        sleeping_desk.write_config()
        sleeping_desk.start()
        return Counter(sleeping_desk, sleeping_desk.sign_in(RECEPTION))

    return made


@pytest.fixture
def server(printer: Printer) -> Iterator[PrintServer]:
    """A print server with a queue in front of the printer."""
    made = PrintServer(printer)
    yield made
    made.close()
