"""What every Python suite shares: the options of Tests/run and a desk with three operators."""

import pathlib
import random
from collections.abc import Iterator

import pytest
from support import product
from support.client import Client
from support.desk import ADMIN, RECEPTION, SENIOR, Desk, desk_from
from support.printer import Line, Printer


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rounds", type=int, default=100, help="how many rounds of each random fault")
    parser.addoption("--seed", type=int, default=None, help="repeat a run of random faults")
    parser.addoption(
        "--pictures", type=pathlib.Path, default=None, help="a folder for pictures of the screens"
    )


@pytest.fixture(scope="session")
def rounds(request: pytest.FixtureRequest) -> int:
    return request.config.getoption("--rounds")


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """The data directory of a desk where three operators can sign in. Copied, never started."""
    assert product.console().exists(), (
        f"{product.console()} is not built: run Tests/run, or set FRONTDESK_BIN"
    )
    return Desk(tmp_path_factory.mktemp("template")).add_everybody().data


@pytest.fixture
def sleeping_desk(template: pathlib.Path, tmp_path: pathlib.Path) -> Iterator[Desk]:
    """A desk with its operators, not started yet."""
    desk = desk_from(template, tmp_path / "desk")
    yield desk
    desk.kill9()


@pytest.fixture
def desk(sleeping_desk: Desk) -> Desk:
    return sleeping_desk.start()


@pytest.fixture
def reception(desk: Desk) -> Client:
    return desk.sign_in(RECEPTION)


@pytest.fixture
def senior(desk: Desk) -> Client:
    return desk.sign_in(SENIOR)


@pytest.fixture
def admin(desk: Desk) -> Client:
    return desk.sign_in(ADMIN)


@pytest.fixture
def printer(tmp_path: pathlib.Path) -> Iterator[Printer]:
    """A printer of documents that is on."""
    made = Printer(tmp_path / "printer")
    try:
        yield made.switch_on()
    finally:
        made.close()


@pytest.fixture
def line(printer: Printer) -> Iterator[Line]:
    """A cable to it that can be cut."""
    made = Line(printer)
    yield made
    made.cuts = None
    made.close()


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """Random choices that repeat from run to run; --seed takes others."""
    return random.Random(request.config.getoption("--seed") or request.node.nodeid)
