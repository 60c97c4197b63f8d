"""Where the checkout and the built programs are."""

import os
import pathlib
import signal

TESTS = pathlib.Path(__file__).resolve().parent.parent
CHECKOUT = TESTS.parent
WWW = CHECKOUT / "www"
BUILD = CHECKOUT / ".build"


def console() -> pathlib.Path:
    """The console daemon under test: FRONTDESK_BIN, else the release build."""
    return pathlib.Path(os.environ.get("FRONTDESK_BIN") or BUILD / "release" / "frontdesk")


def cabinet() -> pathlib.Path:
    """The cabinet beside it."""
    return console().with_name("frontdesk-cabinet")


def with_a_terminals_signals() -> None:
    """Ctrl-C as at a terminal: tests in the background inherit a SIGINT that shells then cannot hear."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
