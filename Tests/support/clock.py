"""The daemon's clock under the test's hand: see fake_clock.c."""

import pathlib
import struct

from support import compiled


class Clock:
    """Moves one daemon's wall clock; the test's own stays."""

    def __init__(self, folder: pathlib.Path):
        self._file = folder / "clock"
        self._seconds = 0.0
        self.move(0)

    @property
    def environment(self) -> dict[str, str]:
        library = compiled.library(pathlib.Path(__file__).with_name("fake_clock.c"))
        return {"LD_PRELOAD": str(library), "FAKE_CLOCK": str(self._file)}

    def move(self, seconds: float) -> None:
        """Forward, or back when negative. Takes hold at once."""
        self._seconds += seconds
        # In place: the daemon has this very file mapped.
        with open(self._file, "r+b" if self._file.exists() else "wb") as file:
            file.write(struct.pack("=q", round(self._seconds * 1e9)))
